import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb'
import {
  hasOpenWork,
  mirroredStates,
  type Dispatch,
  type DispatchKey,
  type Mirrored,
} from '../domain/dispatch.ts'
import { holds } from './conditions.ts'
import { expressChange, isDone, type DispatchChange } from './dispatch-changes.ts'
import {
  dispatchKeyOf,
  dispatchPartition,
  dueShardOf,
  toDispatch,
  toDispatchItem,
} from './dispatch-record.ts'

/** Dispatches: who gets a version's SMS in a village, and what became of each. The table is the truth. */
export type DispatchStore = ReturnType<typeof createDispatchStore>

const mostKeysPerBatch = 100

export const createDispatchStore = (client: DynamoDBDocumentClient, table: string) => {
  const find = async (key: DispatchKey): Promise<Dispatch | undefined> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: dispatchKeyOf(key), ConsistentRead: true }),
    )
    return answer.Item === undefined ? undefined : toDispatch(answer.Item)
  }

  const readBatch = async (keys: readonly DispatchKey[]): Promise<Dispatch[]> => {
    const found: Dispatch[] = []
    let wanted: Record<string, unknown>[] = keys.map(dispatchKeyOf)
    while (wanted.length > 0) {
      // oxlint-disable-next-line no-await-in-loop -- asks again only for what was left unprocessed
      const answer = await client.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: wanted, ConsistentRead: true } } }),
      )
      found.push(...(answer.Responses?.[table] ?? []).map(toDispatch))
      wanted = answer.UnprocessedKeys?.[table]?.Keys ?? []
    }
    return found
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
    findMany: async (keys: readonly DispatchKey[]): Promise<Dispatch[]> => {
      const batches: DispatchKey[][] = []
      for (let start = 0; start < keys.length; start += mostKeysPerBatch) {
        batches.push(keys.slice(start, start + mostKeysPerBatch))
      }
      return (await Promise.all(batches.map(readBatch))).flat()
    },

    /** Every dispatch of a district, by village. */
    listDistrict: async (key: Omit<DispatchKey, 'village'>): Promise<Dispatch[]> => {
      const dispatches: Dispatch[] = []
      let startKey: Record<string, unknown> | undefined
      do {
        // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
        const page = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'PK = :pk',
            ExpressionAttributeValues: { ':pk': dispatchPartition(key) },
            ConsistentRead: true,
            ExclusiveStartKey: startKey,
          }),
        )
        dispatches.push(...(page.Items ?? []).map(toDispatch))
        startKey = page.LastEvaluatedKey
      } while (startKey !== undefined)
      return dispatches
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

    /** Tells a village that shares a phone how far its SMS got, unless it was told of more. */
    mirror: async (key: DispatchKey, reached: Mirrored): Promise<void> => {
      const lower = mirroredStates.slice(0, mirroredStates.indexOf(reached))
      const isLess = lower.map((state) => `mirrored = :${state}`)
      await holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: dispatchKeyOf(key),
            UpdateExpression: 'SET mirrored = :reached',
            ConditionExpression: `attribute_exists(PK) AND (${['attribute_not_exists(mirrored)', ...isLess].join(' OR ')})`,
            ExpressionAttributeValues: {
              ':reached': reached,
              ...Object.fromEntries(lower.map((state) => [`:${state}`, state])),
            },
          }),
        ),
      )
    },

    /** Moves the time at which `tick` looks again, unless the work moved on since the dispatch was read. */
    postpone: (dispatch: Dispatch, toEpochSeconds: number): Promise<boolean> => {
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
              ':shard': dueShardOf(dispatch.village),
              ...(from === undefined ? {} : { ':from': from }),
            },
          }),
        ),
      )
    },
  }
}
