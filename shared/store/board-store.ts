import { type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { boardShards } from '../tables.ts'
import type { VillageWord } from '../domain/acknowledgement.ts'
import { emptyTally, type Tally } from '../domain/delivery.ts'
import { mirroredStates, type Mirrored } from '../domain/dispatch.ts'
import { boardKeyOf, toTally } from './dispatch-record.ts'
import { queryAll } from './query-all.ts'

/** One village of the board as its index holds it. */
export type BoardEntry = {
  village: string
  exposure: number
  mirrored: Mirrored | undefined
  tally: Tally
  /** What its people said of the alert; undefined where nobody was called. */
  word: VillageWord | undefined
  /** False where somebody was called of whom no dispatch is written: without contact, or not fanned out. */
  isDispatched: boolean
}

type CodeRange = { from: string; to: string }

const row = z.lazy(() =>
  z.looseObject({
    SK: z.string(),
    exposure: z.number().int(),
    mirrored: z.enum(mirroredStates).optional(),
  }),
)

const calledRow = z.lazy(() =>
  z.object({ SK: z.string(), needsHelp: z.boolean(), toldVersion: z.number().int() }),
)

/** Partition of the board's index with what the villages of an alert said: of all versions, as help is needed in any. */
export const callsBoardKey = (alertId: string): string => `${alertId}#calls`

/** The board of a version, read from an index of small rows that may lag a moment behind the dispatches and calls. */
export type BoardStore = ReturnType<typeof createBoardStore>

export const createBoardStore = (client: DynamoDBDocumentClient, table: string) => {
  const queryShard = (boardKey: string, within: CodeRange | undefined) =>
    queryAll(client, {
      TableName: table,
      IndexName: 'board',
      KeyConditionExpression: `boardKey = :key${within === undefined ? '' : ' AND SK BETWEEN :from AND :to'}`,
      ExpressionAttributeValues: {
        ':key': boardKey,
        ...(within === undefined ? {} : { ':from': within.from, ':to': within.to }),
      },
    })

  const listWords = async (
    alertId: string,
    within: CodeRange | undefined,
  ): Promise<Map<string, VillageWord>> => {
    const items = await queryShard(callsBoardKey(alertId), within)
    return new Map(
      items.map((item) => {
        const { SK, ...word } = calledRow.parse(item)
        return [SK, word]
      }),
    )
  }

  return {
    /** `within`: villages of these codes alone; the others are not read. */
    list: async (alertId: string, version: number, within?: CodeRange): Promise<BoardEntry[]> => {
      const shards = Array.from({ length: boardShards }, (_, shard) => boardKeyOf(alertId, version, shard))
      const [words, ...pages] = await Promise.all([
        listWords(alertId, within),
        ...shards.map((shard) => queryShard(shard, within)),
      ])
      const dispatched = pages.flat().map((item): BoardEntry => {
        const { SK, exposure, mirrored } = row.parse(item)
        const word = words.get(SK)
        words.delete(SK)
        return { village: SK, exposure, mirrored, tally: toTally(item), word, isDispatched: true }
      })
      const onlyCalled = [...words].map(
        ([village, word]): BoardEntry => ({
          village,
          exposure: 0,
          mirrored: undefined,
          tally: emptyTally,
          word,
          isDispatched: false,
        }),
      )
      return [...dispatched, ...onlyCalled]
    },
  }
}
