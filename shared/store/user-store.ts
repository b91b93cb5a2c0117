import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { userRecord } from '../contracts/roster.ts'
import type { User } from '../domain/user.ts'

/** Who may sign in, with roles and areas. Read on every request, so that taking a right away works at once. */
export type UserStore = ReturnType<typeof createUserStore>

const partition = 'USERS'

export const createUserStore = (client: DynamoDBDocumentClient, table: string) => ({
  find: async (id: string): Promise<User | undefined> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: { PK: partition, SK: id }, ConsistentRead: true }),
    )
    return answer.Item === undefined ? undefined : userRecord.parse(answer.Item)
  },

  put: async (user: User): Promise<void> => {
    await client.send(
      new PutCommand({
        TableName: table,
        Item: { PK: partition, SK: user.id, schemaVersion: 1, type: 'user', ...user },
      }),
    )
  },
})
