import { environmentVariables, readEnvironment } from '../../shared/environment.ts'

/** What this function reads of its environment. */
export const readAlertsApiEnvironment = (source: Readonly<Record<string, string | undefined>>) =>
  readEnvironment(
    environmentVariables.pick({
      ROSTER_TABLE: true,
      ALERTS_TABLE: true,
      FALLBACK_DESK_PHONE: true,
      AUDIT_TABLE: true,
      FAN_OUT_URGENT_QUEUE_URL: true,
      FAN_OUT_ROUTINE_QUEUE_URL: true,
      SMS_PER_SECOND: true,
      SMS_RATE_COUNTS: true,
      PRICE_PER_PART_USD: true,
      ACTUAL_ALLOWED: true,
      DRILLS_REACH: true,
      UNREVIEWED_ALLOWED: true,
      SECOND_PERSON_LEVELS: true,
      BREAK_GLASS_MINUTES: true,
      REVIEW_HOURS: true,
      NOTICE_RULES: true,
      EXPIRY_HOURS: true,
      RECIPIENTS_PER_OFFICER_AND_HOUR: true,
      RECOVERY_SECONDS: true,
      PROOF_MINUTES: true,
      NIGHT_FROM_HOUR: true,
      NIGHT_UNTIL_HOUR: true,
      QUIET_HOURS: true,
      PREPAREDNESS_PER_MONTH: true,
      RAINS_BEGIN: true,
      RECONFIRM_DAYS: true,
    }),
    source,
  )
