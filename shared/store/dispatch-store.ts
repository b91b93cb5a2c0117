import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { tallyAttributeOf } from '../domain/delivery.ts'
import {
  hasOpenWork,
  mirroredStates,
  type Dispatch,
  type DispatchKey,
  type Mirrored,
} from '../domain/dispatch.ts'
import { readItems } from './batch-items.ts'
import { holds } from './conditions.ts'
import {
  areDone,
  expressChange,
  expressReceipts,
  isDone,
  type DispatchChange,
  type RecipientChange,
} from './dispatch-changes.ts'
import {
  dispatchKeyOf,
  dispatchPartition,
  dueShardOf,
  toDispatch,
  toDispatchItem,
  type DueFor,
} from './dispatch-record.ts'
import { queryAll } from './query-all.ts'

/** Dispatches: who gets a version's SMS in a village, and what became of each. The table is the truth. */
export type DispatchStore = ReturnType<typeof createDispatchStore>

export const createDispatchStore = (client: DynamoDBDocumentClient, table: string) => {
  const find = async (key: DispatchKey): Promise<Dispatch | undefined> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: dispatchKeyOf(key), ConsistentRead: true }),
    )
    return answer.Item === undefined ? undefined : toDispatch(answer.Item)
  }

  return {
    find,

    /** False where the dispatch is there already: its recipients stay as they were fixed. */
    create: (dispatch: Dispatch, dueAtEpochSeconds: number): Promise<boolean> =>
      holds(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: toDispatchItem(dispatch, hasOpenWork(dispatch) ? dueAtEpochSeconds : undefined),
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      ),

    /** Many at once, read consistently, in no certain order. Keys must differ. */
    findMany: async (keys: readonly DispatchKey[]): Promise<Dispatch[]> =>
      (await readItems(client, table, keys.map(dispatchKeyOf))).map(toDispatch),

    /** Every dispatch of a district, by village. */
    listDistrict: async (key: Omit<DispatchKey, 'village'>): Promise<Dispatch[]> => {
      const items = await queryAll(client, {
        TableName: table,
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': dispatchPartition(key) },
        ConsistentRead: true,
      })
      return items.map(toDispatch)
    },

    /**
     * Changes recipients, tally and lease in one write, on condition that the dispatch is as it was read. False where
     * somebody was quicker. A write may succeed and its answer be lost: finding one's own change there is success.
     */
    change: async (dispatch: Dispatch, change: DispatchChange): Promise<boolean> => {
      const applied = await holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: dispatchKeyOf(dispatch),
            ...expressChange(dispatch, change),
          }),
        ),
      )
      return applied || isDone(await find(dispatch), change)
    },

    /**
     * Writes what receipts, or their absence, say of recipients in one write, whoever holds the lease. False where one
     * of them changed since the dispatch was read. `isQuiet`: nothing of the dispatch is waited for any more.
     */
    settle: async (
      dispatch: Dispatch,
      changes: readonly RecipientChange[],
      isQuiet: boolean,
    ): Promise<boolean> => {
      const applied = await holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: dispatchKeyOf(dispatch),
            ...expressReceipts(dispatch, changes, isQuiet),
          }),
        ),
      )
      return applied || areDone(await find(dispatch), changes)
    },

    /**
     * Tells a village that shares a phone how far its SMS got, unless it was told of more: of another phone maybe.
     * Where it shares one alone, a failure also takes back that the SMS was accepted.
     */
    mirror: async (key: DispatchKey, reached: Mirrored): Promise<void> => {
      const lower = mirroredStates.slice(0, mirroredStates.indexOf(reached))
      const isLess = lower.map((state) => `mirrored = :${state}`)
      const takesBack = reached === 'failed'
      const mayTell = [
        'attribute_not_exists(mirrored)',
        ...isLess,
        ...(takesBack ? [`(mirrored = :accepted AND ${tallyAttributeOf.suppressed} = :one)`] : []),
      ]
      await holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: dispatchKeyOf(key),
            UpdateExpression: 'SET mirrored = :reached',
            ConditionExpression: `attribute_exists(PK) AND (${mayTell.join(' OR ')})`,
            ExpressionAttributeValues: {
              ':reached': reached,
              ...Object.fromEntries(lower.map((state) => [`:${state}`, state])),
              ...(takesBack ? { ':accepted': 'accepted', ':one': 1 } : {}),
            },
          }),
        ),
      )
    },

    /** Moves the time at which `tick` looks again, unless the work moved on since the dispatch was read. */
    postpone: (dispatch: Dispatch, toEpochSeconds: number, dueFor: DueFor = 'work'): Promise<boolean> => {
      const from = dispatch.dueAtEpochSeconds
      return holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: dispatchKeyOf(dispatch),
            UpdateExpression: 'SET dueAtEpochSeconds = :to, dueShard = :shard',
            ConditionExpression:
              from === undefined
                ? 'attribute_exists(PK) AND attribute_not_exists(dueAtEpochSeconds)'
                : 'dueAtEpochSeconds = :from',
            ExpressionAttributeValues: {
              ':to': toEpochSeconds,
              ':shard': dueShardOf(dispatch.village, dueFor),
              ...(from === undefined ? {} : { ':from': from }),
            },
          }),
        ),
      )
    },
  }
}
