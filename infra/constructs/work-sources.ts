import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { consumers, type FunctionName, type QueueName, queueNames } from '../names.ts'
import type { StageSettings } from '../stage-settings.ts'
import type { ServiceFunction } from './service-function.ts'
import type { WorkQueue } from './work-queue.ts'

/**
 * A piece of an import may need the whole time of an invocation. Districts are written one by one: the first one's SMS
 * go out while the others wait, instead of all being half done.
 */
const batchSizes: Partial<Record<QueueName, number>> = {
  imports: 1,
  'fan-out-urgent': 1,
  'fan-out-routine': 1,
}

/** Lets each queue's function work it off; one bad message never brings its neighbours back. */
export const connectQueues = (
  stage: StageSettings,
  queues: Readonly<Record<QueueName, WorkQueue>>,
  functions: Readonly<Record<FunctionName, ServiceFunction>>,
): void => {
  for (const name of queueNames) {
    functions[consumers[name]].lambda.addEventSource(
      new SqsEventSource(queues[name].queue, {
        batchSize: batchSizes[name] ?? 10,
        maxConcurrency: stage.queues[name].maxConcurrency,
        reportBatchItemFailures: true,
      }),
    )
  }
}
