import type { CallRules } from './domain/call-list.ts'

/** When villages must be called, by the settings of a function. */
export const callRulesOf = (environment: {
  PROOF_MINUTES: number
  NIGHT_FROM_HOUR: number
  NIGHT_UNTIL_HOUR: number
  QUIET_HOURS: CallRules['quietHours']
}): CallRules => ({
  proofMinutes: environment.PROOF_MINUTES,
  night: { fromHour: environment.NIGHT_FROM_HOUR, untilHour: environment.NIGHT_UNTIL_HOUR },
  quietHours: environment.QUIET_HOURS,
})
