import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createUserStore } from '../shared/store/user-store.ts'
import type { LocalRun } from './run.ts'
import { seedUsers } from './seed-users.ts'

/** Writes the made-up people with their roles and areas into the roster table of a run. */
export async function putSeedUsers(run: LocalRun): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: run.endpoints.dynamodb,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const users = createUserStore(DynamoDBDocumentClient.from(client), run.tableName('roster'))
  try {
    for (const { sub, name, roles, areas } of seedUsers) {
      await users.put({ id: sub, name, roles, areas, status: 'active' })
    }
  } finally {
    client.destroy()
  }
}
