import { workerData } from 'node:worker_threads'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod'
import { createBenchRoster } from './bench-roster.ts'
import { localAccess } from './run-tables.ts'
import { timeLoop } from './time-loop.ts'

const { endpoint, table, count } = z
  .object({ endpoint: z.string(), table: z.string(), count: z.number() })
  .parse(workerData)
const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, ...localAccess }))
const { villages } = createBenchRoster(count + Math.ceil(count / 10), 10)

await timeLoop(count, 32, (index) => {
  const village = villages[index]
  return client.send(
    new PutCommand({
      TableName: table,
      Item: { PK: `BARE#${village?.code.slice(0, 4)}`, SK: `VILLAGE#${village?.code}`, ...village },
      ConditionExpression: 'attribute_not_exists(PK)',
    }),
  )
})
