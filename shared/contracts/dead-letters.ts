import * as z from 'zod'
import { deadLetterKinds, deadLetterQueueNames, deadLetterReasonKinds } from '../domain/dead-letter.ts'
import { bothLanguages } from './fields.ts'
import { said } from './said.ts'

/** As SQS gives it; a redriven message gets another one. */
const messageId = z.lazy(() =>
  z.string().regex(/^[A-Za-z0-9-]{1,100}$/, said('This is no message id.', 'ນີ້ບໍ່ແມ່ນລະຫັດຂອງວຽກ.')),
)

/** A dead letter as it is listed: what its body names, never the body. */
export const deadLetterView = z.lazy(() =>
  z.object({
    messageId: z.string(),
    work: z.object({ kind: z.enum(deadLetterKinds), ...bothLanguages.unwrap().shape }),
    alertId: z.string().nullable(),
    version: z.number().int().nullable(),
    district: z.string().nullable(),
    village: z.string().nullable(),
    importId: z.string().nullable(),
    exportId: z.string().nullable(),
    reason: z.object({
      kind: z.enum(deadLetterReasonKinds),
      function: z.string(),
      /** The error's name, without its words. */
      error: z.string().nullable(),
      ...bothLanguages.unwrap().shape,
    }),
    /** Tries that ended with that function's own word; null where nobody counted. */
    failures: z.number().int().nullable(),
    firstFailedAtIso: z.string().nullable(),
    lastFailedAtIso: z.string().nullable(),
    /** How often it was taken from a queue, listings included. */
    receives: z.number().int(),
    sentAtIso: z.string(),
    unreadable: z.boolean(),
  }),
)

/** Every dead-letter queue with what the caller may see of it. */
export const deadLetterList = z.lazy(() =>
  z.object({
    queues: z.array(
      z.object({
        queue: z.enum(deadLetterQueueNames),
        /** About how many lie there; for who does not cover the country, how many of theirs were found. */
        waiting: z.number().int(),
        messages: z.array(deadLetterView),
      }),
    ),
    /** Whether more lie there than are listed: over the limit, or in somebody else's hands just now. */
    truncated: z.boolean(),
  }),
)

/** What to redrive: a queue, or messages of it by id. Unreadable ones only by id. */
export const redriveBody = z.lazy(() =>
  z.object({
    queue: z.enum(deadLetterQueueNames),
    messageIds: z.array(messageId).min(1).max(100).optional(),
  }),
)

/** What became of it. `left`: about how many lie there still, as in the list. */
export const redriveAnswer = z.lazy(() =>
  z.object({
    queue: z.enum(deadLetterQueueNames),
    moved: z.number().int(),
    left: z.number().int(),
    /** Ids that were not among the letters that could be taken in hand. */
    notFound: z.array(z.string()),
  }),
)
export type RedriveAnswer = z.infer<typeof redriveAnswer>

/** What Lambda puts on the on-failure queue of a function that nobody waits for; the event itself is never read here. */
export const invocationRecord = z.lazy(() =>
  z.object({
    timestamp: z.iso.datetime({ offset: true }),
    requestContext: z.object({
      condition: z.string(),
      approximateInvokeCount: z.number().int(),
    }),
    responsePayload: z.object({ errorType: z.string().optional() }).nullish(),
  }),
)

/** The event in such a record of `receipts`: a batch of delivery logs. */
export const failedLogRecord = z.lazy(() =>
  z.object({
    requestPayload: z.object({ awslogs: z.object({ data: z.string().min(1) }) }),
  }),
)

/** What EventBridge leaves where it could not call `tick` at all. */
export const uncalledTick = z.lazy(() => z.object({ 'detail-type': z.literal('Scheduled Event') }))
