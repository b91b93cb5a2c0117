import type { LocalQueue } from '../template/read-stack.ts'
import { AwsJsonError, type AwsJsonClient } from './aws-json-client.ts'

/** Creates the queues, dead-letter queues first; a queue that is there gets the template's settings. */
export async function createQueues(client: AwsJsonClient, queues: LocalQueue[]): Promise<void> {
  const deadLettersFirst = queues.toSorted(
    (left, right) => Number(left.RedrivePolicy !== undefined) - Number(right.RedrivePolicy !== undefined),
  )
  for (const queue of deadLettersFirst) {
    const Attributes = attributesOf(queue)
    try {
      await client.call('CreateQueue', { QueueName: queue.name, Attributes })
    } catch (error) {
      if (!(error instanceof AwsJsonError && /QueueNameExists|QueueAlreadyExists/.test(error.code)))
        throw error
      await client.call('SetQueueAttributes', { QueueUrl: queue.url, Attributes })
    }
  }
}

function attributesOf(queue: LocalQueue): Record<string, string> {
  return {
    VisibilityTimeout: String(queue.VisibilityTimeout),
    DelaySeconds: String(queue.DelaySeconds),
    MessageRetentionPeriod: String(queue.MessageRetentionPeriod),
    ReceiveMessageWaitTimeSeconds: String(queue.ReceiveMessageWaitTimeSeconds),
    ...(queue.RedrivePolicy === undefined ? {} : { RedrivePolicy: JSON.stringify(queue.RedrivePolicy) }),
  }
}
