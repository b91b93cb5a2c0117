import { randomUUID } from 'node:crypto'
import { systemClock } from '../../shared/clock.ts'
import type { ImportMessage } from '../../shared/contracts/queue-messages.ts'
import { createLogger } from '../../shared/create-logger.ts'
import { createCognitoDirectory } from '../../shared/gateway/cognito/cognito-directory.ts'
import { createSqsQueue } from '../../shared/queue/queue.ts'
import { createAuditTrail } from '../../shared/store/audit-trail.ts'
import { createBucket } from '../../shared/store/bucket.ts'
import { createBucketClient, createQueueClient, createTableClient } from '../../shared/store/clients.ts'
import { createExportStore } from '../../shared/store/export-store.ts'
import { createImportPages } from '../../shared/store/import-pages.ts'
import { createImportStore } from '../../shared/store/import-store.ts'
import { createSummaryStore } from '../../shared/store/summary-store.ts'
import { createUserGuardStore } from '../../shared/store/user-guard-store.ts'
import { createUserStore } from '../../shared/store/user-store.ts'
import { createVillageStore } from '../../shared/store/village-store.ts'
import type { Deps } from './build-handler.ts'
import type { Env } from './env.ts'

export const createDeps = (env: Env): Deps => {
  const client = createTableClient()
  const bucket = createBucket(createBucketClient(env.S3_FORCE_PATH_STYLE), env.UPLOADS_BUCKET)
  return {
    users: createUserStore(client, env.ROSTER_TABLE),
    userGuards: createUserGuardStore(client, env.ROSTER_TABLE),
    directory: createCognitoDirectory(env.USER_POOL_ID),
    recipientsPerHour: env.RECIPIENTS_PER_OFFICER_AND_HOUR,
    adminRequestHours: env.ADMIN_REQUEST_HOURS,
    villages: createVillageStore(client, env.ROSTER_TABLE),
    summaries: createSummaryStore(client, env.ROSTER_TABLE),
    imports: createImportStore(client, env.ROSTER_TABLE),
    exports: createExportStore(client, env.ROSTER_TABLE),
    pages: createImportPages(bucket),
    bucket,
    queue: createSqsQueue<ImportMessage>(createQueueClient(), env.IMPORTS_QUEUE_URL),
    audit: createAuditTrail(client, { audit: env.AUDIT_TABLE }),
    clock: systemClock,
    newId: randomUUID,
    logger: createLogger('roster-api'),
  }
}
