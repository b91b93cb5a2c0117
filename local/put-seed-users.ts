import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createUserStore } from '../shared/store/user-store.ts'
import type { LocalRun } from './run.ts'
import { seedUsers } from './seed-users.ts'

/**
 * Writes the made-up people with their roles and areas into the roster table of a run; who is there stays as they are.
 * `withPhones`: their made-up numbers too, so that notices to them stand among the SMS.
 */
export async function putSeedUsers(run: LocalRun, { withPhones = false } = {}): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: run.endpoints.dynamodb,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const users = createUserStore(DynamoDBDocumentClient.from(client), run.tableName('roster'))
  try {
    for (const { sub, name, roles, areas, phone, language } of seedUsers) {
      const reached = withPhones ? { phone, ...(language === undefined ? {} : { language }) } : {}
      // oxlint-disable-next-line no-await-in-loop -- a handful
      await users.create({ id: sub, name, roles, areas, status: 'active', ...reached })
    }
  } finally {
    client.destroy()
  }
}
