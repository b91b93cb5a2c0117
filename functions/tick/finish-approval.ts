import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { RequestError } from '../../shared/errors.ts'
import { issueVersion, startFanOut } from '../../shared/progress/issue-version.ts'
import { noteEvent } from '../../shared/progress/note-event.ts'
import type { TickDeps } from './deps.ts'

/** How often it is tried again to issue what a budget has no room for. */
const againSeconds = 900

/** A cancel is issued by whoever wrote it; all else that was approved by Siang. */
const issueOf = ({ state, history }: VersionRecord) =>
  state === 'draft'
    ? ({ action: 'issue-alone', by: history[0]?.by ?? 'siang' } as const)
    : ({ action: 'issue', by: 'siang' } as const)

/** False where somebody was quicker, or the budget has no room for it now: that may change until its time is over. */
const issueIfBudgetAllows = async (deps: TickDeps, version: VersionRecord): Promise<boolean> => {
  try {
    return await issueVersion(deps, version, issueOf(version))
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    deps.logger.warn('APPROVED_VERSION_NOT_ISSUED', { alertId: version.alertId, code: error.code })
    const again = toEpochSeconds(deps.clock.nowMs()) + againSeconds
    await deps.progress.postpone(version, Math.min(again, version.expiresAtEpochSeconds))
    return false
  }
}

/** A cancel whose time is over makes room for another one. */
const endUnissued = async (deps: TickDeps, version: VersionRecord, nowMs: number): Promise<void> => {
  const by = { by: 'siang', atIso: toIso(nowMs) }
  const action = version.state === 'draft' ? 'reject' : 'expire'
  const isEnded =
    action === 'reject'
      ? await deps.approvals.sendBack(version, action, { action, ...by, because: 'time-over' })
      : await deps.approvals.expireUnissued(version, { action, ...by })
  if (isEnded) await noteEvent(deps, version, action, 'siang')
}

/**
 * A version that was submitted or approved and not issued, or a cancel that was written: ends it when its time is over,
 * and issues what was approved or taken back by somebody who died before they did.
 */
export const finishApproval = async (deps: TickDeps, version: VersionRecord): Promise<void> => {
  // The index may still name what was taken back to a draft since: that is nobody's to issue but its officers'.
  if (version.state === 'draft' && version.level !== 'cancel') return
  const nowMs = deps.clock.nowMs()
  if (toEpochSeconds(nowMs) >= version.expiresAtEpochSeconds) {
    await endUnissued(deps, version, nowMs)
    return
  }
  if (version.state === 'submitted') {
    await deps.progress.postpone(version, version.expiresAtEpochSeconds)
    return
  }
  if (!(await issueIfBudgetAllows(deps, version))) return
  const issued = await deps.alerts.findVersion(version.alertId, version.version)
  deps.logger.warn('APPROVED_VERSION_ISSUED', { alertId: version.alertId, version: version.version })
  const { action, by } = issueOf(version)
  await noteEvent(deps, version, action, by)
  if (issued !== undefined) await startFanOut(deps, issued, 'siang')
}
