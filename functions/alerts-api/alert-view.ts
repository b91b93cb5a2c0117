import type * as z from 'zod'
import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import type { alertSummary, alertView, versionView } from '../../shared/contracts/alerts.ts'
import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import { isNotEnded, remainingOf } from '../../shared/domain/alert-ending.ts'
import { isReviewOverdue } from '../../shared/domain/approval.ts'
import type { Halts } from '../../shared/domain/halts.ts'
import { sayOwnNote } from '../../shared/domain/own-notes.ts'
import { heldUntilMs } from '../../shared/domain/quiet-hours.ts'
import type { Notices, ToldRecord } from '../../shared/store/notice-store.ts'
import type { AlertsApiDeps } from './deps.ts'
import { actorsOf, namePeople } from './name-people.ts'
import { issuedOf } from './told-so-far.ts'

/** The time as people read it; null where there is none. */
export const isoOf = (epochSeconds: number | undefined): string | null =>
  epochSeconds === undefined ? null : toIso(epochSeconds * 1000)

/** Which text of which version was read: what an edit must name, and what is issued may. */
export const versionEtag = ({ version, revision }: Pick<VersionRecord, 'version' | 'revision'>): string =>
  `${version}.${revision}`

const at = <Deed extends { atEpochSeconds: number }>(deed: Deed | undefined) => {
  if (deed === undefined) return null
  const { atEpochSeconds, ...rest } = deed
  return { ...rest, atIso: toIso(atEpochSeconds * 1000) }
}

type WhenDeps = Pick<AlertsApiDeps, 'quietHours' | 'clock'>

/** Until when quiet hours hold what goes out now; null where they hold nothing of it. */
export const quietUntil = (
  { quietHours, clock }: WhenDeps,
  version: Pick<VersionRecord, 'lane' | 'mode'>,
): string | null => {
  const untilMs = heldUntilMs(version, quietHours, clock.nowMs())
  return untilMs === undefined ? null : toIso(untilMs)
}

/** Until when quiet hours hold what waits of the version; null where nothing of it goes out, or it goes. */
export const heldByQuietHours = (
  deps: WhenDeps,
  version: Pick<VersionRecord, 'state' | 'lane' | 'mode'>,
): string | null => (version.state === 'dispatching' ? quietUntil(deps, version) : null)

const toVersionView = (
  deps: WhenDeps,
  version: VersionRecord,
  told: readonly ToldRecord[],
): z.input<typeof versionView> => ({
  version: version.version,
  state: version.state,
  mode: version.mode,
  reaches: version.reaches,
  level: version.level,
  areas: version.areas,
  audience: version.audience ?? null,
  texts: version.texts,
  template: version.template ?? null,
  freeText: version.template === undefined,
  rendered: version.rendered ?? null,
  expiresAtIso: toIso(version.expiresAtEpochSeconds * 1000),
  issuedAtIso: isoOf(version.issuedAtEpochSeconds),
  heldByQuietHoursUntilIso: heldByQuietHours(deps, version),
  budget: version.budget ?? null,
  submission: at(version.submission),
  approval: at(version.approval),
  breakGlass: at(version.breakGlass),
  reviewDueAtIso: isoOf(version.reviewDueAtEpochSeconds),
  review: at(version.review),
  districtsToFanOut: version.fanOutOpen.size,
  secondWaveOpenedAtIso: isoOf(version.secondWaveOpenedAtEpochSeconds),
  resends: version.resends,
  notices: told.map(({ kind, atIso, sms, withoutPhone }) => ({ kind, atIso, sms, withoutPhone })),
  history: version.history.map((deed) => ({ ...deed, words: sayOwnNote(deed) })),
})

const toldOf = (notices: readonly Notices[], { version }: VersionRecord): readonly ToldRecord[] =>
  notices.find((one) => one.version === version)?.told ?? []

/** What phones were told last; null where nothing was. */
const toLastIssued = (versions: readonly VersionRecord[]) => {
  const issued = issuedOf(versions).at(-1)
  if (issued === undefined) return null
  const { version, level, state, expiresAtEpochSeconds } = issued
  return { version, level, state, expiresAtIso: toIso(expiresAtEpochSeconds * 1000) }
}

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
  reaches: alert.reaches,
  level: latest.level,
  state: latest.state,
  areas: alert.areas,
  version: latest.version,
  createdAtIso: alert.createdAtIso,
  createdBy: alert.createdBy,
  scheduleId: alert.scheduleId ?? null,
  waitsForApprovalSinceIso: latest.state === 'submitted' ? isoOf(latest.submission?.atEpochSeconds) : null,
  lastIssued: toLastIssued(versions),
  notEnded: isNotEnded(alert, versions),
  remaining: remainingOf(versions),
  reviewOverdue: versions.some((version) => isReviewOverdue(version, nowEpochSeconds)),
})

/** Whether and since when every SMS of the account is stopped. */
export const accountStopView = ({ accountStop }: Halts) => ({
  accountStopped: accountStop !== undefined,
  accountStoppedSinceIso: isoOf(accountStop?.atEpochSeconds),
})

/** The alert with all its versions, as it stands now. */
export const readAlertView = async (
  deps: Pick<AlertsApiDeps, 'alerts' | 'halts' | 'notices' | 'users' | 'clock' | 'quietHours'>,
  alert: AlertRecord,
): Promise<z.input<typeof alertView>> => {
  const [versions, halts, notices] = await Promise.all([
    deps.alerts.listVersions(alert.alertId),
    deps.halts.find(),
    deps.notices.list(alert.alertId),
  ])
  const latest = versions.at(-1)
  if (latest === undefined) throw new Error('an alert without a version')
  return {
    ...toAlertSummary(alert, latest, versions, toEpochSeconds(deps.clock.nowMs())),
    etag: versionEtag(latest),
    ...accountStopView(halts),
    people: await namePeople(deps, actorsOf(alert, versions)),
    versions: versions.map((version) => toVersionView(deps, version, toldOf(notices, version))),
  }
}
