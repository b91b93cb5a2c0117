import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import type { CloudWatchLogsEvent, Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { receiptsMessage } from '../../shared/contracts/queue-messages.ts'
import { createQueueHandler, eachRecord } from '../../shared/middleware/queue-handler.ts'
import type { ReceiptsDeps } from './deps.ts'
import { settleEarly } from './settle-early.ts'
import { settleLog } from './settle-log.ts'

/** Takes delivery logs as CloudWatch Logs hands them over, and the queue of those that came early or failed before. */
export const buildHandler = (deps: ReceiptsDeps) => {
  const takeQueue = createQueueHandler({
    schema: receiptsMessage,
    logger: deps.logger,
    recordFailures: deps.recordFailures,
    useCase: eachRecord(deps.logger, (message) =>
      'deliveries' in message ? settleEarly(deps, message) : settleLog(deps, message.awslogs.data),
    ),
  })
  const takeLogs = middy<CloudWatchLogsEvent, void>({ timeoutEarlyInMillis: 0 })
    .use(injectLambdaContext(deps.logger, { resetKeys: true }))
    .handler(async (event: CloudWatchLogsEvent): Promise<void> => {
      await settleLog(deps, event.awslogs.data)
    })
  return async (
    event: CloudWatchLogsEvent | SQSEvent,
    context: Context,
  ): Promise<SQSBatchResponse | undefined> => {
    if ('Records' in event) return takeQueue(event, context)
    await takeLogs(event, context)
    return undefined
  }
}
