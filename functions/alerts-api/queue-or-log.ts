import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { safeError } from '../../shared/middleware/safe-error.ts'
import type { AlertsApiDeps } from './deps.ts'

/** Runs what puts hints on queues. Where that fails the answer is the same: `tick` finds the work in the table. */
export const queueOrLog = async (
  deps: Pick<AlertsApiDeps, 'logger'>,
  { alertId }: Pick<VersionRecord, 'alertId'>,
  queue: () => Promise<void>,
): Promise<void> => {
  try {
    await queue()
  } catch (error) {
    deps.logger.error('WORK_NOT_QUEUED', { alertId, ...safeError(error) })
  }
}
