import { toEpochSeconds } from '../../../shared/clock.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { reachesNobody } from '../../../shared/domain/alert.ts'
import {
  ceilingOf,
  countKey,
  isHeldByCeiling,
  roomFrom,
  sumOf,
  type Counted,
} from '../../../shared/domain/ceiling.ts'
import { localTime } from '../../../shared/domain/render-text.ts'
import type { User } from '../../../shared/domain/user.ts'
import { RequestError } from '../../../shared/errors.ts'
import { isoOf } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { countRecipients } from './count-recipients.ts'

/** The officer in whose name a version goes out: who issues it alone, or who submitted what another one approves. */
type Officer = { id: string }

const findOfficer = async (deps: AlertsApiDeps, id: string, version: VersionRecord) => {
  const officer: Pick<User, 'areas' | 'personId' | 'recipientsPerHour'> | undefined =
    await deps.users.find(id)
  const known = officer ?? { areas: version.areas }
  return { person: officer?.personId ?? id, ceiling: ceilingOf(known, deps.recipientsPerHour) }
}

const refusalOf = (counted: Counted, wish: { recipients: number; ceiling: number }): RequestError => {
  const { recipients, ceiling } = wish
  const from = isoOf(roomFrom(counted, wish))
  const room =
    from === null
      ? { en: 'There is never room for so many.', lo: 'ຫຼາຍປານນີ້ສົ່ງບໍ່ໄດ້ຈັກເວລາ.' }
      : { en: `There is room for it from ${from} on.`, lo: `ສົ່ງໄດ້ຕັ້ງແຕ່ ${localTime(Date.parse(from))}.` }
  return new RequestError(
    'ceiling-reached',
    {
      en: `The officer who issues or submitted this may write to ${ceiling} people within an hour; it would go to ${recipients}, after ${sumOf(counted)}. Nothing was sent. ${room.en} At once: another officer who covers the areas submits it, or an admin gives this officer a higher recipientsPerHour. Evacuations and cancellations are never held back.`,
      lo: `ເຈົ້າໜ້າທີ່ຜູ້ອອກ ຫຼື ສະເໜີ ສົ່ງໄດ້ ${ceiling} ຄົນຕໍ່ຊົ່ວໂມງ; ອັນນີ້ຈະໄປຫາ ${recipients} ຄົນ, ຫຼັງຈາກ ${sumOf(counted)} ຄົນ. ບໍ່ມີຫຍັງຖືກສົ່ງ. ${room.lo} ຖ້າດ່ວນ: ໃຫ້ເຈົ້າໜ້າທີ່ຄົນອື່ນຂອງເຂດນີ້ສະເໜີ, ຫຼື ໃຫ້ຜູ້ດູແລເພີ່ມຈຳນວນໃຫ້. ການຍົກຍ້າຍ ແລະ ການຍົກເລີກ ບໍ່ຖືກກັ້ນ.`,
    },
    [],
    {
      ceiling,
      counted: sumOf(counted),
      recipients,
      ...(from === null ? {} : { roomFromIso: from }),
    },
  )
}

/**
 * Counts what is about to go out for the officer and throws ceiling-reached above their ceiling; before anything is
 * written. Levels that nothing may hold back pass. `recipients`: where they were counted already.
 */
export const holdToCeiling = async (
  deps: AlertsApiDeps,
  version: VersionRecord,
  { id }: Officer,
  recipients?: number,
): Promise<void> => {
  if (reachesNobody(version) || !isHeldByCeiling(version.level)) return
  const [{ person, ceiling }, heads] = await Promise.all([
    findOfficer(deps, id, version),
    recipients ?? countRecipients(deps, version),
  ])
  const wish = { recipients: heads, ceiling }
  const key = countKey(version.alertId, version.version)
  const counted = await deps.ceilings.count(
    { person, key, ...wish, isHeld: true },
    toEpochSeconds(deps.clock.nowMs()),
  )
  if (counted.outcome === 'counted') return
  deps.logger.warn('CEILING_HELD', { alertId: version.alertId, version: version.version, userId: id })
  throw refusalOf(counted.counted, wish)
}

/** In whose name a version went out. */
const issuerOf = ({ breakGlass, submission, history }: VersionRecord): string | undefined =>
  breakGlass?.by ?? submission?.by ?? history.find(({ action }) => action === 'issue-alone')?.by

/** Gives back what was counted for an officer where another one was quicker: it went out in that one's name. */
export const giveBackCeiling = async (
  deps: AlertsApiDeps,
  version: VersionRecord,
  { id }: Officer,
): Promise<void> => {
  const issuer = version.issuedAtEpochSeconds === undefined ? undefined : issuerOf(version)
  if (issuer === undefined || issuer === id) return
  const [mine, theirs] = await Promise.all([
    findOfficer(deps, id, version),
    findOfficer(deps, issuer, version),
  ])
  if (mine.person === theirs.person) return
  const key = countKey(version.alertId, version.version)
  await deps.ceilings.giveBack(mine.person, key, toEpochSeconds(deps.clock.nowMs()))
}

/**
 * Counts, after it went out, what nothing may hold back, and says in the log where that was over the ceiling. Never
 * throws: people are being warned.
 */
export const countPastCeiling = async (
  deps: AlertsApiDeps,
  version: VersionRecord,
  { id }: Officer,
): Promise<void> => {
  if (reachesNobody(version) || isHeldByCeiling(version.level)) return
  const names = { alertId: version.alertId, version: version.version, userId: id }
  try {
    const [{ person, ceiling }, recipients] = await Promise.all([
      findOfficer(deps, id, version),
      countRecipients(deps, version),
    ])
    const key = countKey(version.alertId, version.version)
    const counted = await deps.ceilings.count(
      { person, key, recipients, ceiling, isHeld: false },
      toEpochSeconds(deps.clock.nowMs()),
    )
    if (counted.outcome === 'counted' && counted.sum > ceiling) deps.logger.warn('CEILING_PASSED', names)
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    deps.logger.error('CEILING_NOT_COUNTED', { ...names, error: name })
  }
}
