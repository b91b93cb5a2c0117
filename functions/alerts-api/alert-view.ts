import type * as z from 'zod'
import type { alertSummary, alertView, versionView } from '../../shared/contracts/alerts.ts'
import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { isReviewOverdue } from '../../shared/domain/approval.ts'
import type { Halts } from '../../shared/domain/halts.ts'
import { userTouches, type User } from '../../shared/domain/user.ts'
import { notFound } from '../../shared/errors.ts'
import type { AlertsApiDeps } from './deps.ts'

/** The time as people read it; null where there is none. */
export const isoOf = (epochSeconds: number | undefined): string | null =>
  epochSeconds === undefined ? null : toIso(epochSeconds * 1000)

/** What an edit must name: which text of which version was read. */
export const versionEtag = ({ version, revision }: Pick<VersionRecord, 'version' | 'revision'>): string =>
  `${version}.${revision}`

const at = <Deed extends { atEpochSeconds: number }>(deed: Deed | undefined) => {
  if (deed === undefined) return null
  const { atEpochSeconds, ...rest } = deed
  return { ...rest, atIso: toIso(atEpochSeconds * 1000) }
}

const toVersionView = (version: VersionRecord): z.input<typeof versionView> => ({
  version: version.version,
  state: version.state,
  mode: version.mode,
  level: version.level,
  areas: version.areas,
  texts: version.texts,
  template: version.template ?? null,
  freeText: version.template === undefined,
  rendered: version.rendered ?? null,
  expiresAtIso: toIso(version.expiresAtEpochSeconds * 1000),
  issuedAtIso: isoOf(version.issuedAtEpochSeconds),
  submission: at(version.submission),
  approval: at(version.approval),
  breakGlass: at(version.breakGlass),
  reviewDueAtIso: isoOf(version.reviewDueAtEpochSeconds),
  review: at(version.review),
  districtsToFanOut: version.fanOutOpen.size,
  secondWaveOpenedAtIso: isoOf(version.secondWaveOpenedAtEpochSeconds),
  resends: version.resends,
  history: version.history,
})

/** An alert as a line of the list, told by its latest version. */
export const toAlertSummary = (
  alert: AlertRecord,
  latest: VersionRecord,
  versions: readonly VersionRecord[],
  nowEpochSeconds: number,
): z.input<typeof alertSummary> => ({
  alertId: alert.alertId,
  number: alert.number,
  kind: alert.kind,
  hazard: alert.hazard,
  mode: alert.mode,
  level: latest.level,
  state: latest.state,
  areas: alert.areas,
  version: latest.version,
  createdAtIso: alert.createdAtIso,
  createdBy: alert.createdBy,
  waitsForApprovalSinceIso: latest.state === 'submitted' ? isoOf(latest.submission?.atEpochSeconds) : null,
  reviewOverdue: versions.some((version) => isReviewOverdue(version, nowEpochSeconds)),
})

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

/** The version asked for, or the latest. Throws not-found where there is none of this number. */
export const findVersionOf = async (
  deps: Pick<AlertsApiDeps, 'alerts'>,
  alert: AlertRecord,
  version: number | undefined,
): Promise<VersionRecord> => {
  const found = await deps.alerts.findVersion(alert.alertId, version ?? alert.latestVersion)
  if (found === undefined) throw notFound('version')
  return found
}

/** Whether and since when every SMS of the account is stopped. */
export const accountStopView = ({ accountStop }: Halts) => ({
  accountStopped: accountStop !== undefined,
  accountStoppedSinceIso: isoOf(accountStop?.atEpochSeconds),
})

/** The alert with all its versions, as it stands now. */
export const readAlertView = async (
  deps: Pick<AlertsApiDeps, 'alerts' | 'halts' | 'clock'>,
  alert: AlertRecord,
): Promise<z.input<typeof alertView>> => {
  const [versions, halts] = await Promise.all([deps.alerts.listVersions(alert.alertId), deps.halts.find()])
  const latest = versions.at(-1)
  if (latest === undefined) throw new Error('an alert without a version')
  return {
    ...toAlertSummary(alert, latest, versions, toEpochSeconds(deps.clock.nowMs())),
    etag: versionEtag(latest),
    ...accountStopView(halts),
    versions: versions.map(toVersionView),
  }
}
