import { environmentVariables, readEnvironment } from '../../shared/environment.ts'

/** What this function reads of its environment. */
export const readAlertsApiEnvironment = (source: Readonly<Record<string, string | undefined>>) =>
  readEnvironment(
    environmentVariables.pick({
      ROSTER_TABLE: true,
      ALERTS_TABLE: true,
      AUDIT_TABLE: true,
      FAN_OUT_URGENT_QUEUE_URL: true,
      FAN_OUT_ROUTINE_QUEUE_URL: true,
      SMS_PER_SECOND: true,
      SMS_RATE_COUNTS: true,
      PRICE_PER_PART_USD: true,
      ACTUAL_ALLOWED: true,
      UNREVIEWED_ALLOWED: true,
      SECOND_PERSON_LEVELS: true,
      BREAK_GLASS_MINUTES: true,
      REVIEW_HOURS: true,
      EXPIRY_HOURS: true,
      RECOVERY_SECONDS: true,
      PROOF_MINUTES: true,
      NIGHT_FROM_HOUR: true,
      NIGHT_UNTIL_HOUR: true,
    }),
    source,
  )
