import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import {
  alertRecord,
  versionRecord,
  type AlertRecord,
  type VersionRecord,
} from '../contracts/version-record.ts'
import { normaliseAreas } from '../domain/area.ts'
import { readItems } from './batch-items.ts'
import { holds } from './conditions.ts'
import { queryAll } from './query-all.ts'
import { queryListPage, type ListPosition } from './query-list-page.ts'
import { dueShardOf } from './dispatch-record.ts'

/** Alerts and their versions. State changes are conditional writes, with conditions from the one transition table. */
export type AlertStore = ReturnType<typeof createAlertStore>

/** A page of alerts, newest first. */
export type AlertPage = {
  alerts: AlertRecord[]
  next: ListPosition | undefined
}

const listKey = 'alerts'
const alertKey = (alertId: string) => ({ PK: `ALERT#${alertId}`, SK: 'ALERT' })

/** Key of a version's item; versions sort by number. */
export const versionKey = (alertId: string, version: number) => ({
  PK: `ALERT#${alertId}`,
  SK: `VERSION#${String(version).padStart(4, '0')}`,
})

const sets = [
  'fanOutOpen',
  'firstTurnOpen',
  'workOpen',
  'doubtful',
  'secondWaveToQueue',
  'wavesToQueue',
  'resendToQueue',
  'authors',
] as const

/** A version as stored. DynamoDB knows no empty set: what is empty is left out. */
const toVersionItem = (version: VersionRecord): Record<string, unknown> => ({
  ...versionKey(version.alertId, version.version),
  schemaVersion: 1,
  type: 'version',
  ...version,
  dueShard: version.dueAtEpochSeconds === undefined ? undefined : dueShardOf(version.alertId),
  resends: version.resends.length > 0 ? version.resends : undefined,
  ...Object.fromEntries(sets.filter((name) => version[name].size === 0).map((name) => [name, undefined])),
})

export const createAlertStore = (client: DynamoDBDocumentClient, table: string) => {
  const findVersion = async (alertId: string, version: number): Promise<VersionRecord | undefined> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: versionKey(alertId, version), ConsistentRead: true }),
    )
    return answer.Item === undefined ? undefined : versionRecord.parse(answer.Item)
  }

  return {
    find: async (alertId: string): Promise<AlertRecord | undefined> => {
      const answer = await client.send(
        new GetCommand({ TableName: table, Key: alertKey(alertId), ConsistentRead: true }),
      )
      return answer.Item === undefined ? undefined : alertRecord.parse(answer.Item)
    },

    findVersion,

    /** All versions of the alert, by number. */
    listVersions: async (alertId: string): Promise<VersionRecord[]> => {
      const items = await queryAll(client, {
        TableName: table,
        KeyConditionExpression: 'PK = :pk AND begins_with(SK, :version)',
        ExpressionAttributeValues: { ':pk': `ALERT#${alertId}`, ':version': 'VERSION#' },
        ConsistentRead: true,
      })
      return items.map((item) => versionRecord.parse(item))
    },

    findLatestVersions: async (alerts: readonly AlertRecord[]): Promise<VersionRecord[]> => {
      const keys = alerts.map((alert) => versionKey(alert.alertId, alert.latestVersion))
      return (await readItems(client, table, keys)).map((item) => versionRecord.parse(item))
    },

    listPage: async (limit: number, from: AlertPage['next']): Promise<AlertPage> => {
      const { items, next } = await queryListPage(client, table, listKey, { limit, from })
      return { alerts: items.map((item) => alertRecord.parse(item)), next }
    },

    /** The next number of the year, by which people speak of an alert. Numbers may be skipped, never used twice. */
    nextNumber: async (year: number): Promise<number> => {
      const answer = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { PK: 'COUNTERS', SK: `alerts#${year}` },
          UpdateExpression: 'ADD taken :one SET schemaVersion = :one',
          ExpressionAttributeValues: { ':one': 1 },
          ReturnValues: 'UPDATED_NEW',
        }),
      )
      return Number(answer.Attributes?.['taken'])
    },

    /** Writes a later version as a draft. False where there is one of its number: somebody was quicker. */
    addVersion: (version: VersionRecord): Promise<boolean> =>
      holds(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: toVersionItem(version),
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      ),

    /** Makes a version the alert's latest, with the areas of its people; false where that or a later one is. */
    showVersion: (
      alert: Pick<AlertRecord, 'alertId' | 'areas' | 'areasRevision'>,
      { version, areas }: Pick<VersionRecord, 'version' | 'areas'>,
    ): Promise<boolean> => {
      const before = alert.areasRevision
      return holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: alertKey(alert.alertId),
            UpdateExpression: 'SET latestVersion = :version, areas = :areas, areasRevision = :revision',
            ConditionExpression: `latestVersion < :version AND ${before === undefined ? 'attribute_not_exists(areasRevision)' : 'areasRevision = :before'}`,
            ExpressionAttributeValues: {
              ':version': version,
              ':areas': normaliseAreas([...alert.areas, ...areas]),
              ':revision': (before ?? 0) + 1,
              ...(before === undefined ? {} : { ':before': before }),
            },
          }),
        ),
      )
    },

    /** Changes the areas whose people see the alert; undefined where somebody else has changed them since it was read. */
    changeAreas: async (alert: AlertRecord, areas: string[]): Promise<AlertRecord | undefined> => {
      const before = alert.areasRevision
      const changed = { ...alert, areas, areasRevision: (before ?? 0) + 1 }
      const isChanged = await holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: alertKey(alert.alertId),
            UpdateExpression: 'SET areas = :areas, areasRevision = :revision',
            ConditionExpression:
              before === undefined ? 'attribute_not_exists(areasRevision)' : 'areasRevision = :before',
            ExpressionAttributeValues: {
              ':areas': areas,
              ':revision': changed.areasRevision,
              ...(before === undefined ? {} : { ':before': before }),
            },
          }),
        ),
      )
      return isChanged ? changed : undefined
    },

    /**
     * Writes the version, then the alert that makes it visible, each only where it is new. Whoever wrote the version
     * first decides: another body writes nothing, and the same body finishes what was begun.
     */
    create: async (alert: AlertRecord, version: VersionRecord): Promise<void> => {
      const isNew = await holds(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: toVersionItem(version),
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      )
      const first = isNew ? version : await findVersion(version.alertId, version.version)
      if (first?.bodyDigest !== alert.bodyDigest) return
      const item = { ...alert, number: first.number, areas: first.areas }
      await holds(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...alertKey(alert.alertId), schemaVersion: 1, type: 'alert', listKey, ...item },
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      )
    },
  }
}
