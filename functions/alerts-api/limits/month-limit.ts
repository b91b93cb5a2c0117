import { toIso } from '../../../shared/clock.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import type { AlertKind } from '../../../shared/domain/alert.ts'
import type { AudienceFilter } from '../../../shared/domain/audience.ts'
import type { Village } from '../../../shared/domain/village.ts'
import { RequestError } from '../../../shared/errors.ts'
import { listMeant } from '../../../shared/progress/list-meant.ts'
import { findFull } from '../../../shared/store/month-places-store.ts'
import type { AlertsApiDeps } from '../deps.ts'

type Deps = Pick<AlertsApiDeps, 'villages' | 'monthPlaces' | 'preparednessPerMonth' | 'clock'>

/** The calendar month in Laos, as yyyy-mm. */
const monthNow = ({ clock }: Pick<Deps, 'clock'>): string => toIso(clock.nowMs()).slice(0, 7)

const toNamed = ({ code, nameLo, nameEn }: Village) => ({ code, nameLo, nameEn })

/** Villages that have had their preparedness messages of the month, where the alert is another one. */
export const findOverLimit = async (
  deps: Deps,
  kind: AlertKind,
  districts: Readonly<Record<string, readonly string[]>>,
  audience?: AudienceFilter,
) => {
  if (kind !== 'preparedness') return []
  const most = deps.preparednessPerMonth
  const month = monthNow(deps)
  const full = await Promise.all(
    Object.entries(districts).map(async ([district, only]) => {
      const places = await deps.monthPlaces.find({ month, district })
      const meant = Object.keys(places).filter((village) => only.length === 0 || only.includes(village))
      return { district, villages: findFull(places, meant, { alertId: '', most }) }
    }),
  )
  const over = Object.fromEntries(
    full.filter(({ villages }) => villages.length > 0).map(({ district, villages }) => [district, villages]),
  )
  return (await listMeant(deps, over, audience)).flatMap(({ villages }) => villages.map(toNamed))
}

const namedAtMost = 20

const overLimit = (most: number, villages: readonly Village[]): RequestError =>
  new RequestError(
    'monthly-limit',
    {
      en: `${villages.length} villages had their ${most} preparedness messages of this month. Leave them out, or say why they need another one as overLimitReason. Nothing was sent.`,
      lo: `${villages.length} ບ້ານໄດ້ຮັບຂໍ້ຄວາມກຽມພ້ອມຂອງເດືອນນີ້ຄົບ ${most} ເທື່ອແລ້ວ. ເອົາບ້ານເຫຼົ່ານັ້ນອອກ, ຫຼື ບອກເຫດຜົນໃນ overLimitReason. ບໍ່ມີຫຍັງຖືກສົ່ງ.`,
    },
    villages.slice(0, namedAtMost).map(({ code, nameEn, nameLo }) => ({
      path: 'body.overLimitReason',
      message: {
        en: `${code} ${nameEn} is over the limit.`,
        lo: `${code} ${nameLo === '' ? nameEn : nameLo} ຄົບຈຳນວນແລ້ວ.`,
      },
    })),
    { villages: villages.length },
  )

/**
 * Takes the places of a preparedness message in its villages' month. Throws where one of them has had enough, unless
 * the officer says why: then nothing is taken. Later versions of an alert take none.
 */
const takeMonthPlaces = async (deps: Deps, version: VersionRecord, isOverridden: boolean): Promise<void> => {
  if (version.lane !== 'routine' || version.version > 1) return
  const { alertId } = version
  const month = monthNow(deps)
  const districts = await listMeant(deps, version.districts)
  const most = isOverridden ? Number.MAX_SAFE_INTEGER : deps.preparednessPerMonth
  const before = await Promise.all(
    districts.map(async ({ district, villages }) => {
      const places = await deps.monthPlaces.find({ month, district })
      const codes = villages.map(({ code }) => code)
      const none = findFull(places, codes, { alertId, most })
      return villages.filter(({ code }) => none.includes(code))
    }),
  )
  if (before.some(({ length }) => length > 0)) throw overLimit(most, before.flat())
  const full: Village[] = []
  for (const { district, villages } of districts) {
    const wish = { month, district, villages: villages.map(({ code }) => code), alertId, most }
    // oxlint-disable-next-line no-await-in-loop -- one district after the other, as others may take places too
    const none = await deps.monthPlaces.take(wish, true)
    full.push(...villages.filter(({ code }) => none.includes(code)))
  }
  if (full.length === 0) return
  for (const { district } of districts) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    await deps.monthPlaces.release({ month, district }, alertId)
  }
  throw overLimit(most, full)
}

const releaseMonthPlaces = async (deps: Deps, version: VersionRecord): Promise<void> => {
  if (version.lane !== 'routine' || version.version > 1) return
  const month = monthNow(deps)
  await Promise.all(
    Object.keys(version.districts).map((district) =>
      deps.monthPlaces.release({ month, district }, version.alertId),
    ),
  )
}

/** Sends a message on with its places of the month, and gives them back where it is refused after all. */
export const inMonthPlaces = async <Result>(
  deps: Deps,
  version: VersionRecord,
  isOverridden: boolean,
  send: () => Promise<Result>,
): Promise<Result> => {
  await takeMonthPlaces(deps, version, isOverridden)
  try {
    return await send()
  } catch (error) {
    // Where it is not known what came of it the places stay taken: rather one message too few than too many.
    if (error instanceof RequestError) await releaseMonthPlaces(deps, version)
    throw error
  }
}
