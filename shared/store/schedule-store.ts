import {
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb'
import {
  runRecord,
  scheduleRecord,
  type RunRecord,
  type ScheduleRecord,
} from '../contracts/schedule-record.ts'
import { toEpochSeconds } from '../clock.ts'
import { holds } from './conditions.ts'
import { queryListPage, type ListPosition } from './query-list-page.ts'

/** Schedules and what became of their runs. Every change is one write on condition of what was read. */
export type ScheduleStore = ReturnType<typeof createScheduleStore>

export type SchedulePage = {
  schedules: ScheduleRecord[]
  next: ListPosition | undefined
}

const listKey = 'schedules'
/** A partition of the index `due` of its own: schedules never stand before recovery, and a query finds them all. */
const dueShard = 'schedules'

const scheduleKey = (scheduleId: string) => ({ PK: `SCHEDULE#${scheduleId}`, SK: 'SCHEDULE' })

const runPrefix = 'RUN#'
const runKey = ({ scheduleId, runAtMs }: Pick<RunRecord, 'scheduleId' | 'runAtMs'>) => ({
  PK: `SCHEDULE#${scheduleId}`,
  SK: `${runPrefix}${new Date(runAtMs).toISOString()}`,
})

/** When `tick` has to look: at a run that was begun, or at the next one of what is active. */
const dueAtMs = ({ state, nextRunAtMs, runningAtMs }: ScheduleRecord): number | undefined =>
  runningAtMs ?? (state === 'active' ? nextRunAtMs : undefined)

const toItem = (schedule: ScheduleRecord): Record<string, unknown> => {
  const dueMs = dueAtMs(schedule)
  return {
    ...scheduleKey(schedule.scheduleId),
    schemaVersion: 1,
    type: 'schedule',
    listKey,
    ...schedule,
    ...(dueMs === undefined ? {} : { dueShard, dueAtEpochSeconds: toEpochSeconds(dueMs) }),
  }
}

export const createScheduleStore = (client: DynamoDBDocumentClient, table: string) => {
  const find = async (scheduleId: string): Promise<ScheduleRecord | undefined> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: scheduleKey(scheduleId), ConsistentRead: true }),
    )
    return answer.Item === undefined ? undefined : scheduleRecord.parse(answer.Item)
  }

  const findRun = async (key: Pick<RunRecord, 'scheduleId' | 'runAtMs'>): Promise<RunRecord | undefined> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: runKey(key), ConsistentRead: true }),
    )
    return answer.Item === undefined ? undefined : runRecord.parse(answer.Item)
  }

  return {
    find,

    create: (schedule: ScheduleRecord): Promise<boolean> =>
      holds(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: toItem(schedule),
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      ),

    /** Writes a schedule over the one that was read; undefined where somebody was quicker. */
    replace: async (read: ScheduleRecord, to: ScheduleRecord): Promise<ScheduleRecord | undefined> => {
      const written = { ...to, revision: read.revision + 1 }
      const isWritten = await holds(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: toItem(written),
            ConditionExpression: 'revision = :read',
            ExpressionAttributeValues: { ':read': read.revision },
          }),
        ),
      )
      return isWritten ? written : undefined
    },

    listPage: async (limit: number, from: SchedulePage['next']): Promise<SchedulePage> => {
      const { items, next } = await queryListPage(client, table, listKey, { limit, from })
      return { schedules: items.map((item) => scheduleRecord.parse(item)), next }
    },

    /** Ids of schedules whose run has come, the longest due first. */
    listDue: async (nowEpochSeconds: number, limit: number): Promise<string[]> => {
      const answer = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard AND dueAtEpochSeconds <= :now',
          ExpressionAttributeValues: { ':shard': dueShard, ':now': nowEpochSeconds },
          Limit: limit,
        }),
      )
      return (answer.Items ?? []).map((item) => String(item['PK']).slice('SCHEDULE#'.length))
    },

    /** Writes down what is decided of a run, if nobody has; answers with what stands. */
    decideRun: async (run: RunRecord): Promise<RunRecord> => {
      await holds(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...runKey(run), schemaVersion: 1, type: 'schedule-run', ...run },
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      )
      const stands = await findRun(run)
      if (stands === undefined) throw new Error('a run that was written is not there')
      return stands
    },

    findRun,

    /** Ends a run that was started; false where it has ended already. */
    endRun: (run: RunRecord): Promise<boolean> =>
      holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: runKey(run),
            UpdateExpression: `SET #state = :state, recordedAtIso = :at, leftOut = :leftOut${run.reason === undefined ? '' : ', reason = :reason'}${run.alertId === undefined ? '' : ', alertId = :alert'}`,
            ConditionExpression: '#state = :started',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ':state': run.state,
              ':at': run.recordedAtIso,
              ':leftOut': run.leftOut,
              ':started': 'started',
              ...(run.reason === undefined ? {} : { ':reason': run.reason }),
              ...(run.alertId === undefined ? {} : { ':alert': run.alertId }),
            },
          }),
        ),
      ),

    /** The last runs, newest first. */
    listRuns: async (scheduleId: string, limit: number): Promise<RunRecord[]> => {
      const answer = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'PK = :pk AND begins_with(SK, :run)',
          ExpressionAttributeValues: { ':pk': `SCHEDULE#${scheduleId}`, ':run': runPrefix },
          ScanIndexForward: false,
          Limit: limit,
          ConsistentRead: true,
        }),
      )
      return (answer.Items ?? []).map((item) => runRecord.parse(item))
    },
  }
}
