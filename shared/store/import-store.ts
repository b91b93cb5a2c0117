import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import {
  importTransitions,
  workingStates,
  type ImportAction,
  type ImportJob,
} from '../domain/import-state.ts'
import { transitionOf } from '../domain/transition.ts'
import { holds } from './conditions.ts'
import { importRecord, type ImportRecord } from './import-record.ts'
import { queryAll } from './query-all.ts'

/** A worker's hold on an import. */
export type Lease = { token: string; endsAtEpochMs: number }

/** `busy`: another worker has it until then. `idle`: there is nothing (more) to do. */
export type Claim =
  | { outcome: 'claimed'; record: ImportRecord }
  | { outcome: 'busy'; untilEpochMs: number }
  | { outcome: 'idle' }

/** Fields that an action changes; undefined takes a field away. */
type Changes = { [Field in keyof ImportRecord]?: ImportRecord[Field] | undefined }

/** Imports of rosters, in one partition: they are few, and removed after some months. */
export type ImportStore = ReturnType<typeof createImportStore>

const partition = 'IMPORTS'
const jobs = ['plan', 'apply', 'undo'] as const
const toRecord = (item: Record<string, unknown>): ImportRecord => importRecord.parse(item)

/** What must hold besides the state: the lease is still this one, the plan still the one in this folder. */
type Guard = { leaseToken?: string; planFolder?: string }

/** An update that writes what is defined and removes what is not, under a condition of the state. */
const updateOf = (changes: Changes, from: readonly string[], { leaseToken, planFolder }: Guard) => {
  const entries = Object.entries(changes)
  const written = entries.filter(([, value]) => value !== undefined)
  const removed = entries.filter(([, value]) => value === undefined)
  const sets = written.map(([name]) => `#${name} = :${name}`).join(', ')
  const removes = removed.map(([name]) => `#${name}`).join(', ')
  const states = from.map((_, index) => `:from${index}`).join(', ')
  return {
    UpdateExpression: `SET ${sets}${removes === '' ? '' : ` REMOVE ${removes}`}`,
    ConditionExpression: [
      `#state IN (${states})`,
      ...(leaseToken === undefined ? [] : ['#leaseToken = :lease']),
      ...(planFolder === undefined ? [] : ['#plan.#folder = :folder']),
    ].join(' AND '),
    ExpressionAttributeNames: {
      '#state': 'state',
      ...(leaseToken === undefined ? {} : { '#leaseToken': 'leaseToken' }),
      ...(planFolder === undefined ? {} : { '#plan': 'plan', '#folder': 'folder' }),
      ...Object.fromEntries(entries.map(([name]) => [`#${name}`, name])),
    },
    ExpressionAttributeValues: {
      ...Object.fromEntries(from.map((state, index) => [`:from${index}`, state])),
      ...(leaseToken === undefined ? {} : { ':lease': leaseToken }),
      ...(planFolder === undefined ? {} : { ':folder': planFolder }),
      ...Object.fromEntries(written.map(([name, value]) => [`:${name}`, value])),
    },
  }
}

export const createImportStore = (client: DynamoDBDocumentClient, table: string) => {
  const keyOf = (id: string) => ({ TableName: table, Key: { PK: partition, SK: id } })

  const find = async (id: string): Promise<ImportRecord | undefined> => {
    const answer = await client.send(new GetCommand({ ...keyOf(id), ConsistentRead: true }))
    return answer.Item === undefined ? undefined : toRecord(answer.Item)
  }

  return {
    find,

    /** The record as stored: this one, or the one that has its id already. */
    create: async (record: ImportRecord): Promise<ImportRecord> => {
      const isNew = await holds(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: { PK: partition, SK: record.id, type: 'import', ...record },
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      )
      return isNew ? record : ((await find(record.id)) ?? record)
    },

    /**
     * Takes the import through a transition of its table, with changes. False where its state does not allow that
     * or what the guard names does not hold any more.
     */
    act: (
      id: string,
      action: ImportAction,
      changes: Changes & { stateSinceEpochSeconds: number },
      guard: Guard = {},
    ): Promise<boolean> => {
      const { from, to } = transitionOf(importTransitions, action)
      const released = { leaseToken: undefined, leaseEndsAtEpochMs: undefined }
      const update = updateOf({ ...changes, ...released, state: to }, from, guard)
      return holds(() => client.send(new UpdateCommand({ ...keyOf(id), ...update })))
    },

    /** Takes hold of an import in the working state of a job, unless another worker has it. */
    claim: async (id: string, job: ImportJob, lease: Lease, nowMs: number): Promise<Claim> => {
      const claimed = await holds(() =>
        client.send(
          new UpdateCommand({
            ...keyOf(id),
            UpdateExpression: 'SET leaseToken = :token, leaseEndsAtEpochMs = :ends',
            ConditionExpression:
              '#state = :state AND (attribute_not_exists(leaseEndsAtEpochMs) OR leaseEndsAtEpochMs <= :now OR leaseToken = :token)',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ':state': workingStates[job],
              ':token': lease.token,
              ':ends': lease.endsAtEpochMs,
              ':now': nowMs,
            },
          }),
        ),
      )
      const record = await find(id)
      if (record === undefined || record.state !== workingStates[job]) return { outcome: 'idle' }
      return claimed
        ? { outcome: 'claimed', record }
        : { outcome: 'busy', untilEpochMs: record.leaseEndsAtEpochMs ?? nowMs }
    },

    /** Notes that a page of changes is carried out. False where the lease is lost: then another worker goes on. */
    savePage: async (
      id: string,
      leaseToken: string,
      page: { index: number; changes: number; leftAlone: readonly string[]; job: 'apply' | 'undo' },
    ): Promise<boolean> => {
      const list = page.job === 'apply' ? 'applyLeftAlone' : 'undoLeftAlone'
      const saved = await holds(() =>
        client.send(
          new UpdateCommand({
            ...keyOf(id),
            UpdateExpression: `SET pagesDone = :next, changesDone = changesDone + :changes, ${list} = list_append(${list}, :leftAlone)`,
            ConditionExpression: 'leaseToken = :token AND pagesDone = :index',
            ExpressionAttributeValues: {
              ':token': leaseToken,
              ':index': page.index,
              ':next': page.index + 1,
              ':changes': page.changes,
              ':leftAlone': page.leftAlone,
            },
          }),
        ),
      )
      if (saved) return true
      // The answer to a write that succeeded may have been lost.
      const record = await find(id)
      return record?.leaseToken === leaseToken && record.pagesDone === page.index + 1
    },

    /** Lets go of an import with work left, so that the next worker need not wait for the lease's end. */
    release: (id: string, leaseToken: string): Promise<boolean> =>
      holds(() =>
        client.send(
          new UpdateCommand({
            ...keyOf(id),
            UpdateExpression: 'REMOVE leaseToken, leaseEndsAtEpochMs',
            ConditionExpression: 'leaseToken = :token',
            ExpressionAttributeValues: { ':token': leaseToken },
          }),
        ),
      ),

    /** Imports with work that nobody has had since then: their queue message may be lost. */
    listForgotten: async (
      nowMs: number,
      sinceEpochSeconds: number,
    ): Promise<{ job: ImportJob; importId: string }[]> => {
      const items = await queryAll(client, {
        TableName: table,
        KeyConditionExpression: 'PK = :pk',
        FilterExpression:
          'stateSinceEpochSeconds < :since AND (attribute_not_exists(leaseEndsAtEpochMs) OR leaseEndsAtEpochMs <= :now)',
        ProjectionExpression: 'SK, #state',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':pk': partition, ':since': sinceEpochSeconds, ':now': nowMs },
      })
      return items.flatMap((item) => {
        const job = jobs.find((candidate) => workingStates[candidate] === item['state'])
        return job === undefined ? [] : [{ job, importId: String(item['SK']) }]
      })
    },
  }
}
