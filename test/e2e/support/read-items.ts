import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import type { Siang } from './siang.ts'

/** Every item of a table of the run as text, by its keys. */
export const readItems = async (siang: Siang, table: string): Promise<string[]> => {
  const bare = new DynamoDBClient({
    endpoint: siang.endpoints.dynamodb,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const client = DynamoDBDocumentClient.from(bare)
  const items: string[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName: siang.tableName(table) })) {
    items.push(...Items.map((item) => JSON.stringify(sorted(item))))
  }
  bare.destroy()
  return items.toSorted()
}

/** Sets and maps in one order, so that equal items are equal texts. */
const sorted = (value: unknown): unknown => {
  if (value instanceof Set) return [...value].map(String).toSorted()
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
