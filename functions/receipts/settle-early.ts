import type { EarlyReceiptsMessage } from '../../shared/contracts/queue-messages.ts'
import type { ReceiptsDeps } from './deps.ts'
import { settleReceipts } from './settle-receipts.ts'

/** Settles receipts that were kept until their deliveries were known. */
export const settleEarly = async (
  deps: ReceiptsDeps,
  { deliveries }: EarlyReceiptsMessage,
): Promise<void> => {
  const byId = new Map(deliveries.map((delivery) => [delivery.gatewayMessageId, delivery]))
  const receipts = await deps.waitingReceipts.findMany(byId.keys())
  await settleReceipts(
    deps,
    receipts.flatMap((receipt) => {
      const delivery = byId.get(receipt.gatewayMessageId)
      return delivery === undefined ? [] : [{ receipt, delivery }]
    }),
  )
  deps.metrics.flush()
}
