import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { toEpochSeconds, type Clock } from '../clock.ts'
import type { RecordFailures } from '../domain/work-failure.ts'
import { readItems } from './batch-items.ts'

/** Why messages failed, by message id. It outlives the message, which a queue and its dead letters keep for 14 days. */
const keepSeconds = 16 * 24 * 3600

const keyOf = (messageId: string) => ({ PK: `FAILURE#${messageId}`, SK: 'FAILURE' })

const failureRecord = z
  .object({
    PK: z.templateLiteral(['FAILURE#', z.string()]),
    failures: z.number().int(),
    errorName: z.string(),
    firstFailedAtEpochSeconds: z.number().int(),
    lastFailedAtEpochSeconds: z.number().int(),
  })
  .transform(({ PK, ...record }) => ({ ...record, messageId: PK.slice('FAILURE#'.length) }))

/** What is kept of a message's failures: how often, the last error's name, when first and last. */
export type FailureRecord = z.infer<typeof failureRecord>

export type FailureStore = ReturnType<typeof createFailureStore>

/** For the function that works off a queue: one small write for each message that failed, and none else. */
export const createFailureLog =
  (client: DynamoDBDocumentClient, table: string, functionName: string, clock: Clock): RecordFailures =>
  async (failures, withinMs) => {
    const nowEpochSeconds = toEpochSeconds(clock.nowMs())
    const abortSignal = AbortSignal.timeout(Math.max(1, Math.floor(withinMs)))
    await Promise.all(
      failures.map(({ messageId, errorName }) =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(messageId),
            UpdateExpression:
              'SET schemaVersion = :one, workedBy = :function, errorName = :error, lastFailedAtEpochSeconds = :now, firstFailedAtEpochSeconds = if_not_exists(firstFailedAtEpochSeconds, :now), removeAtEpochSeconds = :remove ADD failures :one',
            ExpressionAttributeValues: {
              ':one': 1,
              ':function': functionName,
              ':error': errorName,
              ':now': nowEpochSeconds,
              ':remove': nowEpochSeconds + keepSeconds,
            },
          }),
          { abortSignal },
        ),
      ),
    )
  }

/** For whoever lists the dead letters. */
export const createFailureStore = (client: DynamoDBDocumentClient, table: string) => ({
  /** By message id; of a message whose function was killed or timed out there is none. */
  findMany: async (messageIds: Iterable<string>): Promise<ReadonlyMap<string, FailureRecord>> => {
    const items = await readItems(client, table, [...new Set(messageIds)].map(keyOf))
    const records = items.map((item) => failureRecord.parse(item))
    return new Map(records.map((record) => [record.messageId, record]))
  },
})
