import { toEpochSeconds } from '../../shared/clock.ts'
import { tellNotices } from '../../shared/progress/tell-notices.ts'
import { tellOfAccount } from '../../shared/progress/tell-of-account.ts'
import { parseNoticesKey } from '../../shared/store/notice-store.ts'
import type { TickDeps } from './deps.ts'

const limitPerShard = 20

/**
 * Tells officers and admins what they should know by now: of each version whose time has come, the longest due first,
 * and of a stop of the account. Each is a step of its own for `guarded`: one that fails comes again the next minute.
 */
export const tellDue = async (
  deps: TickDeps,
  guarded: (step: () => Promise<unknown>) => Promise<void>,
): Promise<void> => {
  await guarded(async () => tellOfAccount(deps, await deps.halts.findPace()))
  await guarded(async () => {
    const due = await deps.due.list(toEpochSeconds(deps.clock.nowMs()), limitPerShard, 'notices')
    const versions = due
      .toSorted((a, b) => a.dueAtEpochSeconds - b.dueAtEpochSeconds)
      .flatMap((one) => parseNoticesKey(one) ?? [])
    for (const version of versions) {
      // oxlint-disable-next-line no-await-in-loop -- under a time budget, one after the other
      await guarded(() => tellNotices(deps, version))
    }
  })
}
