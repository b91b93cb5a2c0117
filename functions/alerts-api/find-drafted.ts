import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import { userCovers, type User } from '../../shared/domain/user.ts'
import { notFound, RequestError } from '../../shared/errors.ts'
import { findVersionOf, findVisibleAlert } from './alert-view.ts'
import type { AlertsApiDeps } from './deps.ts'

/** The alert and its latest version. Throws not-found unless the officer covers every area of it. */
export const findDrafted = async (
  deps: Pick<AlertsApiDeps, 'alerts'>,
  user: User,
  alertId: string,
): Promise<{ alert: AlertRecord; version: VersionRecord }> => {
  const alert = await findVisibleAlert(deps, user, alertId)
  const version = await findVersionOf(deps, alert, undefined)
  if (!version.areas.every((area) => userCovers(user, area))) throw notFound('alert')
  return { alert, version }
}

/** Throws where the time until which the version holds has passed before it was issued. */
export const checkStillHolds = (deps: Pick<AlertsApiDeps, 'clock'>, version: VersionRecord): void => {
  if (version.expiresAtEpochSeconds * 1000 > deps.clock.nowMs()) return
  throw new RequestError(
    'wrong-state',
    'The time until which this alert holds has passed. Edit the draft, or write a new one.',
    [{ path: 'expiresAtIso', message: 'Lies in the past by now.' }],
  )
}
