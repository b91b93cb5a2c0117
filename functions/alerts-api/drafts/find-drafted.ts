import type { AlertRecord, VersionRecord } from '../../../shared/contracts/version-record.ts'
import { userCovers, type User } from '../../../shared/domain/user.ts'
import { notFound, RequestError } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findEarlier, findVisibleAlert } from '../find-alert.ts'
import { showLatest } from './show-latest.ts'

/** A cancel is issued by the request that writes it, or by `tick`: for nobody to edit, approve or reject. */
const checkIsNoCancel = ({ level, state }: VersionRecord): void => {
  if (level !== 'cancel' || state !== 'draft') return
  throw new RequestError('wrong-state', {
    en: 'This alert is being cancelled at this moment.',
    lo: 'ຄຳເຕືອນນີ້ກຳລັງຖືກຍົກເລີກ.',
  })
}

/**
 * The alert and its latest version, or the one that this request was about when it came before: a request that comes
 * again must not begin anything with a version that was written since. Throws not-found unless the officer covers every
 * area of the version.
 */
export const findDrafted = async (
  deps: Pick<AlertsApiDeps, 'alerts'>,
  user: User,
  alertId: string,
  requestId?: string,
): Promise<{ alert: AlertRecord; version: VersionRecord }> => {
  const alert = await findVisibleAlert(deps, user, alertId)
  const versions = await deps.alerts.listVersions(alertId)
  const repeated = requestId === undefined ? undefined : versions.find((one) => findEarlier(one, requestId))
  const version = repeated ?? versions.at(-1)
  if (version?.areas.every((area) => userCovers(user, area)) !== true) throw notFound('alert')
  checkIsNoCancel(version)
  return { alert: repeated === undefined ? await showLatest(deps, alert, version) : alert, version }
}
