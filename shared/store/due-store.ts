import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { dueShards } from '../tables.ts'
import { duePartition, type DueFor } from './dispatch-record.ts'

/** Keys of open work whose time has come, from the sparse index that only open work is in. */
export type DueStore = ReturnType<typeof createDueStore>

export const createDueStore = (client: DynamoDBDocumentClient, table: string) => ({
  /** At most `limitPerShard` of each of the index's partitions, the longest due first. */
  list: async (nowEpochSeconds: number, limitPerShard: number, dueFor: DueFor = 'work') => {
    const shards = await Promise.all(
      Array.from({ length: dueShards }, (_, shard) =>
        client.send(
          new QueryCommand({
            TableName: table,
            IndexName: 'due',
            KeyConditionExpression: 'dueShard = :shard AND dueAtEpochSeconds <= :now',
            ExpressionAttributeValues: { ':shard': duePartition(dueFor, shard), ':now': nowEpochSeconds },
            Limit: limitPerShard,
          }),
        ),
      ),
    )
    return shards.flatMap(({ Items = [] }) =>
      Items.map((item) => ({
        PK: String(item['PK']),
        SK: String(item['SK']),
        dueAtEpochSeconds: Number(item['dueAtEpochSeconds']),
      })),
    )
  },
})
