import { expect, test } from 'vitest'
import { parseMessages, toRecord } from '../../../../local/triggers/sqs-record.ts'

test('a message becomes a record in lower camel case, with binary values as base64', () => {
  const [message] = parseMessages({
    Messages: [
      {
        MessageId: 'id',
        ReceiptHandle: 'receipt',
        Body: '{}',
        MD5OfBody: 'md5',
        Attributes: { ApproximateReceiveCount: '2', SentTimestamp: '5' },
        MessageAttributes: {
          text: { DataType: 'String', StringValue: 'x' },
          bytes: { DataType: 'Binary', BinaryValue: 'AAE=' },
        },
      },
    ],
  })
  if (message === undefined) throw new Error('no message')

  expect(toRecord(message, 'arn:aws:sqs:local:000000000000:queue', 'local')).toMatchObject({
    messageId: 'id',
    receiptHandle: 'receipt',
    body: '{}',
    md5OfBody: 'md5',
    attributes: { ApproximateReceiveCount: '2', SentTimestamp: '5' },
    messageAttributes: {
      text: { dataType: 'String', stringValue: 'x', stringListValues: [], binaryListValues: [] },
      bytes: { dataType: 'Binary', binaryValue: 'AAE=', stringListValues: [], binaryListValues: [] },
    },
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:local:000000000000:queue',
    awsRegion: 'local',
  })
})

test('an answer without messages is an empty list', () => {
  expect(parseMessages({})).toEqual([])
})
