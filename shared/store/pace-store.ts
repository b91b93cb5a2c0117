import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { holds } from './conditions.ts'

/** Slots of the account's one rate: the first begins at `startsAtMs`. Or how long to wait before asking again. */
export type Reservation =
  | { outcome: 'reserved'; startsAtMs: number; intervalMs: number }
  | { outcome: 'wait'; waitMs: number }

/** One item holds the next free instant of the account, whoever sends. */
export type PaceStore = ReturnType<typeof createPaceStore>

/** Time between reserving and the first slot, for the claim that comes in between: a slot missed is a slot lost. */
const leadMs = 50

/** Nobody reserves further ahead than this, so that an urgent sender never waits long for its slots. */
const furthestAheadMs = 1000

/** A sender takes no more at once than the account sends in this time. */
const secondsAtOnce = 0.5

const key = { PK: 'PACE', SK: 'PACE' }

export const createPaceStore = (client: DynamoDBDocumentClient, table: string, perSecond: number) => {
  const take = (expression: string, condition: string, values: Record<string, number>) =>
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: expression,
        ConditionExpression: condition,
        ExpressionAttributeValues: { ...values, ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      }),
    )

  return {
    /** How many slots a sender takes in one reservation; Infinity where the rate is unlimited. */
    slotsAtOnce: perSecond > 0 ? Math.max(1, perSecond * secondsAtOnce) : Infinity,

    /** Reserves slots for so many SMS. An unlimited rate (0) costs no request. */
    reserve: async (count: number, nowMs: number): Promise<Reservation> => {
      if (perSecond === 0) return { outcome: 'reserved', startsAtMs: nowMs, intervalMs: 0 }
      const intervalMs = 1000 / perSecond
      const fromMs = nowMs + leadMs
      const needMs = Math.ceil(count * intervalMs)
      const startOf = (answer: Awaited<ReturnType<typeof take>>) =>
        Number(answer.Attributes?.['nextFreeAtMs']) - needMs
      let startsAtMs = 0
      const queued = await holds(async () => {
        startsAtMs = startOf(
          await take(
            'SET nextFreeAtMs = nextFreeAtMs + :need, schemaVersion = :one',
            'nextFreeAtMs >= :now AND nextFreeAtMs <= :furthest',
            {
              ':need': needMs,
              ':now': fromMs,
              ':furthest': nowMs + furthestAheadMs,
            },
          ),
        )
      })
      if (queued) return { outcome: 'reserved', startsAtMs, intervalMs }
      const idle = await holds(() =>
        take(
          'SET nextFreeAtMs = :end, schemaVersion = :one',
          'attribute_not_exists(PK) OR nextFreeAtMs < :now',
          {
            ':end': fromMs + needMs,
            ':now': fromMs,
          },
        ),
      )
      if (idle) return { outcome: 'reserved', startsAtMs: fromMs, intervalMs }
      const found = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))
      const freeAtMs = Number(found.Item?.['nextFreeAtMs'] ?? nowMs)
      return { outcome: 'wait', waitMs: Math.max(50, freeAtMs - nowMs - furthestAheadMs) }
    },
  }
}
