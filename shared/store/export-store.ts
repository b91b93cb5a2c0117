import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { holds } from './conditions.ts'
import { exportRecord, type ExportRecord } from './import-record.ts'

/** Exports of the roster; removed with their files. */
export type ExportStore = ReturnType<typeof createExportStore>

const partition = 'EXPORTS'

export const createExportStore = (client: DynamoDBDocumentClient, table: string) => {
  const keyOf = (id: string) => ({ TableName: table, Key: { PK: partition, SK: id } })

  const find = async (id: string): Promise<ExportRecord | undefined> => {
    const answer = await client.send(new GetCommand({ ...keyOf(id), ConsistentRead: true }))
    return answer.Item === undefined ? undefined : exportRecord.parse(answer.Item)
  }

  return {
    find,

    /** The record as stored: this one, or the one that has its id already. */
    create: async (record: ExportRecord): Promise<ExportRecord> => {
      const isNew = await holds(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: { PK: partition, SK: record.id, type: 'export', ...record },
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      )
      return isNew ? record : ((await find(record.id)) ?? record)
    },

    /** Once the file lies in the bucket; again makes no difference. */
    markReady: async (id: string, file: Pick<ExportRecord, 'villages' | 'isCompressed'>): Promise<void> => {
      await client.send(
        new UpdateCommand({
          ...keyOf(id),
          UpdateExpression: 'SET #state = :ready, villages = :villages, isCompressed = :isCompressed',
          ConditionExpression: 'attribute_exists(PK)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: {
            ':ready': 'ready',
            ':villages': file.villages,
            ':isCompressed': file.isCompressed,
          },
        }),
      )
    },
  }
}
