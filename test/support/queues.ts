import type { SQSEvent } from 'aws-lambda'
import type { Queue } from '../../shared/queue/queue.ts'

/** A queue that keeps what it was given. While `broken`, it refuses as a queue that is down does. */
export const createMemoryQueue = <Message>() => {
  const sent: { message: Message; delaySeconds: number }[] = []
  const state = { broken: false }
  const queue: Queue<Message> = {
    send: async (messages, delaySeconds = 0) => {
      if (state.broken) throw new Error('the queue is down')
      sent.push(...messages.map((message) => ({ message, delaySeconds })))
    },
  }
  return { queue, sent, state, take: () => sent.splice(0).map(({ message }) => message) }
}

/** The event in which SQS hands messages to a function. Message ids are m0, m1 … */
export const sqsEvent = (messages: readonly unknown[], receives: readonly number[] = []): SQSEvent => ({
  Records: messages.map((message, index) => ({
    messageId: `m${index}`,
    receiptHandle: `r${index}`,
    body: typeof message === 'string' ? message : JSON.stringify(message),
    attributes: {
      ApproximateReceiveCount: String(receives[index] ?? 1),
      SentTimestamp: '0',
      SenderId: 'test',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:ap-southeast-1:000000000000:test',
    awsRegion: 'ap-southeast-1',
  })),
})
