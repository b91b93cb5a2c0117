import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { paceKey, paceRecord } from './pace-record.ts'

/** Holds senders back while carriers refuse everything for want of the account's quota. */
export type QuotaStore = ReturnType<typeof createQuotaStore>

export const createQuotaStore = (
  client: DynamoDBDocumentClient,
  table: string,
  quotaProbeSeconds: number,
) => ({
  /** Since when sending is held back; undefined where it is not. */
  heldSinceMs: async (): Promise<number | undefined> => {
    const answer = await client.send(new GetCommand({ TableName: table, Key: paceKey, ConsistentRead: true }))
    return paceRecord.parse(answer.Item ?? {}).quotaHeldSinceMs
  },

  /** Holds sending back: after the time of a probe one sender tries, then again. The first hold stands. */
  hold: async (nowMs: number): Promise<void> => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: paceKey,
        UpdateExpression:
          'SET quotaRefusedAtMs = :now, quotaHeldSinceMs = if_not_exists(quotaHeldSinceMs, :now), quotaHeldUntilMs = if_not_exists(quotaHeldUntilMs, :until)',
        ExpressionAttributeValues: { ':now': nowMs, ':until': nowMs + quotaProbeSeconds * 1000 },
      }),
    )
  },

  /** An SMS that was sent after the hold got through: the account has quota again. */
  release: async (): Promise<void> => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: paceKey,
        UpdateExpression: 'REMOVE quotaHeldSinceMs, quotaHeldUntilMs',
      }),
    )
  },
})
