import { toEpochSeconds } from '../clock.ts'
import type { Halts } from '../domain/halts.ts'
import type { AccountNoticeKind } from '../domain/notices/notice.ts'
import { accountNoticeTexts } from '../domain/notices/notice-words.ts'
import type { Pace } from '../store/pace-record.ts'
import { sendNotice, type SendNoticeDeps } from './send-notice.ts'

const staleSeconds = 24 * 3600

/**
 * Tells admins that every SMS of the account is stopped, or that SMS go out again, once for each time; whoever comes
 * again tells nobody twice.
 */
export const tellOfAccount = async (
  deps: SendNoticeDeps,
  { halts: { accountStop }, accountResumed }: { halts: Halts; accountResumed?: Pace['accountResumed'] },
): Promise<void> => {
  const tell = async (kind: AccountNoticeKind, atEpochSeconds: number): Promise<void> => {
    const nowMs = deps.clock.nowMs()
    if (atEpochSeconds + staleSeconds < toEpochSeconds(nowMs)) return
    await sendNotice(deps, {
      kind,
      identity: [kind, atEpochSeconds],
      about: undefined,
      findContent: () =>
        Promise.resolve({
          concerned: { areas: [], by: [] },
          texts: accountNoticeTexts(kind, atEpochSeconds * 1000),
        }),
      version: undefined,
    })
  }
  if (accountStop !== undefined) await tell('account-stopped', accountStop.atEpochSeconds)
  if (accountResumed !== undefined) await tell('account-resumed', accountResumed.atEpochSeconds)
}
