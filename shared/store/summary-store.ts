import { GetCommand, QueryCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { districtSummaryRecord, type DistrictSummary } from '../contracts/roster.ts'
import { noVillages, type VillageCounts } from '../domain/district-summary.ts'
import { holds } from './conditions.ts'

/**
 * A summary per district, counted from its villages. Whoever changes a village marks the summary stale first and
 * counts again after; a mark that stays (the writer died) is found by `tick`, which counts again.
 */
export type SummaryStore = ReturnType<typeof createSummaryStore>

const partition = 'SUMMARIES'
const emptySummary = (district: string): DistrictSummary => ({ district, ...noVillages })
const toSummary = (item: Record<string, unknown>): DistrictSummary =>
  districtSummaryRecord.parse({ ...noVillages, ...item })

export const createSummaryStore = (client: DynamoDBDocumentClient, table: string) => {
  const find = async (district: string): Promise<DistrictSummary> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: { PK: partition, SK: district }, ConsistentRead: true }),
    )
    return answer.Item === undefined ? emptySummary(district) : toSummary(answer.Item)
  }

  return {
    find,

    /** Summaries of the districts whose codes begin so ('' for all of Laos), by code. */
    list: async (codePrefix: string): Promise<DistrictSummary[]> => {
      const answer = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: codePrefix === '' ? 'PK = :pk' : 'PK = :pk AND begins_with(SK, :prefix)',
          ExpressionAttributeValues: {
            ':pk': partition,
            ...(codePrefix === '' ? {} : { ':prefix': codePrefix }),
          },
          ConsistentRead: true,
        }),
      )
      return (answer.Items ?? []).map(toSummary)
    },

    markStale: async (district: string, token: string, nowEpochSeconds: number): Promise<void> => {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { PK: partition, SK: district },
          UpdateExpression:
            'SET district = :district, schemaVersion = :one, staleToken = :token, staleSinceEpochSeconds = :now',
          ExpressionAttributeValues: {
            ':district': district,
            ':one': 1,
            ':token': token,
            ':now': nowEpochSeconds,
          },
        }),
      )
    },

    /** False where the district changed again since `staleToken` was read: then its own writer counts. */
    write: (district: string, counts: VillageCounts, staleToken: string | undefined): Promise<boolean> =>
      holds(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: { PK: partition, SK: district },
            UpdateExpression:
              'SET district = :district, schemaVersion = :one, villages = :villages, villagesWithoutContact = :noContact, villagesWithoutSafePlace = :noSafePlace, members = :members, women = :women, recipientsByLanguage = :recipients, routineRecipientsByLanguage = :routine REMOVE staleToken, staleSinceEpochSeconds',
            ConditionExpression:
              staleToken === undefined ? 'attribute_not_exists(staleToken)' : 'staleToken = :token',
            ExpressionAttributeValues: {
              ':district': district,
              ':one': 1,
              ':villages': counts.villages,
              ':noContact': counts.villagesWithoutContact,
              ':noSafePlace': counts.villagesWithoutSafePlace,
              ':members': counts.members,
              ':women': counts.women,
              ':recipients': counts.recipientsByLanguage,
              ':routine': counts.routineRecipientsByLanguage,
              ...(staleToken === undefined ? {} : { ':token': staleToken }),
            },
          }),
        ),
      ),

    setDeskPhone: async (district: string, deskPhone: string): Promise<void> => {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { PK: partition, SK: district },
          UpdateExpression: 'SET district = :district, schemaVersion = :one, deskPhone = :phone',
          ExpressionAttributeValues: { ':district': district, ':one': 1, ':phone': deskPhone },
        }),
      )
    },

    setVillagesExpected: async (district: string, villagesExpected: number): Promise<void> => {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { PK: partition, SK: district },
          UpdateExpression: 'SET district = :district, schemaVersion = :one, villagesExpected = :expected',
          ExpressionAttributeValues: { ':district': district, ':one': 1, ':expected': villagesExpected },
        }),
      )
    },
  }
}
