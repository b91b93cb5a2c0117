import { type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { boardShards } from '../tables.ts'
import type { Tally } from '../domain/delivery.ts'
import { mirroredStates, type Mirrored } from '../domain/dispatch.ts'
import { boardKeyOf, toTally } from './dispatch-record.ts'
import { queryAll } from './query-all.ts'

/** One village of the board as its index holds it. */
export type BoardEntry = {
  village: string
  exposure: number
  mirrored: Mirrored | undefined
  tally: Tally
}

const row = z.looseObject({
  SK: z.string(),
  exposure: z.number().int(),
  mirrored: z.enum(mirroredStates).optional(),
})

/** The board of a version, read from an index of small rows that may lag a moment behind the dispatches. */
export type BoardStore = ReturnType<typeof createBoardStore>

export const createBoardStore = (client: DynamoDBDocumentClient, table: string) => {
  const listShard = async (boardKey: string): Promise<BoardEntry[]> => {
    const items = await queryAll(client, {
      TableName: table,
      IndexName: 'board',
      KeyConditionExpression: 'boardKey = :key',
      ExpressionAttributeValues: { ':key': boardKey },
    })
    return items.map((item) => {
      const { SK, exposure, mirrored } = row.parse(item)
      return { village: SK, exposure, mirrored, tally: toTally(item) }
    })
  }

  return {
    list: async (alertId: string, version: number): Promise<BoardEntry[]> => {
      const shards = Array.from({ length: boardShards }, (_, shard) => boardKeyOf(alertId, version, shard))
      return (await Promise.all(shards.map(listShard))).flat()
    },
  }
}
