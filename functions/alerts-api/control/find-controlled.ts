import type { AlertRecord, VersionRecord } from '../../../shared/contracts/version-record.ts'
import { userCovers, type User } from '../../../shared/domain/user.ts'
import { notFound, RequestError } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findEarlier, findVisibleAlert } from '../find-alert.ts'

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

/** Throws where the version's time is over: nothing of it may be handed over. */
export const checkTimeLeft = (deps: Pick<AlertsApiDeps, 'clock'>, version: VersionRecord): void => {
  if (version.expiresAtEpochSeconds * 1000 > deps.clock.nowMs()) return
  throw new RequestError('wrong-state', {
    en: 'The time until which this version holds has passed: what is pending expires. Write a new one.',
    lo: 'ສະບັບນີ້ໝົດອາຍຸແລ້ວ: ສ່ວນທີ່ຍັງບໍ່ໄດ້ສົ່ງຈະບໍ່ຖືກສົ່ງ. ໃຫ້ຂຽນອັນໃໝ່.',
  })
}
