import { randomUUID } from 'node:crypto'
import type { Logger } from '@aws-lambda-powertools/logger'
import { systemClock, type Clock } from '../../shared/clock.ts'
import type { ImportMessage } from '../../shared/contracts/queue-messages.ts'
import { createLogger } from '../../shared/create-logger.ts'
import type { RecordFailures } from '../../shared/domain/work-failure.ts'
import { createSqsQueue, type Queue } from '../../shared/queue/queue.ts'
import { createBucket, type Bucket } from '../../shared/store/bucket.ts'
import { createBucketClient, createQueueClient, createTableClient } from '../../shared/store/clients.ts'
import { createExportStore, type ExportStore } from '../../shared/store/export-store.ts'
import { createFailureLog } from '../../shared/store/failure-store.ts'
import { createImportPages, type ImportPages } from '../../shared/store/import-pages.ts'
import { createImportStore, type ImportStore } from '../../shared/store/import-store.ts'
import { createSummaryStore, type SummaryStore } from '../../shared/store/summary-store.ts'
import { createVillageStore, type VillageStore } from '../../shared/store/village-store.ts'
import type { readRosterImportEnvironment } from './env.ts'

export type RosterImportDeps = {
  villages: Pick<VillageStore, 'findMany' | 'listDistrict' | 'listRevisions' | 'put' | 'takeBack'>
  summaries: Pick<SummaryStore, 'find' | 'markStale' | 'write'>
  imports: Pick<ImportStore, 'claim' | 'act' | 'savePage' | 'release'>
  exports: Pick<ExportStore, 'find' | 'markReady'>
  pages: Pick<ImportPages, 'write' | 'readChanges'>
  bucket: Pick<Bucket, 'read' | 'put'>
  queue: Queue<ImportMessage>
  clock: Clock
  newId: () => string
  recordFailures: RecordFailures
  logger: Logger
}

export const createDeps = (environment: ReturnType<typeof readRosterImportEnvironment>): RosterImportDeps => {
  const client = createTableClient()
  const bucket = createBucket(createBucketClient(environment.S3_FORCE_PATH_STYLE), environment.UPLOADS_BUCKET)
  return {
    villages: createVillageStore(client, environment.ROSTER_TABLE),
    summaries: createSummaryStore(client, environment.ROSTER_TABLE),
    imports: createImportStore(client, environment.ROSTER_TABLE),
    exports: createExportStore(client, environment.ROSTER_TABLE),
    pages: createImportPages(bucket),
    bucket,
    queue: createSqsQueue(createQueueClient(), environment.IMPORTS_QUEUE_URL),
    clock: systemClock,
    newId: randomUUID,
    recordFailures: createFailureLog(client, environment.ROSTER_TABLE, 'roster-import', systemClock),
    logger: createLogger('roster-import'),
  }
}
