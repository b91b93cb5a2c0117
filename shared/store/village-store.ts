import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { villageCode } from '../contracts/fields.ts'
import { villageRecord } from '../contracts/roster.ts'
import { districtOf } from '../domain/area.ts'
import type { Member, Village, VillageDetails } from '../domain/village.ts'
import { readItems } from './batch-items.ts'
import { holds } from './conditions.ts'
import { expressMarks } from './member-marks.ts'
import { queryAll } from './query-all.ts'

/** `conflict`: somebody wrote the village meanwhile (or it is there already, or not there any more). */
export type VillageWrite = { outcome: 'applied'; village: Village } | { outcome: 'conflict' }

/** Villages with their committees, one item each, in a partition per district. */
export type VillageStore = ReturnType<typeof createVillageStore>

const keyOf = (code: string) => ({ PK: `DISTRICT#${districtOf(code)}`, SK: `VILLAGE#${code}` })
const villageRevision = z.lazy(() => z.object({ code: villageCode, revision: z.string() }))
type VillageRevision = z.infer<typeof villageRevision>

const toVillage = (item: Record<string, unknown>): Village => villageRecord.parse(item)

export const createVillageStore = (client: DynamoDBDocumentClient, table: string) => ({
  find: async (code: string): Promise<Village | undefined> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: keyOf(code), ConsistentRead: true }),
    )
    return answer.Item === undefined ? undefined : toVillage(answer.Item)
  },

  /** Every village of a district, by code. Read consistently: a warning must not miss who was just added. */
  listDistrict: async (district: string): Promise<Village[]> => {
    const items = await queryAll(client, {
      TableName: table,
      KeyConditionExpression: 'PK = :district AND begins_with(SK, :village)',
      ExpressionAttributeValues: { ':district': `DISTRICT#${district}`, ':village': 'VILLAGE#' },
      ConsistentRead: true,
    })
    return items.map(toVillage)
  },

  /** Which villages a district has and at which revision each stands, by code. Read consistently. */
  listRevisions: async (district: string): Promise<VillageRevision[]> => {
    const items = await queryAll(client, {
      TableName: table,
      KeyConditionExpression: 'PK = :district AND begins_with(SK, :village)',
      ProjectionExpression: '#code, revision',
      ExpressionAttributeNames: { '#code': 'code' },
      ExpressionAttributeValues: { ':district': `DISTRICT#${district}`, ':village': 'VILLAGE#' },
      ConsistentRead: true,
    })
    return items.map((item) => villageRevision.parse(item))
  },

  /**
   * Writes a village under a new revision. `replaces` is the revision that was read, or null where the village must
   * be new. Writing the same revision again is `applied`: the answer to a write that succeeded may have been lost.
   * What could not be read back is not written: throws, which is a bug of the caller.
   */
  put: async (
    details: VillageDetails,
    write: { revision: string; replaces: string | null; nowIso: string },
  ): Promise<VillageWrite> => {
    const village = toVillage({ ...details, revision: write.revision, updatedAtIso: write.nowIso })
    const applied = await holds(() =>
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...keyOf(details.code), schemaVersion: 1, type: 'village', ...village },
          ConditionExpression:
            write.replaces === null
              ? 'attribute_not_exists(PK) OR revision = :own'
              : 'revision = :replaces OR revision = :own',
          ExpressionAttributeValues:
            write.replaces === null
              ? { ':own': write.revision }
              : { ':own': write.revision, ':replaces': write.replaces },
        }),
      ),
    )
    return applied ? { outcome: 'applied', village } : { outcome: 'conflict' }
  },

  /** Many at once, read consistently, in no certain order. */
  findMany: async (codes: Iterable<string>): Promise<Village[]> =>
    (await readItems(client, table, [...new Set(codes)].map(keyOf))).map(toVillage),

  /**
   * Writes what machines know of the members, in one write that leaves the revision (and so the ETag) as it is. False
   * where a person, or another machine's failure count, was quicker.
   */
  markMembers: (village: Village, members: readonly Member[]): Promise<boolean> =>
    holds(() =>
      client.send(
        new UpdateCommand({ TableName: table, Key: keyOf(village.code), ...expressMarks(village, members) }),
      ),
    ),

  /** Only to undo an addition that nobody touched since: villages are otherwise never deleted. */
  takeBack: (code: string, revision: string): Promise<boolean> =>
    holds(() =>
      client.send(
        new DeleteCommand({
          TableName: table,
          Key: keyOf(code),
          ConditionExpression: 'attribute_not_exists(PK) OR revision = :revision',
          ExpressionAttributeValues: { ':revision': revision },
        }),
      ),
    ),
})
