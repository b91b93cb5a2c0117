import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs'

/** Puts messages on one queue. Throws where the queue did not take all of them; some may be on it then. */
export type Queue<Message> = { send: (messages: readonly Message[], delaySeconds?: number) => Promise<void> }

const batchSize = 10

/** A queue of SQS; batches of ten, several at a time. A refused entry is an error, never passed over. */
export const createSqsQueue = <Message>(client: SQSClient, queueUrl: string): Queue<Message> => ({
  send: async (messages, delaySeconds = 0) => {
    const batches: Message[][] = []
    for (let start = 0; start < messages.length; start += batchSize) {
      batches.push(messages.slice(start, start + batchSize))
    }
    await Promise.all(
      batches.map(async (batch) => {
        const answer = await client.send(
          new SendMessageBatchCommand({
            QueueUrl: queueUrl,
            Entries: batch.map((message, index) => ({
              Id: String(index),
              MessageBody: JSON.stringify(message),
              DelaySeconds: delaySeconds,
            })),
          }),
        )
        const failed = answer.Failed ?? []
        if (failed.length > 0) {
          throw new Error(
            `${failed.length} of ${batch.length} messages were not queued: ${failed[0]?.Code ?? 'no code'}`,
          )
        }
      }),
    )
  },
})
