import { z } from 'zod'
import type { Outcome } from '../lambda/environment.ts'

const partialSchema = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullable()

/**
 * The receipts to delete after a batch, by Lambda's rules: none after a function error; all after a success;
 * with ReportBatchItemFailures all but the listed, and none where the answer is malformed or names an id that
 * is not in the batch.
 */
export function deletableReceipts(
  messages: readonly { MessageId: string; ReceiptHandle: string }[],
  outcome: Outcome,
  reportsItemFailures: boolean,
): string[] {
  if (outcome.kind === 'failed') return []
  const receipts = messages.map((message) => message.ReceiptHandle)
  if (!reportsItemFailures) return receipts
  const parsed = partialSchema.safeParse(JSON.parse(outcome.json))
  if (!parsed.success) return []
  const failed = new Set((parsed.data?.batchItemFailures ?? []).map((item) => item.itemIdentifier))
  const ids = new Set(messages.map((message) => message.MessageId))
  if (failed.difference(ids).size > 0) return []
  return messages.filter((message) => !failed.has(message.MessageId)).map((message) => message.ReceiptHandle)
}
