import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { versionRecord, type VersionRecord } from '../contracts/version-record.ts'
import type { VersionAction } from '../domain/version.ts'
import { versionKey } from './alert-store.ts'
import { holds } from './conditions.ts'
import { dueShardOf } from './dispatch-record.ts'
import { createDistrictProgress, districtKey, type DistrictKey } from './district-progress.ts'
import { expressTransition } from './version-transition.ts'

/**
 * What is still to do of a version: sets of villages per district, sets of districts in the version. Taking oneself
 * out of a set twice changes nothing, so redelivered work does no harm; a bare counter could not say so.
 */
export type ProgressStore = ReturnType<typeof createProgressStore>

/** Sets of a version that hold districts. */
export type DistrictSet =
  | 'fanOutOpen'
  | 'firstTurnOpen'
  | 'workOpen'
  | 'doubtful'
  | 'secondWaveToQueue'
  | 'wavesToQueue'

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
    ...createDistrictProgress(client, table),

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

    /** Puts villages back into what is to do, where their dispatches say that it is. None: nothing is written. */
    reopenVillages: async (
      key: DistrictKey,
      open: { workOpen: ReadonlySet<string>; doubtful: ReadonlySet<string> },
    ): Promise<void> => {
      const added = (['workOpen', 'doubtful'] as const).filter((name) => open[name].size > 0)
      if (added.length === 0) return
      const sets = (of: (name: (typeof added)[number]) => ReadonlySet<string>) =>
        Object.fromEntries(added.map((name) => [`:${name}`, of(name)]))
      const adds = `ADD ${added.map((name) => `${name} :${name}`).join(', ')}`
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: districtKey(key),
          UpdateExpression: adds,
          ConditionExpression: 'attribute_exists(PK)',
          ExpressionAttributeValues: sets((name) => open[name]),
        }),
      )
      await updateVersion(
        key,
        adds,
        sets(() => new Set([key.district])),
      )
    },

    /**
     * Notes that a district has carried the version's resends out, so many as there were; false where another one
     * was wished for since then.
     */
    closeResend: ({ alertId, version, district }: DistrictKey, resends: number): Promise<boolean> =>
      holds(() =>
        updateVersion(
          { alertId, version },
          'DELETE resendToQueue :district',
          { ':district': new Set([district]), ':resends': resends },
          'size(resends) = :resends',
        ),
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

    /**
     * Ends a version by `complete` or `expire`, if its state allows it. A completed one must have nothing open, and
     * nobody may have wished for a resend since the version was read.
     */
    end: (
      version: Pick<VersionRecord, 'alertId' | 'version' | 'resends'>,
      action: Extract<VersionAction, 'complete' | 'expire'>,
      history: VersionRecord['history'][number],
    ): Promise<boolean> => {
      const { condition, names, values } = expressTransition(action)
      const resends = version.resends.length
      const done = [
        ...['workOpen', 'fanOutOpen', 'doubtful', 'resendToQueue'].map(
          (set) => `attribute_not_exists(${set})`,
        ),
        resends === 0 ? 'attribute_not_exists(resends)' : 'size(resends) = :resends',
      ].join(' AND ')
      const isComplete = action === 'complete'
      return holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: versionKey(version.alertId, version.version),
            UpdateExpression: `SET #state = :to, history = list_append(history, :history)${isComplete ? ' REMOVE dueShard, dueAtEpochSeconds' : ''}`,
            ConditionExpression: isComplete ? `${condition} AND ${done}` : condition,
            ExpressionAttributeNames: names,
            ExpressionAttributeValues: {
              ...values,
              ':history': [history],
              ...(isComplete && resends > 0 ? { ':resends': resends } : {}),
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

    /**
     * Moves the time at which `tick` looks at the version again, unless somebody moved it since the version was read:
     * they began something. Undefined where it need not look. Puts an entry that the index had lost back into it.
     */
    postpone: (version: VersionRecord, toEpochSeconds: number | undefined): Promise<boolean> => {
      const from = version.dueAtEpochSeconds
      const update =
        toEpochSeconds === undefined
          ? { expression: 'REMOVE dueShard, dueAtEpochSeconds', values: {} }
          : {
              expression: 'SET dueAtEpochSeconds = :due, dueShard = :shard',
              values: { ':due': toEpochSeconds, ':shard': dueShardOf(version.alertId) },
            }
      const values = { ...update.values, ...(from === undefined ? {} : { ':from': from }) }
      return holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: versionKey(version.alertId, version.version),
            UpdateExpression: update.expression,
            ConditionExpression:
              from === undefined
                ? 'attribute_exists(PK) AND attribute_not_exists(dueAtEpochSeconds)'
                : 'dueAtEpochSeconds = :from',
            ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
          }),
        ),
      )
    },
  }
}
