import { environmentVariables, readEnvironment } from '../../shared/environment.ts'

/** What this function reads of its environment. */
export const readAlertsApiEnvironment = (source: Readonly<Record<string, string | undefined>>) =>
  readEnvironment(
    environmentVariables.pick({
      ROSTER_TABLE: true,
      ALERTS_TABLE: true,
      FAN_OUT_URGENT_QUEUE_URL: true,
      FAN_OUT_ROUTINE_QUEUE_URL: true,
      SMS_PER_SECOND: true,
      SMS_RATE_COUNTS: true,
      PRICE_PER_PART_USD: true,
      ACTUAL_ALLOWED: true,
      RECOVERY_SECONDS: true,
    }),
    source,
  )
