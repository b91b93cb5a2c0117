import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Lane } from '../domain/alert.ts'
import type { Halts } from '../domain/halts.ts'
import { holds } from './conditions.ts'
import { paceKey, paceRecord, type Pace } from './pace-record.ts'

/** Slots of the account's one rate, from `startsAtMs` on. Or how long to wait before asking again. */
export type Reservation = { halts: Halts } & (
  | { outcome: 'reserved'; startsAtMs: number; intervalMs: number }
  | { outcome: 'wait'; waitMs: number }
)

/** `leadMs`: time that the sender needs before its first slot. A slot is an SMS, or a part of one (a setting). */
export type SlotWish = { slots: number; lane: Lane; nowMs: number; leadMs: number }

/** One item holds the next free instant of the account and what is stopped, whoever sends. */
export type PaceStore = ReturnType<typeof createPaceStore>

/** Nobody reserves further ahead than this: what is stopped must be silent within two seconds. */
const furthestAheadMs = 1000

/** What routine SMS may take although others wait. */
const routineShare = 0.03

/** After so many probes' time without a refusal the account counts as able to send: receipts may have been lost. */
const probesInVain = 10

/** Without a rate nothing is reserved; what is stopped is asked for this often. */
const haltsHoldMs = 1000

/** A sender of first contacts takes at most half a second at once; others a tenth, or ten SMS where that is more. */
const slotsAtOnceOf = (perSecond: number, lane: Lane): number => {
  const halfSecond = Math.max(1, perSecond / 2)
  return lane === 'first' ? halfSecond : Math.min(halfSecond, Math.max(10, perSecond / 10))
}

/**
 * How far ahead slots may be taken for a lane to queue behind them. First contacts queue behind whatever is taken;
 * others behind one sender's slots, routine ones behind half of that: so those before them always find room.
 */
const aheadMsOf = (perSecond: number, lane: Lane): number => {
  const atOnceMs = (slotsAtOnceOf(perSecond, lane) * 1000) / perSecond
  const behind = { first: Infinity, urgent: 1.2, routine: 0.5 }[lane]
  return Math.min(furthestAheadMs, atOnceMs * behind)
}

/** How long to wait until somebody with this wish may try again. */
const waitMsOf = (pace: Pace, aheadMs: number, nowMs: number): number =>
  Math.max(10, Math.ceil(pace.nextFreeAtMs - nowMs - aheadMs))

type Values = Record<string, number>

export const createPaceStore = (
  client: DynamoDBDocumentClient,
  table: string,
  perSecond: number,
  quotaProbeSeconds: number,
) => {
  const update = async (expression: string, condition: string, values: Values): Promise<Pace | undefined> => {
    let pace: Pace | undefined
    await holds(async () => {
      const answer = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: paceKey,
          UpdateExpression: expression,
          ConditionExpression: condition,
          ExpressionAttributeValues: values,
          ReturnValues: 'ALL_NEW',
        }),
      )
      pace = paceRecord.parse(answer.Attributes)
    })
    return pace
  }
  const read = async (): Promise<Pace> => {
    const answer = await client.send(new GetCommand({ TableName: table, Key: paceKey, ConsistentRead: true }))
    return paceRecord.parse(answer.Item ?? {})
  }

  const intervalMs = perSecond > 0 ? 1000 / perSecond : 0
  const queueUp = (fromMs: number, furthestMs: number, needMs: number) =>
    update(
      'SET nextFreeAtMs = nextFreeAtMs + :need, schemaVersion = :one',
      'nextFreeAtMs >= :from AND nextFreeAtMs <= :furthest',
      { ':need': needMs, ':from': fromMs, ':furthest': furthestMs, ':one': 1 },
    )
  const startFresh = (fromMs: number, needMs: number) =>
    update(
      'SET nextFreeAtMs = :end, schemaVersion = :one',
      'attribute_not_exists(nextFreeAtMs) OR nextFreeAtMs < :from',
      { ':end': fromMs + needMs, ':from': fromMs, ':one': 1 },
    )
  const takeShare = (fromMs: number, nowMs: number, needMs: number) =>
    update(
      'SET nextFreeAtMs = nextFreeAtMs + :need, routineShareAtMs = :again',
      'nextFreeAtMs >= :from AND nextFreeAtMs <= :furthest AND (attribute_not_exists(routineShareAtMs) OR routineShareAtMs <= :now)',
      {
        ':need': needMs,
        ':from': fromMs,
        // Behind those who took slots as far ahead as they may.
        ':furthest': nowMs + furthestAheadMs + 500,
        ':now': nowMs,
        ':again': Math.ceil(nowMs + needMs / routineShare),
      },
    )

  /** The item after slots were taken; or as it is, where there is no room for the lane. */
  const take = async ({ slots, lane, nowMs, leadMs }: SlotWish) => {
    const needMs = Math.ceil(slots * intervalMs)
    const fromMs = nowMs + leadMs
    const aheadMs = Math.max(leadMs, aheadMsOf(perSecond, lane))
    const taken = (await queueUp(fromMs, nowMs + aheadMs, needMs)) ?? (await startFresh(fromMs, needMs))
    if (taken !== undefined) return { pace: taken, startsAtMs: taken.nextFreeAtMs - needMs }
    const pace = await read()
    const share =
      lane === 'routine' && pace.routineShareAtMs <= nowMs
        ? await takeShare(fromMs, nowMs, needMs)
        : undefined
    return share === undefined
      ? { pace, waitMs: waitMsOf(pace, aheadMs, nowMs) }
      : { pace: share, startsAtMs: share.nextFreeAtMs - needMs }
  }

  /** While the account has no quota one sender tries from time to time. Where none was refused for long, all may. */
  const isHeldByQuota = async (
    { quotaHeldUntilMs, quotaRefusedAtMs }: Pace,
    nowMs: number,
  ): Promise<boolean> => {
    if (quotaHeldUntilMs === undefined) return false
    if (quotaHeldUntilMs > nowMs) return true
    const probeMs = quotaProbeSeconds * 1000
    const isOver = quotaRefusedAtMs + probesInVain * probeMs <= nowMs
    const mine = await update(
      isOver ? 'REMOVE quotaHeldUntilMs, quotaHeldSinceMs' : 'SET quotaHeldUntilMs = :next',
      'quotaHeldUntilMs = :before',
      { ...(isOver ? {} : { ':next': nowMs + probeMs }), ':before': quotaHeldUntilMs },
    )
    return mine === undefined
  }

  let known: { pace: Promise<Pace>; atMs: number } | undefined
  const takeUnlimited = async (nowMs: number) => {
    if (known === undefined || nowMs - known.atMs >= haltsHoldMs) known = { pace: read(), atMs: nowMs }
    try {
      return { pace: await known.pace, startsAtMs: nowMs }
    } catch (error) {
      known = undefined
      throw error
    }
  }

  return {
    /** How many slots a sender of a lane takes in one reservation; Infinity where the rate is unlimited. */
    slotsAtOnce: (lane: Lane): number => (perSecond > 0 ? slotsAtOnceOf(perSecond, lane) : Infinity),

    /** Reserves slots. Where the rate is unlimited (0) it costs a read a second, for what is stopped. */
    reserve: async (wish: SlotWish): Promise<Reservation> => {
      const { pace, ...got } = perSecond > 0 ? await take(wish) : await takeUnlimited(wish.nowMs)
      const { halts } = pace
      if ('waitMs' in got) return { outcome: 'wait', waitMs: got.waitMs, halts }
      if (await isHeldByQuota(pace, wish.nowMs)) {
        const waitMs = Math.max(1000, (pace.quotaHeldUntilMs ?? 0) - wish.nowMs)
        return { outcome: 'wait', waitMs, halts }
      }
      return { outcome: 'reserved', startsAtMs: got.startsAtMs, intervalMs, halts }
    },
  }
}
