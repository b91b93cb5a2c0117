import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { sumOf, withinTheHour, type Counted } from '../domain/ceiling.ts'
import { holds } from './conditions.ts'

/** How many people each officer has written to within the last hour: one item a person. */
export type CeilingStore = ReturnType<typeof createCeilingStore>

/** A version that is about to go out, by the name under which it counts. */
export type Counting = {
  person: string
  key: string
  recipients: number
  ceiling: number
  /** Whether it is refused above the ceiling, and then not counted. */
  isHeld: boolean
}

const keepSeconds = 2 * 3600
/** One officer issues one alert at a time, and again by mistake: nobody needs more. */
const mostTries = 8

const ceilingRecord = z.lazy(() =>
  z.object({
    counted: z.record(z.string(), z.object({ recipients: z.number(), atEpochSeconds: z.number() })),
    revision: z.number().int(),
  }),
)

export const createCeilingStore = (client: DynamoDBDocumentClient, table: string) => {
  const read = async (person: string) => {
    const Key = { PK: `CEILING#${person}`, SK: 'CEILING' }
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))
    return Item === undefined ? undefined : ceilingRecord.parse(Item)
  }

  const write = (person: string, counted: Counted, revision: number, nowSeconds: number): Promise<boolean> =>
    holds(() =>
      client.send(
        new PutCommand({
          TableName: table,
          Item: {
            PK: `CEILING#${person}`,
            SK: 'CEILING',
            schemaVersion: 1,
            counted,
            revision: revision + 1,
            removeAtEpochSeconds: nowSeconds + keepSeconds,
          },
          ConditionExpression: 'attribute_not_exists(PK) OR revision = :read',
          ExpressionAttributeValues: { ':read': revision },
        }),
      ),
    )

  return {
    /**
     * Counts a version, once however often it is asked for; more where it was edited and goes to more. `held`: it was refused; `counted` is what stands in the
     * way. Otherwise `sum` is what the last hour comes to with it.
     */
    count: async (
      { person, key, recipients, ceiling, isHeld }: Counting,
      nowSeconds: number,
    ): Promise<{ outcome: 'counted'; sum: number } | { outcome: 'held'; counted: Counted }> => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        // oxlint-disable-next-line no-await-in-loop -- somebody wrote in between: read again, decide again
        const record = await read(person)
        const counted = withinTheHour(record?.counted ?? {}, nowSeconds)
        const { [key]: before, ...others } = counted
        if (before !== undefined && before.recipients >= recipients) {
          return { outcome: 'counted', sum: sumOf(counted) }
        }
        if (isHeld && sumOf(others) + recipients > ceiling) return { outcome: 'held', counted: others }
        const next = { ...others, [key]: { recipients, atEpochSeconds: nowSeconds } }
        // oxlint-disable-next-line no-await-in-loop -- see above
        if (await write(person, next, record?.revision ?? 0, nowSeconds)) {
          return { outcome: 'counted', sum: sumOf(next) }
        }
      }
      throw new Error('what an officer issues is counted by too many at once')
    },

    /** Counts a version no longer; nothing where it was not counted. */
    giveBack: async (person: string, key: string, nowSeconds: number): Promise<void> => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        // oxlint-disable-next-line no-await-in-loop -- as above
        const record = await read(person)
        if (record?.counted[key] === undefined) return
        const { [key]: _, ...others } = record.counted
        // oxlint-disable-next-line no-await-in-loop -- as above
        if (await write(person, others, record.revision, nowSeconds)) return
      }
    },
  }
}
