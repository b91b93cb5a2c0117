import { sendMessage } from '../../shared/contracts/queue-messages.ts'
import { createQueueHandler } from '../../shared/middleware/queue-handler.ts'
import type { SendSmsDeps } from './deps.ts'
import { sendBatch } from './send-batch.ts'

export const buildHandler = (deps: SendSmsDeps) =>
  createQueueHandler({
    schema: sendMessage,
    logger: deps.logger,
    recordFailures: deps.recordFailures,
    useCase: sendBatch(deps),
  })
