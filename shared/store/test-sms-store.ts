import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { testAnswers, testKeptSeconds, type TestSms } from '../domain/test-sms/test-sms.ts'
import { holds } from './conditions.ts'
import { queryAll } from './query-all.ts'

/**
 * Test SMS to members with their answers: one item a member, in a partition a village. They lie beside the roster, so
 * that no import, no undoing of one and no edit of the village can lose them. The table lets them go a year after the
 * newest.
 */
export type TestSmsStore = ReturnType<typeof createTestSmsStore>

/** A member's tests, newest first, at the revision that was read; 0 where there is none yet. */
export type KeptTests = { revision: number; tests: TestSms[] }

const keptTests = z.lazy(() =>
  z.object({
    revision: z.number().int(),
    tests: z.array(
      z.object({
        id: z.string(),
        phone: z.string(),
        by: z.string(),
        atEpochSeconds: z.number().int(),
        answer: z
          .object({ said: z.enum(testAnswers), by: z.string(), atEpochSeconds: z.number().int() })
          .optional(),
      }),
    ),
  }),
)
const itemOfVillage = z.lazy(() => keptTests.unwrap().extend({ SK: z.string() }))

const partitionOf = (village: string): string => `TEST-SMS#${village}`
const keyOf = (village: string, memberId: string) => ({ PK: partitionOf(village), SK: memberId })

export const createTestSmsStore = (client: DynamoDBDocumentClient, table: string) => ({
  find: async (village: string, memberId: string): Promise<KeptTests> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: keyOf(village, memberId), ConsistentRead: true }),
    )
    return answer.Item === undefined ? { revision: 0, tests: [] } : keptTests.parse(answer.Item)
  },

  /** The tests of a village's members, by member. */
  listVillage: async (village: string): Promise<ReadonlyMap<string, TestSms[]>> => {
    const items = await queryAll(client, {
      TableName: table,
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': partitionOf(village) },
      ConsistentRead: true,
    })
    return new Map(
      items.map((item) => {
        const { SK, tests } = itemOfVillage.parse(item)
        return [SK, tests]
      }),
    )
  },

  /** Writes the tests in place of those that were read. False where somebody else was quicker. */
  replace: (
    village: string,
    memberId: string,
    read: KeptTests,
    tests: readonly TestSms[],
  ): Promise<boolean> =>
    holds(() =>
      client.send(
        new PutCommand({
          TableName: table,
          Item: {
            ...keyOf(village, memberId),
            schemaVersion: 1,
            type: 'test-sms',
            revision: read.revision + 1,
            tests,
            removeAtEpochSeconds: testKeptSeconds + Math.max(...tests.map((test) => test.atEpochSeconds)),
          },
          ConditionExpression: 'attribute_not_exists(PK) OR revision = :read',
          ExpressionAttributeValues: { ':read': read.revision },
        }),
      ),
    ),
})
