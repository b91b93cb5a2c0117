import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { capMessageRecord, type CapEntry, type CapFile, type CapMessage } from '../contracts/cap.ts'
import { capEntryKey, capFileKey } from './cap-keys.ts'
import { holds } from './conditions.ts'
import { queryAll } from './query-all.ts'

/** Where versions are published: each once, and as it was published it stays. */
export type CapStore = ReturnType<typeof createCapStore>

/** An entry leaves the table when no feed shows it any more; the file stays. */
const entrySeconds = 90 * 24 * 3600

export const createCapStore = (client: DynamoDBDocumentClient, table: string) => {
  const putNew = (item: Record<string, unknown>): Promise<boolean> =>
    holds(() =>
      client.send(
        new PutCommand({ TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(PK)' }),
      ),
    )

  return {
    /** Versions of an alert that were published or withheld, oldest first, without their files. Read consistently. */
    listMessages: async (alertId: string): Promise<CapMessage[]> => {
      const items = await queryAll(client, {
        TableName: table,
        KeyConditionExpression: 'PK = :pk',
        ProjectionExpression: 'alertId, #version, identifier, sender, sent, withheld',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':pk': capFileKey(alertId, 0).PK },
        ConsistentRead: true,
      })
      return items.map((item) => capMessageRecord.parse(item))
    },

    /** False where the version was published or withheld before: what was first stays. */
    putFile: (file: CapFile): Promise<boolean> =>
      putNew({ ...capFileKey(file.alertId, file.version), schemaVersion: 1, type: 'cap-file', ...file }),

    /** Takes the place of the file, so that nobody who is late publishes it. False as above. */
    withhold: (message: CapMessage): Promise<boolean> =>
      putNew({
        ...capFileKey(message.alertId, message.version),
        schemaVersion: 1,
        type: 'cap-withheld',
        ...message,
        withheld: true,
      }),

    putEntry: (entry: CapEntry): Promise<boolean> =>
      putNew({
        ...capEntryKey(entry),
        schemaVersion: 1,
        type: 'cap-entry',
        removeAtEpochSeconds: Math.floor(Date.parse(entry.sent) / 1000) + entrySeconds,
        ...entry,
      }),
  }
}
