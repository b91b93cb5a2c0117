import { toEpochSeconds } from '../../shared/clock.ts'
import type { Receipt } from '../../shared/domain/receipt.ts'
import type { DeliveryLog } from '../../shared/gateway/sns/read-delivery-log.ts'
import type { ReceiptsDeps } from './deps.ts'
import type { Told } from './settle-dispatch.ts'
import { settleReceipts } from './settle-receipts.ts'

/** The receipts whose deliveries are known, and the others. */
const resolve = async (
  deps: ReceiptsDeps,
  receipts: readonly Receipt[],
): Promise<{ told: Told[]; strange: Receipt[] }> => {
  const entries = await deps.smsIndex.findMany(receipts.map((receipt) => receipt.gatewayMessageId))
  const byId = new Map(entries.map((entry) => [entry.gatewayMessageId, entry]))
  const told: Told[] = []
  const strange: Receipt[] = []
  for (const receipt of receipts) {
    const delivery = byId.get(receipt.gatewayMessageId)
    if (delivery === undefined) strange.push(receipt)
    else told.push({ receipt, delivery })
  }
  return { told, strange }
}

/**
 * Keeps receipts of unknown SMS, then looks once more: their sender looks for them after it wrote its index, so that
 * one of the two sees both. The same account may send SMS that are not Siang's: those stay unknown, and harmless.
 */
const keepStrange = async (deps: ReceiptsDeps, strange: readonly Receipt[]): Promise<Told[]> => {
  if (strange.length === 0) return []
  const nowMs = deps.clock.nowMs()
  await deps.waitingReceipts.put(strange, toEpochSeconds(nowMs))
  await deps.waitingReceipts.noteArrival(nowMs)
  const again = await resolve(deps, strange)
  deps.metrics.count('ReceiptsOfUnknownSms', again.strange.length)
  return again.told
}

const countLog = (deps: ReceiptsDeps, log: DeliveryLog): void => {
  const { receipts, unreadable, unknownTexts, parts, costUsd } = log
  const count = (wanted: (receipt: Receipt) => boolean) => receipts.filter(wanted).length
  deps.metrics.count(
    'ReceiptsDelivered',
    count(({ outcome }) => outcome === 'delivered'),
  )
  deps.metrics.count(
    'ReceiptsUndelivered',
    count(({ outcome }) => outcome === 'undelivered'),
  )
  deps.metrics.count(
    'AccountQuotaExhausted',
    count(({ fault }) => fault === 'account-quota'),
  )
  deps.metrics.count('UnknownReceiptText', unknownTexts)
  deps.metrics.count('ReceiptsUnreadable', unreadable)
  deps.metrics.count('SmsPartsBilled', parts)
  deps.metrics.count('SmsCostUsd', costUsd)
}

/** Settles what one batch of delivery logs says. Throws where some of it could not be written: it may come again. */
export const settleLog = async (deps: ReceiptsDeps, data: string): Promise<void> => {
  const log = deps.readLog(data)
  countLog(deps, log)
  try {
    const { told, strange } = await resolve(deps, log.receipts)
    await settleReceipts(deps, [...told, ...(await keepStrange(deps, strange))])
  } finally {
    deps.metrics.flush()
  }
}
