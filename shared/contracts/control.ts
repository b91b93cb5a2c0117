import * as z from 'zod'
import { resendableStates } from '../domain/resend.ts'

/** Why something is stopped, in a person's words: kept in the history, in no log. */
const reason = z.string().trim().min(1, 'Say why, so that others know.').max(500)

/** What `POST /v1/alerts/{alertId}/stop` and `POST /v1/emergency-stop` take. */
export const stopBody = z.strictObject({ reason })

/** What `POST /v1/alerts/{alertId}/resend-failed` takes. */
export const resendBody = z.strictObject({
  states: z
    .array(z.enum(resendableStates))
    .min(1, 'Name at least one state, or leave states out.')
    .transform((named) => resendableStates.filter((state) => named.includes(state)))
    .default(['rejected', 'undelivered']),
})

/** Whether every SMS of the account is stopped. */
export const emergencyStopView = z.object({
  accountStopped: z.boolean(),
  sinceIso: z.string().nullable(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
})
