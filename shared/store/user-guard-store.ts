import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { holds } from './conditions.ts'

/** What changes of users are held together by, beside the users themselves. */
export type UserGuardStore = ReturnType<typeof createUserGuardStore>

const keepInviteSeconds = 7 * 24 * 3600
/** Longer than any request lasts: whoever had the turn so long ago writes nothing any more. */
const turnSeconds = 60

const turnKey = { PK: 'USER-GUARD', SK: 'NATIONAL-ADMINS' }

export const createUserGuardStore = (client: DynamoDBDocumentClient, table: string) => ({
  /** Notes what a request to invite was about; false where its id came with another body before. */
  beginInvite: (inviteId: string, bodyDigest: string, nowEpochSeconds: number): Promise<boolean> =>
    holds(() =>
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: { PK: `USER-INVITE#${inviteId}`, SK: 'USER-INVITE' },
          UpdateExpression: 'SET schemaVersion = :one, bodyDigest = :digest, removeAtEpochSeconds = :remove',
          ConditionExpression: 'attribute_not_exists(PK) OR bodyDigest = :digest',
          ExpressionAttributeValues: {
            ':one': 1,
            ':digest': bodyDigest,
            ':remove': nowEpochSeconds + keepInviteSeconds,
          },
        }),
      ),
    ),

  /**
   * Who may take a national admin's rights away, one at a time: two who do it to each other would each see the other
   * stay. False where it is somebody else's turn. A turn that nobody gave back is over after a minute.
   */
  takeTurn: (token: string, nowEpochSeconds: number): Promise<boolean> =>
    holds(() =>
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: turnKey,
          UpdateExpression: 'SET schemaVersion = :one, #token = :token, untilEpochSeconds = :until',
          ConditionExpression: 'attribute_not_exists(PK) OR untilEpochSeconds < :now OR #token = :token',
          ExpressionAttributeNames: { '#token': 'token' },
          ExpressionAttributeValues: {
            ':one': 1,
            ':token': token,
            ':now': nowEpochSeconds,
            ':until': nowEpochSeconds + turnSeconds,
          },
        }),
      ),
    ),

  giveTurnBack: async (token: string): Promise<void> => {
    await holds(() =>
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: turnKey,
          UpdateExpression: 'SET untilEpochSeconds = :over',
          ConditionExpression: '#token = :token',
          ExpressionAttributeNames: { '#token': 'token' },
          ExpressionAttributeValues: { ':token': token, ':over': 0 },
        }),
      ),
    )
  },
})
