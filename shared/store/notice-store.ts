import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { noticeKinds } from '../domain/notices/notice.ts'
import { holds } from './conditions.ts'
import { dueShardOf } from './dispatch-record.ts'
import { queryAll } from './query-all.ts'

/**
 * Notices to officers and admins. An item beside each version says who was told what, and when to look whether
 * somebody has to be told. The notice itself is stored as a version that no alert stands over.
 */
export type NoticeStore = ReturnType<typeof createNoticeStore>

type VersionKey = { alertId: string; version: number }

const prefix = 'NOTICES#'
const keyOf = ({ alertId, version }: VersionKey) => ({
  PK: `ALERT#${alertId}`,
  SK: `${prefix}${String(version).padStart(4, '0')}`,
})

/** The version whose notices a key of the table names; undefined where it names something else. */
export const parseNoticesKey = (key: { PK: string; SK: string }): VersionKey | undefined => {
  const [kind, alertId] = key.PK.split('#')
  const version = Number(key.SK.slice(prefix.length))
  return kind === 'ALERT' && alertId !== undefined && key.SK.startsWith(prefix)
    ? { alertId, version }
    : undefined
}

const toldRecord = z.lazy(() =>
  z.object({
    noticeId: z.string(),
    kind: z.enum(noticeKinds),
    atIso: z.string(),
    sms: z.number().int(),
    withoutPhone: z.number().int(),
  }),
)
export type ToldRecord = z.infer<typeof toldRecord>

const noticesRecord = z.lazy(() =>
  z.object({
    SK: z.string().transform((key) => Number(key.slice(prefix.length))),
    asked: z.number().int(),
    told: z.array(toldRecord).default([]),
  }),
)

/** What is known of one version's notices. `asked` counts those who asked for a look. */
export type Notices = { version: number; asked: number; told: ToldRecord[] }

export const createNoticeStore = (client: DynamoDBDocumentClient, table: string) => ({
  /**
   * Has `tick` look by then whether somebody has to be told of the version. Asked for before a step, so that whoever
   * dies after it leaves nobody untold.
   */
  watch: async (version: VersionKey, dueAtEpochSeconds: number): Promise<void> => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keyOf(version),
        UpdateExpression:
          'SET dueShard = :shard, dueAtEpochSeconds = :due, schemaVersion = :one, #type = :type ADD asked :one',
        ExpressionAttributeNames: { '#type': 'type' },
        ExpressionAttributeValues: {
          ':shard': dueShardOf(version.alertId, 'notices'),
          ':due': dueAtEpochSeconds,
          ':one': 1,
          ':type': 'notices',
        },
      }),
    )
  },

  /** Of every version of the alert that somebody asked for, by version. */
  list: async (alertId: string): Promise<Notices[]> => {
    const items = await queryAll(client, {
      TableName: table,
      KeyConditionExpression: 'PK = :pk AND begins_with(SK, :prefix)',
      ExpressionAttributeValues: { ':pk': `ALERT#${alertId}`, ':prefix': prefix },
      ConsistentRead: true,
    })
    return items.map((item) => {
      const { SK: version, ...rest } = noticesRecord.parse(item)
      return { version, ...rest }
    })
  },

  /** Notes who was told and when to look again (undefined: not before somebody asks); false where somebody asked since. */
  settle: (
    version: VersionKey,
    asked: number,
    { told, dueAtEpochSeconds }: { told: readonly ToldRecord[]; dueAtEpochSeconds: number | undefined },
  ): Promise<boolean> =>
    holds(() =>
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(version),
          UpdateExpression:
            dueAtEpochSeconds === undefined
              ? 'SET told = :told ADD asked :one REMOVE dueShard, dueAtEpochSeconds'
              : 'SET told = :told, dueShard = :shard, dueAtEpochSeconds = :due ADD asked :one',
          ConditionExpression: 'asked = :asked',
          ExpressionAttributeValues: {
            ':told': told,
            ':asked': asked,
            ':one': 1,
            ...(dueAtEpochSeconds === undefined
              ? {}
              : { ':shard': dueShardOf(version.alertId, 'notices'), ':due': dueAtEpochSeconds }),
          },
        }),
      ),
    ),
})
