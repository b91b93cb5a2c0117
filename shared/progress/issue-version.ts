import type { VersionRecord } from '../contracts/version-record.ts'
import { toEpochSeconds, toIso, type Clock } from '../clock.ts'
import { renderTexts } from '../domain/render-text.ts'
import type { ApprovalStore } from '../store/approval-store.ts'
import { queueDistricts } from './queue-districts.ts'
import { supersedeOlder, type SupersedeDeps } from './supersede-older.ts'

type IssueDeps = { approvals: Pick<ApprovalStore, 'issue'>; recoverySeconds: number; clock: Clock }

/** Takes a version to dispatching, its texts stamped with this moment. False where its state or text is another. */
export const issueVersion = (
  deps: IssueDeps,
  version: VersionRecord,
  issue: {
    action: 'issue-alone' | 'issue' | 'break-glass'
    by: string
    note?: string
    requestId?: string
    breakGlass?: VersionRecord['breakGlass']
    reviewDueAtEpochSeconds?: number
  },
): Promise<boolean> => {
  const nowMs = deps.clock.nowMs()
  const { action, by, note, requestId, ...rest } = issue
  return deps.approvals.issue(version, action, {
    ...rest,
    rendered: renderTexts(version.texts, version.mode, {
      number: version.number,
      version: version.version,
      issuedAtMs: nowMs,
    }),
    issuedAtEpochSeconds: toEpochSeconds(nowMs),
    dueAtEpochSeconds: toEpochSeconds(nowMs) + deps.recoverySeconds,
    history: {
      action,
      by,
      atIso: toIso(nowMs),
      ...(note === undefined ? {} : { note }),
      ...(requestId === undefined ? {} : { requestId }),
    },
  })
}

/**
 * Ends older versions and hints the fan-out, late enough that nothing of an older one goes out after it. The fan-out
 * itself makes sure of both.
 */
export const startFanOut = async (deps: SupersedeDeps, version: VersionRecord, by: string): Promise<void> => {
  if (version.fanOutOpen.size === 0) return
  const mayBeginAtMs = await supersedeOlder(deps, version, by)
  const delaySeconds = Math.max(0, Math.ceil((mayBeginAtMs - deps.clock.nowMs()) / 1000))
  await queueDistricts(deps, version, 'fan-out', version.fanOutOpen, delaySeconds)
}
