import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { LocalTable } from '../template/read-stack.ts'
import { AwsJsonError, type AwsJsonClient } from './aws-json-client.ts'

const shapeSchema = z
  .object({
    KeySchema: z.array(z.unknown()),
    AttributeDefinitions: z.array(z.looseObject({ AttributeName: z.string() })),
    GlobalSecondaryIndexes: z
      .array(z.object({ IndexName: z.string(), KeySchema: z.unknown(), Projection: z.unknown() }))
      .default([]),
  })
  .transform((table) => ({
    ...table,
    AttributeDefinitions: table.AttributeDefinitions.toSorted(by((item) => item.AttributeName)),
    GlobalSecondaryIndexes: table.GlobalSecondaryIndexes.toSorted(by((item) => item.IndexName)),
  }))

/**
 * Creates the tables that are not there yet. Throws where one is there with other keys or indexes: data made
 * by another template is not converted.
 */
export async function createTables(
  client: AwsJsonClient,
  tables: LocalTable[],
  dataFolder: string,
): Promise<void> {
  for (const table of tables) {
    const present = await describeTable(client, table.name)
    if (present === undefined) {
      const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = table
      await client.call('CreateTable', {
        TableName: table.name,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema,
        AttributeDefinitions,
        ...(GlobalSecondaryIndexes?.length ? { GlobalSecondaryIndexes } : {}),
      })
      await waitUntilActive(client, table.name)
    } else if (
      !isDeepStrictEqual(z.object({ Table: shapeSchema }).parse(present).Table, shapeSchema.parse(table))
    ) {
      throw new Error(
        `Table ${table.name} in ${dataFolder} has other keys or indexes than the template.\n` +
          `The data there was made by another version of the app: move ${dataFolder} away or delete it, then start again.`,
      )
    }
  }
}

async function describeTable(client: AwsJsonClient, name: string) {
  try {
    return await client.call('DescribeTable', { TableName: name })
  } catch (error) {
    if (error instanceof AwsJsonError && error.code === 'ResourceNotFoundException') return undefined
    throw error
  }
}

async function waitUntilActive(client: AwsJsonClient, name: string): Promise<void> {
  const statusSchema = z.object({ Table: z.object({ TableStatus: z.string() }) })
  for (;;) {
    const { Table } = statusSchema.parse(await client.call('DescribeTable', { TableName: name }))
    if (Table.TableStatus === 'ACTIVE') return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function by<Item>(nameOf: (item: Item) => string) {
  return (left: Item, right: Item): number => nameOf(left).localeCompare(nameOf(right))
}
