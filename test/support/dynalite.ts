import { once } from 'node:events'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import dynalite from 'dynalite'
import { guardTables } from '../../shared/store/table-guard.ts'
import { alertsTable, auditTable, rosterTable, type TableDescription } from '../../shared/tables.ts'

/** A DynamoDB of one test file: in memory, on the loopback, with the tables of the project. */
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

/** Starts it; the tables bear the names in shared/tables.ts. Stop it after the tests. */
export const startTables = async (): Promise<TestTables> => {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('dynalite has no port')
  const bare = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${address.port}`,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  const client = DynamoDBDocumentClient.from(bare, { marshallOptions: { removeUndefinedValues: true } })
  await Promise.all([rosterTable, alertsTable, auditTable].map((table) => client.send(createTable(table))))
  return {
    client: guardTables(client),
    stop: async () => {
      client.destroy()
      bare.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
