import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { holds } from './conditions.ts'

/** Which preparedness alerts each village of a district has had in a calendar month of Laos, as yyyy-mm. */
export type MonthPlacesStore = ReturnType<typeof createMonthPlacesStore>

type MonthKey = { month: string; district: string }
type Wish = MonthKey & { villages: readonly string[]; alertId: string; most: number }
/** Village → the alerts that have a place in it. */
type Places = Readonly<Record<string, readonly string[]>>

const monthRecord = z.lazy(() =>
  z.object({
    revision: z.number().int(),
    villages: z.record(z.string(), z.array(z.string())),
  }),
)
type MonthRecord = z.infer<typeof monthRecord>

const keyOf = ({ month, district }: MonthKey) => ({ PK: `PREPARED#${month}`, SK: district })
const keptSeconds = 120 * 86_400
/** Others write the same district at most for a moment: a run, and officers. */
const tries = 20

/** Villages of these that have no place left for another alert. */
export const findFull = (
  places: Places,
  villages: readonly string[],
  { alertId, most }: Pick<Wish, 'alertId' | 'most'>,
): string[] =>
  villages.filter((village) => {
    const had = places[village] ?? []
    return !had.includes(alertId) && had.length >= most
  })

export const createMonthPlacesStore = (client: DynamoDBDocumentClient, table: string) => {
  const read = async (key: MonthKey): Promise<MonthRecord> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }),
    )
    return answer.Item === undefined ? { revision: 0, villages: {} } : monthRecord.parse(answer.Item)
  }

  const write = (
    key: MonthKey,
    { revision }: MonthRecord,
    villages: MonthRecord['villages'],
  ): Promise<boolean> =>
    holds(() =>
      client.send(
        new PutCommand({
          TableName: table,
          Item: {
            ...keyOf(key),
            schemaVersion: 1,
            type: 'month-places',
            revision: revision + 1,
            villages,
            removeAtEpochSeconds: Math.floor(Date.parse(`${key.month}-01T00:00:00Z`) / 1000) + keptSeconds,
          },
          ConditionExpression: revision === 0 ? 'attribute_not_exists(PK)' : 'revision = :read',
          ...(revision === 0 ? {} : { ExpressionAttributeValues: { ':read': revision } }),
        }),
      ),
    )

  /** Reads and writes until nobody came in between. `change` answers undefined where nothing is to write. */
  const change = async <Result>(
    key: MonthKey,
    decide: (places: MonthRecord['villages']) => {
      to: MonthRecord['villages'] | undefined
      result: Result
    },
  ): Promise<Result> => {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- again only where somebody wrote in between
      const now = await read(key)
      const { to, result } = decide(now.villages)
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (to === undefined || (await write(key, now, to))) return result
    }
    throw new Error('the places of a month change too fast to take one')
  }

  return {
    find: async (key: MonthKey): Promise<Places> => (await read(key)).villages,

    /**
     * Takes a place for the alert in each of the villages that has one left, and answers with those that have none.
     * `orNone`: takes no place at all where one village is full. Repeating it changes nothing.
     */
    take: ({ villages, alertId, most, ...key }: Wish, orNone = false): Promise<string[]> =>
      change(key, (places) => {
        const full = findFull(places, villages, { alertId, most })
        if (orNone && full.length > 0) return { to: undefined, result: full }
        const added = villages.filter(
          (village) => !full.includes(village) && !(places[village] ?? []).includes(alertId),
        )
        const to = Object.fromEntries(
          added.map((village) => [village, [...(places[village] ?? []), alertId]]),
        )
        return { to: added.length === 0 ? undefined : { ...places, ...to }, result: full }
      }),

    /** Gives back what an alert took that is not sent after all. */
    release: (key: MonthKey, alertId: string): Promise<void> =>
      change(key, (places) => {
        const isHad = Object.values(places).some((had) => had.includes(alertId))
        const to = Object.fromEntries(
          Object.entries(places).map(([village, had]) => [village, had.filter((one) => one !== alertId)]),
        )
        return { to: isHad ? to : undefined, result: undefined }
      }),
  }
}
