import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import dynalite from 'dynalite'
import { guardTables } from '../../shared/store/table-guard.ts'
import { alertsTable, auditTable, rosterTable, type TableDescription } from '../../shared/tables.ts'
import { askInProcess } from './ask-in-process.ts'

/** A DynamoDB of one test file: in memory, in this process, with the tables of the project. */
export type TestTables = { client: DynamoDBDocumentClient; stop: () => Promise<void> }

const createTable = (table: TableDescription): CreateTableCommand => {
  const keys = [table.partitionKey, table.sortKey]
  const attributes = [...keys, ...table.indexes.flatMap((index) => [index.partitionKey, index.sortKey])]
  const types = new Map(attributes.map(({ name, type }) => [name, type]))
  return new CreateTableCommand({
    TableName: table.name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...types].map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    KeySchema: [
      { AttributeName: table.partitionKey.name, KeyType: 'HASH' },
      { AttributeName: table.sortKey.name, KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes:
      table.indexes.length === 0
        ? undefined
        : table.indexes.map((index) => ({
            IndexName: index.name,
            KeySchema: [
              { AttributeName: index.partitionKey.name, KeyType: 'HASH' },
              { AttributeName: index.sortKey.name, KeyType: 'RANGE' },
            ],
            Projection:
              typeof index.projected === 'string'
                ? { ProjectionType: index.projected === 'all' ? 'ALL' : 'KEYS_ONLY' }
                : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projected] },
          })),
  })
}

/** A table may be used a moment after the answer that it is being made. */
const untilActive = async (client: DynamoDBClient, name: string): Promise<void> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
  if (Table?.TableStatus !== 'ACTIVE') await untilActive(client, name)
}

/** Starts it; the tables bear the names in shared/tables.ts. Stop it after the tests. */
export const startTables = async (): Promise<TestTables> => {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  const bare = new DynamoDBClient({
    endpoint: 'http://in-this-process',
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: askInProcess(server),
  })
  const client = DynamoDBDocumentClient.from(bare, { marshallOptions: { removeUndefinedValues: true } })
  await Promise.all(
    [rosterTable, alertsTable, auditTable].map(async (table) => {
      await bare.send(createTable(table))
      await untilActive(bare, table.name)
    }),
  )
  return {
    client: guardTables(client),
    stop: async () => {
      client.destroy()
      bare.destroy()
    },
  }
}
