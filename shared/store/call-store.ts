import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { callOutcomes, wordOf, type CallRecord } from '../domain/acknowledgement.ts'
import { callsBoardKey } from './board-store.ts'
import { holds } from './conditions.ts'
import { queryAll } from './query-all.ts'

/**
 * Records of officers' calls: one item for each alert and village, to which records are only ever added. It holds
 * what they come to in the same write, for the board.
 */
export type CallStore = ReturnType<typeof createCallStore>

/** A record as stored. `bodyDigest`: the same Idempotency-Key with another body is refused. */
const callRecord = z.lazy(() =>
  z.object({
    id: z.string(),
    version: z.number().int(),
    outcome: z.enum(callOutcomes),
    memberId: z.string().optional(),
    note: z.string().optional(),
    by: z.string(),
    calledAtEpochSeconds: z.number().int(),
    recordedAtEpochSeconds: z.number().int(),
    corrects: z.string().optional(),
    bodyDigest: z.string(),
  }),
)
export type StoredCall = CallRecord & { bodyDigest: string }

const villageCalls = z.lazy(() => z.object({ SK: z.string(), calls: z.array(callRecord) }))

const partitionOf = (alertId: string): string => `CALLS#${alertId}`
const keyOf = (alertId: string, village: string) => ({ PK: partitionOf(alertId), SK: village })

export const createCallStore = (client: DynamoDBDocumentClient, table: string) => ({
  /** The calls to one village, in the order in which they were recorded. */
  find: async (alertId: string, village: string): Promise<StoredCall[]> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: keyOf(alertId, village), ConsistentRead: true }),
    )
    return answer.Item === undefined ? [] : villageCalls.parse(answer.Item).calls
  },

  /** The calls to every village of an alert that was called. */
  listAlert: async (alertId: string): Promise<ReadonlyMap<string, StoredCall[]>> => {
    const items = await queryAll(client, {
      TableName: table,
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': partitionOf(alertId) },
      ConsistentRead: true,
    })
    return new Map(
      items.map((item) => {
        const { SK, calls } = villageCalls.parse(item)
        return [SK, calls]
      }),
    )
  },

  /** Adds a record after those that were read. False where somebody else added one meanwhile. */
  append: (
    alertId: string,
    village: string,
    before: readonly StoredCall[],
    call: StoredCall,
  ): Promise<boolean> => {
    const { needsHelp, toldVersion } = wordOf([...before, call])
    const isFirst = before.length === 0
    return holds(() =>
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(alertId, village),
          UpdateExpression: `SET calls = ${isFirst ? ':call' : 'list_append(calls, :call)'}, needsHelp = :needsHelp, toldVersion = :toldVersion, boardKey = :boardKey, schemaVersion = :one, #type = :type`,
          ConditionExpression: isFirst ? 'attribute_not_exists(PK)' : 'size(calls) = :before',
          ExpressionAttributeNames: { '#type': 'type' },
          ExpressionAttributeValues: {
            ':call': [call],
            ':needsHelp': needsHelp,
            ':toldVersion': toldVersion,
            ':boardKey': callsBoardKey(alertId),
            ':one': 1,
            ':type': 'calls',
            ...(isFirst ? {} : { ':before': before.length }),
          },
        }),
      ),
    )
  },
})
