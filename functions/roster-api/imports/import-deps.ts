import type { Logger } from '@aws-lambda-powertools/logger'
import type { Clock } from '../../../shared/clock.ts'
import type { ImportMessage } from '../../../shared/contracts/queue-messages.ts'
import { safeError } from '../../../shared/middleware/safe-error.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Bucket } from '../../../shared/store/bucket.ts'
import type { ExportStore } from '../../../shared/store/export-store.ts'
import type { ImportPages } from '../../../shared/store/import-pages.ts'
import type { ImportStore } from '../../../shared/store/import-store.ts'
import type { VillageStore } from '../../../shared/store/village-store.ts'

export type ImportDeps = {
  imports: ImportStore
  exports: ExportStore
  villages: Pick<VillageStore, 'findMany'>
  pages: Pick<ImportPages, 'listMatches' | 'listProblems' | 'listChanges'>
  bucket: Pick<Bucket, 'signUpload' | 'signDownload' | 'head'>
  queue: Queue<ImportMessage>
  clock: Clock
  logger: Pick<Logger, 'error'>
}

/** The write holds already: where the queue fails, the same request again or `tick` puts the work on it. */
export const queueWork = async (
  { queue, logger }: Pick<ImportDeps, 'queue' | 'logger'>,
  message: ImportMessage,
): Promise<void> => {
  try {
    await queue.send([message])
  } catch (error) {
    logger.error('IMPORT_NOT_QUEUED', { job: message.job, ...safeError(error) })
  }
}
