import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import type { Logger } from '@aws-lambda-powertools/logger'
import middy from '@middy/core'
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type * as z from 'zod'
import { errorNameOf, unreadableBody, type RecordFailures, type WorkFailure } from '../domain/work-failure.ts'
import { safeError } from './safe-error.ts'

/** A message of a queue, parsed. A redelivered one was taken before by somebody who did not finish. */
export type QueueRecord<Message> = { recordId: string; message: Message; isRedelivered: boolean }

/** A record that must come again, and what it failed on. */
type FailedRecord = { recordId: string; error: unknown }

/** Works on a whole batch; answers with the records that must come again. Throws where all of them must. */
export type BatchUseCase<Message> = (
  records: readonly QueueRecord<Message>[],
  remainingMs: () => number,
) => Promise<readonly FailedRecord[]>

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
      const recordId = records[index]?.recordId ?? ''
      logger.error('QUEUE_RECORD_FAILED', { messageId: recordId, ...safeError(result.reason) })
      return [{ recordId, error: result.reason }]
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

const toFailure = ({ recordId, error }: FailedRecord): WorkFailure => ({
  messageId: recordId,
  errorName: errorNameOf(safeError(error).errorName),
})

const mostRecordingMs = 1_000

type Options<Message> = {
  schema: z.ZodType<Message>
  useCase: BatchUseCase<Message>
  logger: Logger
  recordFailures: RecordFailures
}

/** Best effort: where the reasons cannot be kept, the batch fails no more than it did. */
const keepReasons = async <Message>(
  { recordFailures, logger }: Options<Message>,
  failures: readonly WorkFailure[],
  context: Context,
): Promise<void> => {
  if (failures.length === 0) return
  try {
    await recordFailures(failures, Math.min(mostRecordingMs, context.getRemainingTimeInMillis() / 2))
  } catch (error) {
    logger.error('FAILURES_NOT_RECORDED', safeError(error))
  }
}

const parseRecords = <Message>({ schema, logger }: Options<Message>, event: SQSEvent) => {
  const parsed: QueueRecord<Message>[] = []
  const refused: WorkFailure[] = []
  for (const { messageId, body, attributes } of event.Records) {
    const message = parseBody(schema, body)
    if (message === undefined) {
      logger.error('QUEUE_BODY_REFUSED', { messageId })
      refused.push({ messageId, errorName: unreadableBody })
    } else {
      const isRedelivered = Number(attributes.ApproximateReceiveCount) > 1
      parsed.push({ recordId: messageId, message, isRedelivered })
    }
  }
  return { parsed, refused }
}

/**
 * The middy stack of every queue function. A body that does not parse fails alone and goes to the dead letters;
 * where every record failed it throws, so that the function's error metric shows it. Why a record failed is kept by
 * its message id: a dead letter itself does not say it.
 */
export const createQueueHandler = <Message>(options: Options<Message>) =>
  middy<SQSEvent, SQSBatchResponse>({ timeoutEarlyInMillis: 0 })
    .use(injectLambdaContext(options.logger, { resetKeys: true }))
    .handler(async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
      const { parsed, refused } = parseRecords(options, event)
      const failures = [...refused]
      try {
        if (parsed.length > 0) {
          const failed = await options.useCase(parsed, () => context.getRemainingTimeInMillis())
          failures.push(...failed.map(toFailure))
        }
      } catch (error) {
        failures.push(...parsed.map(({ recordId }) => toFailure({ recordId, error })))
        throw error
      } finally {
        await keepReasons(options, failures, context)
      }
      if (failures.length === event.Records.length && failures.length > 0) {
        throw new Error(`all ${failures.length} records of the batch failed`)
      }
      return { batchItemFailures: failures.map(({ messageId }) => ({ itemIdentifier: messageId })) }
    })
