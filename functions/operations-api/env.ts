import { environmentVariables, readEnvironment } from '../../shared/environment.ts'

/** What this function reads of its environment. */
export const readOperationsApiEnvironment = (source: Readonly<Record<string, string | undefined>>) =>
  readEnvironment(
    environmentVariables.pick({
      ROSTER_TABLE: true,
      ALERTS_TABLE: true,
      AUDIT_TABLE: true,
      AUDIT_ANCHORS_BUCKET: true,
      S3_FORCE_PATH_STYLE: true,
      FIRST_QUEUE_URL: true,
      FAN_OUT_URGENT_QUEUE_URL: true,
      URGENT_QUEUE_URL: true,
      FAN_OUT_ROUTINE_QUEUE_URL: true,
      ROUTINE_QUEUE_URL: true,
      EARLY_RECEIPTS_QUEUE_URL: true,
      IMPORTS_QUEUE_URL: true,
      FIRST_DEAD_LETTERS_URL: true,
      FAN_OUT_URGENT_DEAD_LETTERS_URL: true,
      URGENT_DEAD_LETTERS_URL: true,
      FAN_OUT_ROUTINE_DEAD_LETTERS_URL: true,
      ROUTINE_DEAD_LETTERS_URL: true,
      RECEIPTS_DEAD_LETTERS_URL: true,
      EARLY_RECEIPTS_DEAD_LETTERS_URL: true,
      IMPORTS_DEAD_LETTERS_URL: true,
      TICK_DEAD_LETTERS_URL: true,
    }),
    source,
  )
