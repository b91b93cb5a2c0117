import pMap from 'p-map'
import { toEpochSeconds } from '../../shared/clock.ts'
import type { Dispatch, DispatchKey } from '../../shared/domain/dispatch.ts'
import { safeError } from '../../shared/middleware/safe-error.ts'
import { queueDeliveries } from '../../shared/progress/queue-early-receipts.ts'
import type { ReceiptsDeps } from './deps.ts'
import { markNumbers, type VillageNews } from './mark-numbers.ts'
import { settleDispatch, type Told } from './settle-dispatch.ts'

const dispatchesAtATime = { concurrency: 16 }
/** By then the sender that is at work on the recipient has written what came of it. */
const againAfterSeconds = 20

const keyText = ({ alertId, version, village }: DispatchKey): string => `${alertId}#${version}#${village}`

/** What was told, by dispatch. */
const byDispatch = (told: readonly Told[]): Map<string, Told[]> => {
  const groups = new Map<string, Told[]>()
  for (const one of told) {
    const group = groups.get(keyText(one.delivery))
    if (group === undefined) groups.set(keyText(one.delivery), [one])
    else group.push(one)
  }
  return groups
}

/** Holds sending back where SMS were refused for want of quota, and marks their versions with since when. */
const markQuota = async (deps: ReceiptsDeps, told: readonly Told[]): Promise<void> => {
  const since = new Map<string, { key: DispatchKey; atEpochSeconds: number }>()
  for (const { receipt, delivery } of told) {
    if (receipt.fault !== 'account-quota') continue
    const id = `${delivery.alertId}#${delivery.version}`
    const earliest = Math.min(since.get(id)?.atEpochSeconds ?? Infinity, receipt.atEpochSeconds)
    since.set(id, { key: delivery, atEpochSeconds: earliest })
  }
  if (since.size === 0) return
  await deps.quota.hold(deps.clock.nowMs())
  await Promise.all(
    [...since.values()].map(({ key, atEpochSeconds }) =>
      deps.progress.markQuotaExhausted(key, atEpochSeconds),
    ),
  )
}

/** An SMS that was sent since sending is held back got through: the account has quota again. */
const endHold = async (deps: ReceiptsDeps, told: readonly Told[]): Promise<void> => {
  const lastSentAtMs = told.reduce(
    (last, { receipt: { outcome, atEpochSeconds } }) =>
      outcome === 'undelivered' ? last : Math.max(last, atEpochSeconds * 1000),
    0,
  )
  if (lastSentAtMs === 0) return
  const heldSinceMs = await deps.quota.heldSinceMs()
  if (heldSinceMs !== undefined && lastSentAtMs > heldSinceMs) await deps.quota.release()
}

const keepForLater = async (deps: ReceiptsDeps, later: readonly Told[]): Promise<void> => {
  if (later.length === 0) return
  await deps.waitingReceipts.put(
    later.map(({ receipt }) => receipt),
    toEpochSeconds(deps.clock.nowMs()),
  )
  await queueDeliveries(
    deps,
    later.map(({ delivery }) => delivery),
    againAfterSeconds,
  )
}

/**
 * Settles receipts of known deliveries, each dispatch in one write. Repeated and late ones change nothing. Throws at
 * the end where some dispatch could not be settled: the others are, and all may come again.
 */
export const settleReceipts = async (deps: ReceiptsDeps, told: readonly Told[]): Promise<void> => {
  if (told.length === 0) return
  const groups = byDispatch(told)
  const dispatches = await deps.dispatches.findMany(
    [...groups.values()].flatMap(([first]) => (first === undefined ? [] : [first.delivery])),
  )
  const failures: unknown[] = []
  const later: Told[] = []
  const news: VillageNews[] = []
  const settleOne = async (dispatch: Dispatch): Promise<void> => {
    try {
      const done = await settleDispatch(deps, dispatch, groups.get(keyText(dispatch)) ?? [])
      later.push(...done.later)
      news.push(...done.news)
    } catch (error) {
      deps.logger.error('RECEIPTS_NOT_SETTLED', { alertId: dispatch.alertId, ...safeError(error) })
      failures.push(error)
    }
  }
  await pMap(dispatches, settleOne, dispatchesAtATime)
  await endHold(deps, told)
  await markQuota(deps, told)
  await markNumbers(deps, news)
  await keepForLater(deps, later)
  if (failures.length > 0) throw new Error(`${failures.length} dispatches were not settled`)
}
