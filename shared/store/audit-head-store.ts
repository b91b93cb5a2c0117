import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { ChainHead } from '../domain/audit.ts'
import { holds } from './conditions.ts'

/** How far an alert's chain has come, kept with the alert: what is cut off its end is missed before the day is anchored. */
export type AuditHeadStore = ReturnType<typeof createAuditHeadStore>

const alertKey = (alertId: string) => ({ PK: `ALERT#${alertId}`, SK: 'ALERT' })
const recorded = z.lazy(() =>
  z.object({ auditHead: z.object({ sequence: z.number(), hash: z.string() }).optional() }),
)

export const createAuditHeadStore = (client: DynamoDBDocumentClient, table: string) => ({
  /** Records a head that lies further than the one known. Where there is no such alert nothing is written. */
  record: async (
    alertId: string,
    { sequence, hash }: Pick<ChainHead, 'sequence' | 'hash'>,
  ): Promise<void> => {
    await holds(() =>
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: alertKey(alertId),
          UpdateExpression: 'SET auditHead = :head',
          ConditionExpression:
            'attribute_exists(PK) AND (attribute_not_exists(auditHead) OR auditHead.#sequence < :sequence)',
          ExpressionAttributeNames: { '#sequence': 'sequence' },
          ExpressionAttributeValues: { ':head': { sequence, hash }, ':sequence': sequence },
        }),
      ),
    )
  },

  find: async (alertId: string): Promise<{ sequence: number; hash: string } | undefined> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: alertKey(alertId), ConsistentRead: true }),
    )
    return recorded.parse(answer.Item ?? {}).auditHead
  },
})
