import * as z from 'zod'
import { deliveryStates } from '../domain/delivery.ts'
import { testAnswers } from '../domain/test-sms/test-sms.ts'
import { id, people, villageCode } from './fields.ts'

/** What `PUT …/test-sms/answer` takes: which test, and what the person said of it. */
export const testAnswerBody = z.lazy(() => z.strictObject({ id, said: z.enum(testAnswers) }))

/** One test SMS, how far it came by the ledger, and what the person said of it. */
export const testSmsView = z.lazy(() =>
  z.object({
    id,
    memberId: z.string(),
    by: z.string(),
    askedAtIso: z.string(),
    state: z.enum(deliveryStates),
    /** Since when it is so; null where nothing is on record yet. */
    stateAtIso: z.string().nullable(),
    answer: z.object({ said: z.enum(testAnswers), by: z.string(), atIso: z.string() }).nullable(),
  }),
)

/** Of each member the tests of the number that they have now, newest first. */
export const villageTestsView = z.lazy(() =>
  z.object({ village: villageCode, tests: z.array(testSmsView), people }),
)
