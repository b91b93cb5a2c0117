import type { VersionRecord } from '../contracts/version-record.ts'
import { toEpochSeconds, toIso, type Clock } from '../clock.ts'
import type { ApprovalStore } from '../store/approval-store.ts'
import type { NoticeStore } from '../store/notice-store.ts'
import { approvalDigest, countHeads } from './count-heads.ts'
import { watchNotices } from './tell-notices.ts'
import type { PlanDistrictDeps } from './plan-district.ts'

type SubmitDeps = PlanDistrictDeps & {
  approvals: Pick<ApprovalStore, 'submit'>
  notices: Pick<NoticeStore, 'watch'>
  clock: Clock
}

/**
 * Notes what goes out and to whom: that, and nothing else, is what a second person approves. False where somebody has
 * edited the draft since it was read, or it is none any more.
 */
export const submitVersion = async (
  deps: SubmitDeps,
  version: VersionRecord,
  { by, note, requestId }: { by: string; note?: string; requestId?: string },
): Promise<boolean> => {
  const heads = await countHeads(deps, version)
  await watchNotices(deps, version)
  const nowMs = deps.clock.nowMs()
  return deps.approvals.submit(
    version,
    {
      by,
      atEpochSeconds: toEpochSeconds(nowMs),
      digest: approvalDigest(version, heads),
      headCount: heads.recipients,
    },
    {
      history: {
        action: 'submit',
        by,
        atIso: toIso(nowMs),
        ...(note === undefined ? {} : { note }),
        ...(requestId === undefined ? {} : { requestId }),
      },
      dueAtEpochSeconds: version.expiresAtEpochSeconds,
    },
  )
}
