import type { VersionRecord } from '../contracts/version-record.ts'
import { toEpochSeconds, toIso, type Clock } from '../clock.ts'
import { renderTexts } from '../domain/render-text.ts'
import type { ApprovalStore } from '../store/approval-store.ts'
import type { NoticeStore } from '../store/notice-store.ts'
import { queueDistricts } from './queue-districts.ts'
import { reserveBudget, type ReserveDeps } from './reserve-budget.ts'
import { supersedeOlder, type SupersedeDeps } from './supersede-older.ts'
import { watchNotices } from './tell-notices.ts'

type IssueDeps = ReserveDeps & {
  approvals: Pick<ApprovalStore, 'issue'>
  notices: Pick<NoticeStore, 'watch'>
  clock: Clock
}

/**
 * Takes a version to dispatching, its texts stamped with this moment and its SMS reserved of the month's budgets. False
 * where its state or text is another; throws budget-exceeded where a routine one may not go out.
 */
export const issueVersion = async (
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
  await watchNotices(deps, version)
  const nowMs = deps.clock.nowMs()
  const { action, by, note, requestId, ...rest } = issue
  const budget = await reserveBudget(deps, version, nowMs)
  return deps.approvals.issue(version, action, {
    ...rest,
    ...(budget === undefined ? {} : { budget }),
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
