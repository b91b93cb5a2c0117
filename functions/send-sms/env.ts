import { environmentVariables, readEnvironment } from '../../shared/environment.ts'

/** What this function reads of its environment. */
export const readSendSmsEnvironment = (source: Readonly<Record<string, string | undefined>>) =>
  readEnvironment(
    environmentVariables.pick({
      ALERTS_TABLE: true,
      FAN_OUT_URGENT_QUEUE_URL: true,
      FAN_OUT_ROUTINE_QUEUE_URL: true,
      FIRST_QUEUE_URL: true,
      URGENT_QUEUE_URL: true,
      ROUTINE_QUEUE_URL: true,
      EARLY_RECEIPTS_QUEUE_URL: true,
      RECEIPT_OVERDUE_SECONDS: true,
      SMS_PER_SECOND: true,
      SMS_RATE_COUNTS: true,
      QUOTA_PROBE_SECONDS: true,
      LEASE_SECONDS: true,
      QUIET_HOURS: true,
      RECOVERY_SECONDS: true,
      SENDER_ID: true,
    }),
    source,
  )
