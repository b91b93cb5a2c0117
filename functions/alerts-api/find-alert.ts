import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import { userTouches, type User } from '../../shared/domain/user.ts'
import { notFound } from '../../shared/errors.ts'
import type { AlertsApiDeps } from './deps.ts'
import { issuedOf } from './told-so-far.ts'

/** Whether the user may look at the alert: it concerns a part of their areas. */
export const maySee = (user: User, alert: AlertRecord): boolean =>
  alert.areas.some((area) => userTouches(user, area))

/** The alert, if there is one that concerns the user's areas. Throws not-found otherwise. */
export const findVisibleAlert = async (
  deps: Pick<AlertsApiDeps, 'alerts'>,
  user: User,
  alertId: string,
): Promise<AlertRecord> => {
  const alert = await deps.alerts.find(alertId)
  if (alert === undefined || !maySee(user, alert)) throw notFound('alert')
  return alert
}

/** What phones were told last, whatever draft came after it; the first version where nothing was issued. */
const lastIssuedOr = (versions: readonly VersionRecord[]): VersionRecord | undefined =>
  issuedOf(versions).at(-1) ?? versions[0]

/** The version asked for, or the last that was issued. Throws not-found where there is none of this number. */
export const findVersionOf = async (
  deps: Pick<AlertsApiDeps, 'alerts'>,
  alert: AlertRecord,
  version: number | undefined,
): Promise<VersionRecord> => {
  const found =
    version === undefined
      ? lastIssuedOr(await deps.alerts.listVersions(alert.alertId))
      : await deps.alerts.findVersion(alert.alertId, version)
  if (found === undefined) throw notFound('version')
  return found
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

/** What the same request did to the version before, if it came before. */
export const findEarlier = (
  { history }: VersionRecord,
  requestId: string,
): VersionRecord['history'][number] | undefined => history.find((entry) => entry.requestId === requestId)
