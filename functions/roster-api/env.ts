import type * as z from 'zod'
import { environmentVariables, readEnvironment } from '../../shared/environment.ts'

const variables = environmentVariables.pick({
  ROSTER_TABLE: true,
  AUDIT_TABLE: true,
  UPLOADS_BUCKET: true,
  IMPORTS_QUEUE_URL: true,
  S3_FORCE_PATH_STYLE: true,
  USER_POOL_ID: true,
  ADMIN_REQUEST_HOURS: true,
  RECIPIENTS_PER_OFFICER_AND_HOUR: true,
})
export type Env = z.output<typeof variables>

export const readEnv = (source: Readonly<Record<string, string | undefined>>): Env =>
  readEnvironment(variables, source)
