import type { AlertRecord, VersionRecord } from '../../../shared/contracts/version-record.ts'
import { notFound } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { changingNow } from '../wrong-state.ts'

const mostTries = 5

/** Makes the alert's record name its latest version, where whoever wrote that died before they did. */
export const showLatest = async (
  deps: Pick<AlertsApiDeps, 'alerts'>,
  alert: AlertRecord,
  version: Pick<VersionRecord, 'version' | 'areas'>,
): Promise<AlertRecord> => {
  let shown = alert
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (shown.latestVersion >= version.version) return shown
    // oxlint-disable-next-line no-await-in-loop -- again only where somebody changed the areas in the same moment
    await deps.alerts.showVersion(shown, version)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const found = await deps.alerts.find(alert.alertId)
    if (found === undefined) throw notFound('alert')
    shown = found
  }
  throw changingNow()
}
