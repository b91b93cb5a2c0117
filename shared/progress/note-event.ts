import type { Logger } from '@aws-lambda-powertools/logger'
import type { VersionRecord } from '../contracts/version-record.ts'
import type { AuditTrail } from '../domain/audit.ts'
import type { VersionAction } from '../domain/version.ts'

export type NoteEventDeps = { audit: AuditTrail; logger: Pick<Logger, 'error'> }

/**
 * Keeps in the audit what became of a version without a request of its own. It has happened: where it cannot be
 * written down, the log says so, and nothing is held up.
 */
export const noteEvent = async (
  { audit, logger }: NoteEventDeps,
  { alertId, version }: Pick<VersionRecord, 'alertId' | 'version'>,
  action: VersionAction,
  who: string,
): Promise<void> => {
  try {
    await audit.append({ phase: 'event', who, action, subject: { alertId, version: String(version) } })
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    logger.error('AUDIT_ROW_LOST', { action, phase: 'event', alertId, error: name })
  }
}
