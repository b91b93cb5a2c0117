import { toEpochSeconds } from '../../shared/clock.ts'
import { hasOpenWork, type Dispatch } from '../../shared/domain/dispatch.ts'
import { afterSilence, receiptsDueAt } from '../../shared/domain/receipt.ts'
import { queueEarlyReceipts } from '../../shared/progress/queue-early-receipts.ts'
import type { SmsIndexEntry } from '../../shared/store/sms-index-store.ts'
import type { TickDeps } from './deps.ts'

/** Deliveries of which nobody said anything for so long that they are unknown. */
const silentOf = (deps: TickDeps, dispatch: Dispatch, nowEpochSeconds: number) =>
  dispatch.recipients.flatMap((from, index) => {
    const to = afterSilence(from, deps.receiptOverdueSeconds, nowEpochSeconds)
    return to === from ? [] : [{ index, from, to }]
  })

const toDelivery = (
  { alertId, version, district, village }: Dispatch,
  { index, from }: ReturnType<typeof silentOf>[number],
): SmsIndexEntry[] =>
  from.gatewayMessageId === undefined
    ? []
    : [
        {
          alertId,
          version,
          district,
          village,
          gatewayMessageId: from.gatewayMessageId,
          recipientIndex: index,
          attempt: from.attempts,
        },
      ]

/**
 * Ends the waiting for receipts that are overdue: the deliveries become unknown. A receipt that was kept since its
 * sender died before it told the index is found here by its message id, and settled instead. Answers with how many.
 */
export const settleSilent = async (deps: TickDeps, dispatches: readonly Dispatch[]): Promise<number> => {
  const nowEpochSeconds = toEpochSeconds(deps.clock.nowMs())
  const due = dispatches
    .filter(
      (dispatch) => !hasOpenWork(dispatch) && (dispatch.dueAtEpochSeconds ?? Infinity) <= nowEpochSeconds,
    )
    .map((dispatch) => ({ dispatch, silent: silentOf(deps, dispatch, nowEpochSeconds) }))
  const found = await queueEarlyReceipts(
    deps,
    due.flatMap(({ dispatch, silent }) => silent.flatMap((one) => toDelivery(dispatch, one))),
  )
  const kept = new Set(found.map((one) => one.gatewayMessageId))
  const settleOne = async ({ dispatch, silent }: (typeof due)[number]): Promise<number> => {
    const changes = silent.filter(({ from }) => !kept.has(from.gatewayMessageId ?? ''))
    const recipients = [...dispatch.recipients]
    for (const { index, to } of changes) recipients[index] = to
    const next = receiptsDueAt(recipients, deps.receiptOverdueSeconds)
    const isQuiet = next === undefined
    if (changes.length > 0 || isQuiet) await deps.dispatches.settle(dispatch, changes, isQuiet)
    if (!isQuiet) {
      const until = Math.max(next, nowEpochSeconds + deps.recoverySeconds)
      await deps.dispatches.postpone(dispatch, until, 'receipts')
    }
    return changes.length
  }
  const counts = await Promise.all(due.map(settleOne))
  return counts.reduce((sum, count) => sum + count, 0)
}
