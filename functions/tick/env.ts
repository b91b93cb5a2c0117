import { environmentVariables, readEnvironment } from '../../shared/environment.ts'

/** What this function reads of its environment. */
export const readTickEnvironment = (source: Readonly<Record<string, string | undefined>>) =>
  readEnvironment(
    environmentVariables.pick({
      ROSTER_TABLE: true,
      ALERTS_TABLE: true,
      AUDIT_TABLE: true,
      AUDIT_ANCHORS_BUCKET: true,
      S3_FORCE_PATH_STYLE: true,
      FAN_OUT_URGENT_QUEUE_URL: true,
      FAN_OUT_ROUTINE_QUEUE_URL: true,
      FIRST_QUEUE_URL: true,
      URGENT_QUEUE_URL: true,
      ROUTINE_QUEUE_URL: true,
      IMPORTS_QUEUE_URL: true,
      BARRIER_SECONDS: true,
      ACTUAL_ALLOWED: true,
      FALLBACK_DESK_PHONE: true,
      DRILLS_REACH: true,
      UNREVIEWED_ALLOWED: true,
      SECOND_PERSON_LEVELS: true,
      QUIET_HOURS: true,
      PREPAREDNESS_PER_MONTH: true,
      RAINS_BEGIN: true,
      NOTICE_RULES: true,
      PROOF_MINUTES: true,
      NIGHT_FROM_HOUR: true,
      NIGHT_UNTIL_HOUR: true,
      RECOVERY_SECONDS: true,
      EARLY_RECEIPTS_QUEUE_URL: true,
      RECEIPT_OVERDUE_SECONDS: true,
    }),
    source,
  )
