import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import {
  districtProgressRecord,
  versionRecord,
  type DistrictProgress,
  type VersionRecord,
} from '../contracts/version-record.ts'
import { transitionOf } from '../domain/transition.ts'
import { versionTransitions, type VersionAction } from '../domain/version.ts'
import { versionKey } from './alert-store.ts'
import { holds } from './conditions.ts'

/**
 * What is still to do of a version: sets of villages per district, sets of districts in the version. Taking oneself
 * out of a set twice changes nothing, so redelivered work does no harm; a bare counter could not say so.
 */
export type ProgressStore = ReturnType<typeof createProgressStore>

type DistrictKey = { alertId: string; version: number; district: string }
/** Sets of a version that hold districts. */
export type DistrictSet = 'fanOutOpen' | 'firstTurnOpen' | 'workOpen' | 'doubtful' | 'secondWaveToQueue'

const districtKey = ({ alertId, version, district }: DistrictKey) => ({
  PK: `ALERT#${alertId}`,
  SK: `DISTRICT#${String(version).padStart(4, '0')}#${district}`,
})

/** Villages to take out of a district's sets (`firstTurnOpen`, `workOpen`) and to put into `doubtful`. */
export type VillageMarks = {
  firstTurnOpen: ReadonlySet<string>
  workOpen: ReadonlySet<string>
  doubtful: ReadonlySet<string>
}

export const createProgressStore = (client: DynamoDBDocumentClient, table: string) => {
  const updateVersion = async (
    key: { alertId: string; version: number },
    expression: string,
    values: Record<string, unknown>,
    condition = 'attribute_exists(PK)',
  ): Promise<VersionRecord> => {
    const answer = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: versionKey(key.alertId, key.version),
        UpdateExpression: expression,
        ConditionExpression: condition,
        ExpressionAttributeValues: values,
        ReturnValues: 'ALL_NEW',
      }),
    )
    return versionRecord.parse(answer.Attributes)
  }

  return {
    /** Fixes what is to do in a district; only the first fan-out does. */
    createDistrict: (key: DistrictKey, progress: DistrictProgress): Promise<boolean> =>
      holds(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: {
              ...districtKey(key),
              schemaVersion: 1,
              type: 'district-progress',
              firstTurnOpen: progress.firstTurnOpen.size > 0 ? progress.firstTurnOpen : undefined,
              workOpen: progress.workOpen.size > 0 ? progress.workOpen : undefined,
              doubtful: progress.doubtful.size > 0 ? progress.doubtful : undefined,
            },
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      ),

    findDistrict: async (key: DistrictKey): Promise<DistrictProgress | undefined> => {
      const answer = await client.send(
        new GetCommand({ TableName: table, Key: districtKey(key), ConsistentRead: true }),
      )
      return answer.Item === undefined ? undefined : districtProgressRecord.parse(answer.Item)
    },

    /** Takes villages out of what is to do, and answers with what was to do before that. */
    markVillages: async (key: DistrictKey, marks: VillageMarks): Promise<DistrictProgress> => {
      const taken = (['firstTurnOpen', 'workOpen'] as const).filter((name) => marks[name].size > 0)
      const deletes = taken.length > 0 ? `DELETE ${taken.map((name) => `${name} :${name}`).join(', ')}` : ''
      const adds = marks.doubtful.size > 0 ? ' ADD doubtful :doubtful' : ''
      const answer = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: districtKey(key),
          UpdateExpression: `${deletes}${adds}`.trim(),
          ConditionExpression: 'attribute_exists(PK)',
          ExpressionAttributeValues: {
            ...Object.fromEntries(taken.map((name) => [`:${name}`, marks[name]])),
            ...(adds === '' ? {} : { ':doubtful': marks.doubtful }),
          },
          ReturnValues: 'ALL_OLD',
        }),
      )
      return districtProgressRecord.parse(answer.Attributes)
    },

    /** Takes villages out of those in doubt, and answers with those that are left. */
    settleDoubts: async (key: DistrictKey, villages: ReadonlySet<string>): Promise<ReadonlySet<string>> => {
      const answer = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: districtKey(key),
          UpdateExpression: 'DELETE doubtful :villages',
          ConditionExpression: 'attribute_exists(PK)',
          ExpressionAttributeValues: { ':villages': villages },
          ReturnValues: 'ALL_NEW',
        }),
      )
      return districtProgressRecord.parse(answer.Attributes).doubtful
    },

    /** Takes a district out of sets of its version, and answers with the version as it is then. */
    closeDistrict: (
      { alertId, version, district }: DistrictKey,
      done: readonly DistrictSet[],
      doubtful: boolean,
    ): Promise<VersionRecord> =>
      updateVersion(
        { alertId, version },
        `DELETE ${done.map((name) => `${name} :district`).join(', ')}${doubtful ? ' ADD doubtful :district' : ''}`,
        { ':district': new Set([district]) },
      ),

    /** Opens the second wave, once. `evenThough` opens it over first contacts that have not had their turn. */
    openSecondWave: (
      version: VersionRecord,
      nowEpochSeconds: number,
      evenThough: boolean,
    ): Promise<boolean> =>
      holds(() =>
        updateVersion(
          version,
          'SET secondWaveOpenedAtEpochSeconds = :now, secondWaveToQueue = :districts',
          { ':now': nowEpochSeconds, ':districts': new Set(version.workOpen) },
          `attribute_not_exists(secondWaveOpenedAtEpochSeconds)${evenThough ? '' : ' AND attribute_not_exists(firstTurnOpen)'}`,
        ),
      ),

    /** Ends a version by `complete` or `expire`, if its state allows it. A completed one must have nothing open. */
    end: (
      version: Pick<VersionRecord, 'alertId' | 'version'>,
      action: Extract<VersionAction, 'complete' | 'expire'>,
      history: VersionRecord['history'][number],
    ): Promise<boolean> => {
      const { from, to } = transitionOf(versionTransitions, action)
      const states = from.map((_, index) => `#state = :from${index}`).join(' OR ')
      const done =
        'attribute_not_exists(workOpen) AND attribute_not_exists(fanOutOpen) AND attribute_not_exists(doubtful)'
      return holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: versionKey(version.alertId, version.version),
            UpdateExpression: `SET #state = :to, history = list_append(history, :history)${action === 'complete' ? ' REMOVE dueShard, dueAtEpochSeconds' : ''}`,
            ConditionExpression: action === 'complete' ? `(${states}) AND ${done}` : states,
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ...Object.fromEntries(from.map((state, index) => [`:from${index}`, state])),
              ':to': to,
              ':history': [history],
            },
          }),
        ),
      )
    },

    /** Notes since when carriers refuse SMS of the version for want of the account's quota; the earliest time stays. */
    markQuotaExhausted: (
      key: Pick<VersionRecord, 'alertId' | 'version'>,
      sinceEpochSeconds: number,
    ): Promise<boolean> =>
      holds(() =>
        updateVersion(
          key,
          'SET quotaExhaustedSinceEpochSeconds = :since',
          { ':since': sinceEpochSeconds },
          'attribute_exists(PK) AND (attribute_not_exists(quotaExhaustedSinceEpochSeconds) OR quotaExhaustedSinceEpochSeconds > :since)',
        ),
      ),

    /** Moves the time at which `tick` looks at the version again; undefined where it need not. */
    postpone: async (version: VersionRecord, toEpochSeconds: number | undefined): Promise<void> => {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: versionKey(version.alertId, version.version),
          ConditionExpression: 'attribute_exists(PK)',
          ...(toEpochSeconds === undefined
            ? { UpdateExpression: 'REMOVE dueShard, dueAtEpochSeconds' }
            : {
                UpdateExpression: 'SET dueAtEpochSeconds = :due',
                ExpressionAttributeValues: { ':due': toEpochSeconds },
              }),
        }),
      )
    },
  }
}
