import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { receiptFaults, receiptOutcomes, type Receipt } from '../domain/receipt.ts'
import { putItems, readItems } from './batch-items.ts'

/**
 * Receipts that nobody can tell the delivery of yet: a carrier may be quicker than the sender, which writes its index
 * of message ids when its batch is done. Whoever writes one side of the pair looks for the other after that, so that
 * one of the two always sees both.
 */
export type WaitingReceiptStore = ReturnType<typeof createWaitingReceiptStore>

/** Longer than the 72 hours after which nobody waits for a receipt any more. */
const keepSeconds = 4 * 24 * 3600

/** A key per outcome: a worse one that comes later does not take the better one's place. */
const keyOf = (gatewayMessageId: string, outcome: Receipt['outcome']) => ({
  PK: `RECEIPT#${gatewayMessageId}`,
  SK: outcome,
})

/** One item that says when the last receipt came of which nobody could tell the delivery. */
const arrivalKey = { PK: 'RECEIPTS', SK: 'LAST-STRANGE' }

const receiptRecord = z.lazy(() =>
  z
    .object({
      PK: z.templateLiteral(['RECEIPT#', z.string()]),
      SK: z.enum(receiptOutcomes),
      code: z.string(),
      fault: z.enum(receiptFaults).optional(),
      blamesNumber: z.boolean(),
      atEpochSeconds: z.number().int(),
    })
    .transform(
      ({ PK, SK, ...said }): Receipt => ({
        ...said,
        outcome: SK,
        gatewayMessageId: PK.slice('RECEIPT#'.length),
      }),
    ),
)

export const createWaitingReceiptStore = (client: DynamoDBDocumentClient, table: string) => ({
  /** Keeps the receipts for 4 days. */
  put: async (receipts: readonly Receipt[], nowEpochSeconds: number): Promise<void> => {
    const items = receipts.map(({ gatewayMessageId, outcome, ...said }) => ({
      ...keyOf(gatewayMessageId, outcome),
      schemaVersion: 1,
      ...said,
      removeAtEpochSeconds: nowEpochSeconds + keepSeconds,
    }))
    await putItems(client, table, [...new Map(items.map((item) => [`${item.PK} ${item.SK}`, item])).values()])
  },

  /** Notes that receipts of unknown SMS were kept: senders look for theirs only where there are any. */
  noteArrival: async (atMs: number): Promise<void> => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: arrivalKey,
        UpdateExpression: 'SET lastAtMs = :at, schemaVersion = :one',
        ExpressionAttributeValues: { ':at': atMs, ':one': 1 },
      }),
    )
  },

  /** When receipts of unknown SMS were last kept, read consistently; 0 where none ever were. */
  lastArrivalMs: async (): Promise<number> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: arrivalKey, ConsistentRead: true }),
    )
    return Number(answer.Item?.['lastAtMs'] ?? 0)
  },

  /** What waits for these message ids, read consistently. */
  findMany: async (gatewayMessageIds: Iterable<string>): Promise<Receipt[]> => {
    const keys = [...new Set(gatewayMessageIds)].flatMap((id) =>
      receiptOutcomes.map((outcome) => keyOf(id, outcome)),
    )
    return (await readItems(client, table, keys)).map((item) => receiptRecord.parse(item))
  },
})
