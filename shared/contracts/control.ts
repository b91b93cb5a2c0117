import * as z from 'zod'
import { resendableStates } from '../domain/resend.ts'
import { reason } from './fields.ts'
import { said } from './said.ts'

/** Why something is stopped, in a person's words: kept in the history, in no log. */

/** What `POST /v1/alerts/{alertId}/stop` and `POST /v1/emergency-stop` take. */
export const stopBody = z.lazy(() => z.strictObject({ reason }))

/** What `POST /v1/alerts/{alertId}/resend-failed` takes. */
export const resendBody = z.lazy(() =>
  z.strictObject({
    states: z
      .array(z.enum(resendableStates))
      .min(1, said('Name at least one state, or leave states out.', 'ເລືອກຢ່າງໜ້ອຍໜຶ່ງສະຖານະ, ຫຼື ບໍ່ຕ້ອງໃສ່.'))
      .transform((named) => resendableStates.filter((state) => named.includes(state)))
      .default(['rejected', 'undelivered']),
  }),
)

/** Whether every SMS of the account is stopped. */
export const emergencyStopView = z.lazy(() =>
  z.object({
    accountStopped: z.boolean(),
    sinceIso: z.string().nullable(),
    by: z.string().nullable(),
    reason: z.string().nullable(),
  }),
)
