import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { districtProgressRecord, type DistrictProgress } from '../contracts/version-record.ts'
import { holds } from './conditions.ts'

export type DistrictKey = { alertId: string; version: number; district: string }

export const districtKey = ({ alertId, version, district }: DistrictKey) => ({
  PK: `ALERT#${alertId}`,
  SK: `DISTRICT#${String(version).padStart(4, '0')}#${district}`,
})

/** Villages to take out of a district's sets (`firstTurnOpen`, `workOpen`) and to put into `doubtful`. */
export type VillageMarks = {
  firstTurnOpen: ReadonlySet<string>
  workOpen: ReadonlySet<string>
  doubtful: ReadonlySet<string>
}

/** What is still to do in one district of a version: a part of the `ProgressStore`. */
export const createDistrictProgress = (client: DynamoDBDocumentClient, table: string) => ({
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
})
