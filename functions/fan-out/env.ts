import { environmentVariables, readEnvironment } from '../../shared/environment.ts'

/** What this function reads of its environment. */
export const readFanOutEnvironment = (source: Readonly<Record<string, string | undefined>>) =>
  readEnvironment(
    environmentVariables.pick({
      ROSTER_TABLE: true,
      ALERTS_TABLE: true,
      FALLBACK_DESK_PHONE: true,
      AUDIT_TABLE: true,
      FAN_OUT_URGENT_QUEUE_URL: true,
      FAN_OUT_ROUTINE_QUEUE_URL: true,
      FIRST_QUEUE_URL: true,
      URGENT_QUEUE_URL: true,
      ROUTINE_QUEUE_URL: true,
      RECOVERY_SECONDS: true,
      CAP_AUTHORITY: true,
    }),
    source,
  )
