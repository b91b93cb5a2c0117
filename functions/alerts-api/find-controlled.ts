import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import { versionStateLabels } from '../../shared/domain/state-labels.ts'
import { userCovers, type User } from '../../shared/domain/user.ts'
import type { Words } from '../../shared/domain/wording.ts'
import { notFound, RequestError } from '../../shared/errors.ts'
import { findVisibleAlert } from './alert-view.ts'
import type { AlertsApiDeps } from './deps.ts'

const steps = {
  edit: { en: 'edited', lo: 'ແກ້ໄຂ' },
  issue: { en: 'issued', lo: 'ອອກ' },
  'issue-alone': { en: 'issued alone', lo: 'ອອກຄົນດຽວ' },
  reject: { en: 'rejected', lo: 'ປະຕິເສດ' },
  resend: { en: 'resent', lo: 'ສົ່ງອີກ' },
  resume: { en: 'resumed', lo: 'ສົ່ງຕໍ່' },
  return: { en: 'returned', lo: 'ສົ່ງຄືນ' },
  stop: { en: 'stopped', lo: 'ຢຸດ' },
} as const satisfies Record<string, Words>

/** What the same request did to the version before, if it came before. */
export const findEarlier = (
  { history }: VersionRecord,
  requestId: string,
): VersionRecord['history'][number] | undefined => history.find((entry) => entry.requestId === requestId)

/**
 * The alert and its version that people see on their phones: the latest one that was issued, whatever draft came after
 * it. Or the one that this request was about when it came before: a stop that comes again must not stop what was issued
 * since. Throws not-found unless the officer covers every area of it.
 */
export const findControlled = async (
  deps: Pick<AlertsApiDeps, 'alerts'>,
  user: User,
  alertId: string,
  requestId: string,
): Promise<{ alert: AlertRecord; version: VersionRecord }> => {
  const alert = await findVisibleAlert(deps, user, alertId)
  const versions = await deps.alerts.listVersions(alertId)
  const version =
    versions.find((one) => findEarlier(one, requestId)) ??
    versions.findLast((one) => one.issuedAtEpochSeconds !== undefined) ??
    versions.at(-1)
  if (version === undefined || !version.areas.every((area) => userCovers(user, area))) throw notFound('alert')
  return { alert, version }
}

/** Reads a version again that is known to be there. */
export const readAgain = async (
  deps: Pick<AlertsApiDeps, 'alerts'>,
  { alertId, version }: VersionRecord,
): Promise<VersionRecord> => {
  const found = await deps.alerts.findVersion(alertId, version)
  if (found === undefined) throw notFound('version')
  return found
}

export const wrongState = ({ state }: VersionRecord, what: keyof typeof steps): RequestError =>
  new RequestError('wrong-state', {
    en: `This version is ${state}: it cannot be ${steps[what].en}. Nothing was changed.`,
    lo: `ສະບັບນີ້ຢູ່ໃນສະຖານະ “${versionStateLabels[state].lo}”: ${steps[what].lo}ບໍ່ໄດ້. ບໍ່ມີຫຍັງປ່ຽນ.`,
  })

/** Somebody is quicker again and again. */
export const changingNow = (): RequestError =>
  new RequestError('wrong-state', {
    en: 'Others are changing this alert at this moment. Try again.',
    lo: 'ຄົນອື່ນກຳລັງປ່ຽນຄຳເຕືອນນີ້. ລອງອີກ.',
  })

/** Throws where the version's time is over: nothing of it may be handed over. */
export const checkTimeLeft = (deps: Pick<AlertsApiDeps, 'clock'>, version: VersionRecord): void => {
  if (version.expiresAtEpochSeconds * 1000 > deps.clock.nowMs()) return
  throw new RequestError('wrong-state', {
    en: 'The time until which this version holds has passed: what is pending expires. Write a new one.',
    lo: 'ສະບັບນີ້ໝົດອາຍຸແລ້ວ: ສ່ວນທີ່ຍັງບໍ່ໄດ້ສົ່ງຈະບໍ່ຖືກສົ່ງ. ໃຫ້ຂຽນອັນໃໝ່.',
  })
}
