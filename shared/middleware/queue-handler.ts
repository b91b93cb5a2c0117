import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import type { Logger } from '@aws-lambda-powertools/logger'
import middy from '@middy/core'
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type * as z from 'zod'
import { safeError } from './safe-error.ts'

/** A message of a queue, parsed. A redelivered one was taken before by somebody who did not finish. */
export type QueueRecord<Message> = { recordId: string; message: Message; isRedelivered: boolean }

/** Works on a whole batch; answers with the record ids that must come again. Throws where all of them must. */
export type BatchUseCase<Message> = (
  records: readonly QueueRecord<Message>[],
  remainingMs: () => number,
) => Promise<readonly string[]>

/** Works on each record by itself: one that throws comes again alone. */
export const eachRecord =
  <Message>(
    logger: Pick<Logger, 'error'>,
    useCase: (message: Message, remainingMs: () => number) => Promise<void>,
  ): BatchUseCase<Message> =>
  async (records, remainingMs) => {
    const settled = await Promise.allSettled(records.map(({ message }) => useCase(message, remainingMs)))
    return settled.flatMap((result, index) => {
      if (result.status === 'fulfilled') return []
      logger.error('QUEUE_RECORD_FAILED', safeError(result.reason))
      return [records[index]?.recordId ?? '']
    })
  }

const parseBody = <Message>(schema: z.ZodType<Message>, body: string): Message | undefined => {
  try {
    const result = schema.safeParse(JSON.parse(body))
    return result.success ? result.data : undefined
  } catch {
    return undefined
  }
}

/**
 * The middy stack of every queue function. A body that does not parse fails alone and goes to the dead letters;
 * where every record failed it throws, so that the function's error metric shows it.
 */
export const createQueueHandler = <Message>(options: {
  schema: z.ZodType<Message>
  useCase: BatchUseCase<Message>
  logger: Logger
}) =>
  middy<SQSEvent, SQSBatchResponse>({ timeoutEarlyInMillis: 0 })
    .use(injectLambdaContext(options.logger, { resetKeys: true }))
    .handler(async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
      const parsed: QueueRecord<Message>[] = []
      const failed: string[] = []
      for (const { messageId, body, attributes } of event.Records) {
        const message = parseBody(options.schema, body)
        if (message === undefined) {
          options.logger.error('QUEUE_BODY_REFUSED', { messageId })
          failed.push(messageId)
        } else {
          const isRedelivered = Number(attributes.ApproximateReceiveCount) > 1
          parsed.push({ recordId: messageId, message, isRedelivered })
        }
      }
      if (parsed.length > 0) {
        failed.push(...(await options.useCase(parsed, () => context.getRemainingTimeInMillis())))
      }
      if (failed.length === event.Records.length && failed.length > 0) {
        throw new Error(`all ${failed.length} records of the batch failed`)
      }
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
    })
