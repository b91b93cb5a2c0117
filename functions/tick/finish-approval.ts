import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { issueVersion, startFanOut } from '../../shared/progress/issue-version.ts'
import { noteEvent } from '../../shared/progress/note-event.ts'
import type { TickDeps } from './deps.ts'

/**
 * A version that was submitted or approved and not issued: ends it when its time is over, and issues what was approved
 * by somebody who died before they did.
 */
export const finishApproval = async (deps: TickDeps, version: VersionRecord): Promise<void> => {
  const nowMs = deps.clock.nowMs()
  if (toEpochSeconds(nowMs) >= version.expiresAtEpochSeconds) {
    const by = { by: 'siang', atIso: toIso(nowMs) }
    const isEnded = await deps.approvals.expireUnissued(version, { action: 'expire', ...by })
    if (isEnded) await noteEvent(deps, version, 'expire', 'siang')
    return
  }
  if (version.state !== 'approved') {
    await deps.progress.postpone(version, version.expiresAtEpochSeconds)
    return
  }
  if (!(await issueVersion(deps, version, { action: 'issue', by: 'siang' }))) return
  const issued = await deps.alerts.findVersion(version.alertId, version.version)
  deps.logger.warn('APPROVED_VERSION_ISSUED', { alertId: version.alertId, version: version.version })
  await noteEvent(deps, version, 'issue', 'siang')
  if (issued !== undefined) await startFanOut(deps, issued, 'siang')
}
