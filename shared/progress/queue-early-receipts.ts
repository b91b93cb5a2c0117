import type { EarlyReceiptsMessage } from '../contracts/queue-messages.ts'
import type { Queue } from '../queue/queue.ts'
import { inBatches } from '../store/in-batches.ts'
import type { SmsIndexEntry } from '../store/sms-index-store.ts'
import type { WaitingReceiptStore } from '../store/waiting-receipt-store.ts'

export type EarlyReceiptsDeps = {
  waitingReceipts: Pick<WaitingReceiptStore, 'findMany'>
  earlyReceiptsQueue: Queue<EarlyReceiptsMessage>
}

const mostDeliveriesPerMessage = 100

/** Tells the receipts function whose the receipts are that it keeps for these deliveries. */
export const queueDeliveries = async (
  { earlyReceiptsQueue }: Pick<EarlyReceiptsDeps, 'earlyReceiptsQueue'>,
  deliveries: readonly SmsIndexEntry[],
  delaySeconds = 0,
): Promise<void> => {
  if (deliveries.length === 0) return
  await earlyReceiptsQueue.send(
    inBatches(deliveries, mostDeliveriesPerMessage).map((some) => ({ schemaVersion: 1, deliveries: some })),
    delaySeconds,
  )
}

/**
 * Looks for receipts that came before these deliveries were known, and has them settled; answers with the deliveries
 * that have one. Call it after the index of message ids is written: whoever writes second then sees what the other
 * wrote. Costs a request for 33 SMS.
 */
export const queueEarlyReceipts = async (
  deps: EarlyReceiptsDeps,
  deliveries: readonly SmsIndexEntry[],
): Promise<SmsIndexEntry[]> => {
  if (deliveries.length === 0) return []
  const waiting = await deps.waitingReceipts.findMany(deliveries.map((one) => one.gatewayMessageId))
  const ids = new Set(waiting.map((receipt) => receipt.gatewayMessageId))
  const found = deliveries.filter((one) => ids.has(one.gatewayMessageId))
  await queueDeliveries(deps, found)
  return found
}
