import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { userRecord } from '../contracts/users.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { User } from '../domain/user.ts'
import { readItems } from './batch-items.ts'
import { holds } from './conditions.ts'
import { queryAll } from './query-all.ts'

/** Who may sign in, with roles and areas. Read on every request, so that taking a right away works at once. */
export type UserStore = ReturnType<typeof createUserStore>

const partition = 'USERS'

const namedUser = z.lazy(() => z.object({ SK: z.string(), name: z.string() }))

const itemOf = (user: User) => ({ PK: partition, SK: user.id, schemaVersion: 1, type: 'user', ...user })

export const createUserStore = (client: DynamoDBDocumentClient, table: string) => {
  const find = async (id: string): Promise<User | undefined> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: { PK: partition, SK: id }, ConsistentRead: true }),
    )
    return answer.Item === undefined ? undefined : userRecord.parse(answer.Item)
  }

  return {
    find,

    /** Everybody, by id; also who is disabled. */
    list: async (): Promise<User[]> => {
      const items = await queryAll(client, {
        TableName: table,
        KeyConditionExpression: 'PK = :users',
        ExpressionAttributeValues: { ':users': partition },
        ConsistentRead: true,
      })
      return items.map((item) => userRecord.parse(item))
    },

    /** Names of those of them who have an entry, disabled or not, by id. Ids must differ. */
    listNames: async (ids: readonly string[]): Promise<Record<string, string>> => {
      const keys = ids.map((id) => ({ PK: partition, SK: id }))
      const items = await readItems(client, table, keys, ['SK', 'name'])
      return Object.fromEntries(items.map((item) => namedUser.parse(item)).map(({ SK, name }) => [SK, name]))
    },

    put: async (user: User): Promise<void> => {
      await client.send(new PutCommand({ TableName: table, Item: itemOf(user) }))
    },

    /** False where somebody of this id is a user already; they stay as they are. */
    create: (user: User): Promise<boolean> =>
      holds(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: itemOf(user),
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      ),

    /** Writes the user as the next revision; undefined where somebody has changed the entry since it was read. */
    replace: async (user: User): Promise<User | undefined> => {
      const read = user.revision ?? 0
      const next = userRecord.parse({ ...user, revision: read + 1 })
      const isWritten = await holds(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: itemOf(next),
            ConditionExpression:
              read === 0
                ? 'attribute_exists(PK) AND (attribute_not_exists(revision) OR revision = :read)'
                : 'revision = :read',
            ExpressionAttributeValues: { ':read': read },
          }),
        ),
      )
      if (isWritten) return next
      // The answer to one's own write may have been lost, and the client has tried again.
      const found = await find(user.id)
      return found !== undefined && canonicalJson(found) === canonicalJson(next) ? next : undefined
    },
  }
}
