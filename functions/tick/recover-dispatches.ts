import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { hasOpenWork, type Dispatch } from '../../shared/domain/dispatch.ts'
import { heldUntilMs } from '../../shared/domain/quiet-hours.ts'
import { queueWaves } from '../../shared/progress/queue-waves.ts'
import type { TickDeps } from './deps.ts'

const versionText = ({ alertId, version }: Pick<Dispatch, 'alertId' | 'version'>): string =>
  `${alertId}#${version}`

const longestWaitSeconds = 900

/** Waits half as long again each time, up to a quarter of an hour: a long queue is not filled with copies of itself. */
const nextDue = (deps: TickDeps, version: VersionRecord, nowSeconds: number): number => {
  const ageSeconds = nowSeconds - (version.issuedAtEpochSeconds ?? nowSeconds)
  return nowSeconds + Math.max(deps.recoverySeconds, Math.min(Math.ceil(ageSeconds / 2), longestWaitSeconds))
}

const byVersion = (dispatches: readonly Dispatch[]): Dispatch[][] => {
  const groups = new Map<string, Dispatch[]>()
  for (const one of dispatches) groups.set(versionText(one), [...(groups.get(versionText(one)) ?? []), one])
  return [...groups.values()]
}

/**
 * A version that was completed over a delivery that a resend had made pending: two resend jobs of one district ran at
 * once, and the slower one knew nothing of the other. It goes on.
 */
const reopen = async (
  deps: TickDeps,
  version: VersionRecord,
  dispatches: readonly Dispatch[],
): Promise<void> => {
  const nowMs = deps.clock.nowMs()
  deps.logger.warn('VERSION_REOPENED', { alertId: version.alertId, dispatches: dispatches.length })
  await deps.control.reopen(version, {
    wavesToQueue: new Set(dispatches.map(({ district }) => district)),
    dueAtEpochSeconds: toEpochSeconds(nowMs),
    history: { action: 'reopen', by: 'siang', atIso: toIso(nowMs) },
  })
}

/** Puts overdue dispatches of one version on their lanes again, then moves their time on. */
const recoverGroup = async (
  deps: TickDeps,
  dispatches: readonly Dispatch[],
  isAccountStopped: boolean,
): Promise<{ version: VersionRecord | undefined; queued: number }> => {
  const [first] = dispatches
  const version = first && (await deps.alerts.findVersion(first.alertId, first.version))
  if (version === undefined) return { version, queued: 0 }
  if (version.state === 'completed') await reopen(deps, version, dispatches)
  const nowMs = deps.clock.nowMs()
  const restsUntilMs = heldUntilMs(version, deps.quietHours, nowMs)
  const rests = restsUntilMs !== undefined && version.state === 'dispatching'
  // While the account is stopped senders queue anew what they have: copies would only add to it.
  const isHeld =
    rests || (isAccountStopped && version.state === 'dispatching' && version.notice === undefined)
  const queued = isHeld ? 0 : await queueWaves(deps, version, dispatches)
  const until = rests
    ? Math.min(Math.ceil(restsUntilMs / 1000), version.expiresAtEpochSeconds)
    : nextDue(deps, version, toEpochSeconds(nowMs))
  await Promise.all(dispatches.map((dispatch) => deps.dispatches.postpone(dispatch, until)))
  return { version, queued }
}

/**
 * Puts those of the dispatches that were due by then on their lanes again, then moves their time on: where a lane
 * refuses, the next minute tries again. What is stopped is moved on alone: its resumption queues it. Answers with
 * the versions of them.
 */
export const recoverDispatches = async (
  deps: TickDeps,
  dispatches: readonly Dispatch[],
  dueByEpochSeconds: number,
): Promise<VersionRecord[]> => {
  const overdue = dispatches.filter(
    (dispatch) => hasOpenWork(dispatch) && (dispatch.dueAtEpochSeconds ?? 0) <= dueByEpochSeconds,
  )
  if (overdue.length === 0) return []
  const { accountStop } = await deps.halts.find()
  const done = await Promise.all(
    byVersion(overdue).map((group) => recoverGroup(deps, group, accountStop !== undefined)),
  )
  deps.metrics.count(
    'WavesRecovered',
    done.reduce((sum, { queued }) => sum + queued, 0),
  )
  return done.flatMap(({ version }) => version ?? [])
}
