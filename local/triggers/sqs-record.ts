import type { SQSRecord } from 'aws-lambda'
import { z } from 'zod'

const receivedSchema = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  MD5OfBody: z.string(),
  Attributes: z.record(z.string(), z.string()).default({}),
  MessageAttributes: z
    .record(
      z.string(),
      z.object({
        DataType: z.string(),
        StringValue: z.string().optional(),
        BinaryValue: z.string().optional(),
      }),
    )
    .default({}),
})
const answerSchema = z.object({ Messages: z.array(receivedSchema).default([]) })

/** A message as ReceiveMessage answers it. */
export type ReceivedMessage = z.infer<typeof receivedSchema>

/** The messages of a ReceiveMessage answer. */
export function parseMessages(answer: unknown): ReceivedMessage[] {
  return answerSchema.parse(answer).Messages
}

/** A message as a Lambda event carries it: lower camel case, binary values as base64. */
export function toRecord(message: ReceivedMessage, queueArn: string, region: string): SQSRecord {
  const messageAttributes = Object.entries(message.MessageAttributes).map(([name, value]) => [
    name,
    {
      dataType: value.DataType,
      ...(value.StringValue === undefined ? {} : { stringValue: value.StringValue }),
      ...(value.BinaryValue === undefined ? {} : { binaryValue: value.BinaryValue }),
      stringListValues: [],
      binaryListValues: [],
    },
  ])
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
      ...message.Attributes,
    },
    messageAttributes: Object.fromEntries(messageAttributes),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: region,
  }
}
