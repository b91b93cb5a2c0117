import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { redriveAnswer, type RedriveAnswer } from '../contracts/dead-letters.ts'
import { holds } from './conditions.ts'

/** What a request to redrive was answered, so that the same request again does nothing and is answered the same. */
export type RedriveStore = ReturnType<typeof createRedriveStore>

/** As long as dead letters lie. */
const keepSeconds = 14 * 24 * 3600

const keyOf = (id: string) => ({ PK: `REDRIVE#${id}`, SK: 'REDRIVE' })

const redriveRecord = z.object({ answer: redriveAnswer.optional() })

export const createRedriveStore = (client: DynamoDBDocumentClient, table: string) => ({
  /** `begun`: nobody has answered this request yet. `other-body`: its id belongs to another one. */
  begin: async (
    id: string,
    bodyDigest: string,
    nowEpochSeconds: number,
  ): Promise<
    { outcome: 'begun' } | { outcome: 'answered'; answer: RedriveAnswer } | { outcome: 'other-body' }
  > => {
    let answer: RedriveAnswer | undefined
    const isOurs = await holds(async () => {
      const { Attributes = {} } = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(id),
          UpdateExpression: 'SET schemaVersion = :one, bodyDigest = :digest, removeAtEpochSeconds = :remove',
          ConditionExpression: 'attribute_not_exists(PK) OR bodyDigest = :digest',
          ExpressionAttributeValues: {
            ':one': 1,
            ':digest': bodyDigest,
            ':remove': nowEpochSeconds + keepSeconds,
          },
          ReturnValues: 'ALL_NEW',
        }),
      )
      answer = redriveRecord.parse(Attributes).answer
    })
    if (!isOurs) return { outcome: 'other-body' }
    return answer === undefined ? { outcome: 'begun' } : { outcome: 'answered', answer }
  },

  finish: async (id: string, answer: RedriveAnswer): Promise<void> => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keyOf(id),
        UpdateExpression: 'SET answer = :answer',
        ConditionExpression: 'attribute_exists(PK)',
        ExpressionAttributeValues: { ':answer': answer },
      }),
    )
  },
})
