import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type Message,
  type SQSClient,
} from '@aws-sdk/client-sqs'

/** A message that lies in a dead-letter queue, taken in hand. */
export type DeadLetter = {
  messageId: string
  receiptHandle: string
  body: string
  /** How often it was taken from a queue, this time included. */
  receives: number
  sentAtEpochMs: number
  /** Why EventBridge could not deliver it; no other sender says so. */
  errorCode: string | undefined
}

/** A dead-letter queue. What was received is hidden until a second after its release, for 30 seconds at most. */
export type DeadLetterQueue = {
  /** About how many lie there, those in somebody's hands included. */
  count: () => Promise<number>
  /** Ten at most; none after waiting for a moment. */
  receive: () => Promise<DeadLetter[]>
  release: (letters: readonly DeadLetter[]) => Promise<void>
  remove: (letter: DeadLetter) => Promise<void>
}

/** Longer than an invocation of an HTTP function, so that nothing is taken twice by one; short for those who wait. */
const heldSeconds = 30
const mostPerRequest = 10

/**
 * `waitSeconds`: without waiting SQS asks only some of its machines, and may miss what is there. `showAfterSeconds`:
 * not 0, since the local runner's queues on disk lose a message that is to show again at once (fauxqs 2.4.1).
 */
const usualTimes = { waitSeconds: 1, showAfterSeconds: 1 }

const toLetter = (message: Message): DeadLetter => {
  const { MessageId, ReceiptHandle, Body = '', Attributes = {}, MessageAttributes = {} } = message
  if (MessageId === undefined || ReceiptHandle === undefined)
    throw new Error('a message without id or handle')
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    receives: Number(Attributes.ApproximateReceiveCount ?? 0),
    sentAtEpochMs: Number(Attributes.SentTimestamp ?? 0),
    errorCode: MessageAttributes['ERROR_CODE']?.StringValue,
  }
}

export const createDeadLetterQueue = (
  client: SQSClient,
  queueUrl: string,
  { waitSeconds, showAfterSeconds } = usualTimes,
): DeadLetterQueue => ({
  count: async () => {
    const { Attributes = {} } = await client.send(
      new GetQueueAttributesCommand({
        QueueUrl: queueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    )
    return (
      Number(Attributes.ApproximateNumberOfMessages ?? 0) +
      Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0)
    )
  },

  receive: async () => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: mostPerRequest,
        VisibilityTimeout: heldSeconds,
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['ApproximateReceiveCount', 'SentTimestamp'],
        MessageAttributeNames: ['ERROR_CODE'],
      }),
    )
    return Messages.map(toLetter)
  },

  // What cannot be released shows again by itself when its time is over.
  release: async (letters) => {
    for (let start = 0; start < letters.length; start += mostPerRequest) {
      // oxlint-disable-next-line no-await-in-loop -- ten at a time is what SQS takes
      await client.send(
        new ChangeMessageVisibilityBatchCommand({
          QueueUrl: queueUrl,
          Entries: letters.slice(start, start + mostPerRequest).map(({ receiptHandle }, index) => ({
            Id: String(index),
            ReceiptHandle: receiptHandle,
            VisibilityTimeout: showAfterSeconds,
          })),
        }),
      )
    }
  },

  remove: async ({ receiptHandle }) => {
    await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle }))
  },
})

/** Puts one body on a queue as it is. */
export type BodySender = (body: string) => Promise<void>

export const createBodySender =
  (client: SQSClient, queueUrl: string): BodySender =>
  async (body) => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }))
  }
