import { GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { capEntryRecord, capFileRecord, type CapEntry, type CapFile } from '../contracts/cap.ts'
import { capFeedPartition, capFileKey } from './cap-keys.ts'

/** What is public, to read alone. */
export type CapFeedStore = ReturnType<typeof createCapFeedStore>

export const createCapFeedStore = (client: DynamoDBDocumentClient, table: string) => ({
  /** Undefined also where the version was withheld. */
  findFile: async (alertId: string, version: number): Promise<CapFile | undefined> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: capFileKey(alertId, version), ConsistentRead: true }),
    )
    return answer.Item?.['xml'] === undefined ? undefined : capFileRecord.parse(answer.Item)
  },

  /** The newest entries sent at this instant or later, newest first, `limit` at most. */
  listEntries: async (sinceIso: string, limit: number): Promise<CapEntry[]> => {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'PK = :pk AND SK >= :since',
        ExpressionAttributeValues: { ':pk': capFeedPartition, ':since': sinceIso },
        ScanIndexForward: false,
        Limit: limit,
        ConsistentRead: true,
      }),
    )
    return (answer.Items ?? []).map((item) => capEntryRecord.parse(item))
  },
})
