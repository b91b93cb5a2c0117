import type { SQSClient } from '@aws-sdk/client-sqs'
import type { FanOutMessage, SendMessage } from '../contracts/queue-messages.ts'
import type { Lane } from '../domain/alert.ts'
import { createSqsQueue, type Queue } from './queue.ts'

/** Where a wave of a village waits for a sender. */
export type Lanes = Readonly<Record<Lane, Queue<SendMessage>>>

/** Where a district of a version waits for its fan-out; urgent and routine apart. */
export type FanOutQueues = Readonly<Record<Exclude<Lane, 'first'>, Queue<FanOutMessage>>>

export const createLanes = (
  client: SQSClient,
  urls: { FIRST_QUEUE_URL: string; URGENT_QUEUE_URL: string; ROUTINE_QUEUE_URL: string },
): Lanes => ({
  first: createSqsQueue(client, urls.FIRST_QUEUE_URL),
  urgent: createSqsQueue(client, urls.URGENT_QUEUE_URL),
  routine: createSqsQueue(client, urls.ROUTINE_QUEUE_URL),
})

export const createFanOutQueues = (
  client: SQSClient,
  urls: { FAN_OUT_URGENT_QUEUE_URL: string; FAN_OUT_ROUTINE_QUEUE_URL: string },
): FanOutQueues => ({
  urgent: createSqsQueue(client, urls.FAN_OUT_URGENT_QUEUE_URL),
  routine: createSqsQueue(client, urls.FAN_OUT_ROUTINE_QUEUE_URL),
})
