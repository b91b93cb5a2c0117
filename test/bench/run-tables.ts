import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { LocalRun } from '../../local/run.ts'

/** What opens the stand-ins of a run, and nothing else. */
export const localAccess = {
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const

/** The tables of a run, past its functions. */
export const createRunTables = (run: LocalRun): { client: DynamoDBDocumentClient; close: () => void } => {
  const bare = new DynamoDBClient({ endpoint: run.endpoints.dynamodb, ...localAccess })
  return {
    client: DynamoDBDocumentClient.from(bare, { marshallOptions: { removeUndefinedValues: true } }),
    close: () => {
      bare.destroy()
    },
  }
}
