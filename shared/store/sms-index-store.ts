import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { DispatchKey } from '../domain/dispatch.ts'

/** From the gateway's message id to the delivery that it names: how receipts find their way. */
export type SmsIndexEntry = DispatchKey & {
  gatewayMessageId: string
  recipientIndex: number
  attempt: number
}

export type SmsIndexStore = ReturnType<typeof createSmsIndexStore>

const mostItemsPerBatch = 25
/** Receipts may take 72 hours; questions come later still. */
const keepSeconds = 90 * 24 * 3600

export const createSmsIndexStore = (client: DynamoDBDocumentClient, table: string) => {
  const writeBatch = async (entries: readonly SmsIndexEntry[], nowEpochSeconds: number): Promise<void> => {
    let requests: { PutRequest: { Item: Record<string, unknown> } }[] = entries.map((entry) => ({
      PutRequest: {
        Item: {
          PK: `SMS#${entry.gatewayMessageId}`,
          SK: 'SMS',
          schemaVersion: 1,
          alertId: entry.alertId,
          version: entry.version,
          village: entry.village,
          recipientIndex: entry.recipientIndex,
          attempt: entry.attempt,
          removeAtEpochSeconds: nowEpochSeconds + keepSeconds,
        },
      },
    }))
    while (requests.length > 0) {
      // oxlint-disable-next-line no-await-in-loop -- writes again only what was left unprocessed
      const answer = await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }))
      const left = answer.UnprocessedItems?.[table] ?? []
      requests = left.flatMap(({ PutRequest }) =>
        PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }],
      )
    }
  }

  return {
    /** Keeps the entries for 90 days. Writing one twice changes nothing. */
    put: async (entries: readonly SmsIndexEntry[], nowEpochSeconds: number): Promise<void> => {
      const batches: SmsIndexEntry[][] = []
      for (let start = 0; start < entries.length; start += mostItemsPerBatch) {
        batches.push(entries.slice(start, start + mostItemsPerBatch))
      }
      await Promise.all(batches.map((batch) => writeBatch(batch, nowEpochSeconds)))
    },
  }
}
