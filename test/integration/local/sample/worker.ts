import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'

const sns = new SNSClient({ maxAttempts: 1 })
const table = DynamoDBDocumentClient.from(new DynamoDBClient({}))

/** Publishes an SMS for each message `{id, phone, text}`; a message `{poison: true}` fails alone. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = []
  for (const record of event.Records) {
    const { id, phone, text, poison, waitMs } = JSON.parse(record.body)
    if (poison === true) {
      batchItemFailures.push({ itemIdentifier: record.messageId })
      continue
    }
    if (waitMs !== undefined) await new Promise((resolve) => setTimeout(resolve, waitMs))
    await sns.send(new PublishCommand({ PhoneNumber: phone, Message: text }))
    await table.send(
      new UpdateCommand({
        TableName: process.env['TABLE'],
        Key: { PK: id, SK: 'work' },
        UpdateExpression: 'ADD #count :one SET #queue = :queue',
        ExpressionAttributeNames: { '#count': 'count', '#queue': 'queue' },
        ExpressionAttributeValues: { ':one': 1, ':queue': record.eventSourceARN.split(':').at(-1) },
      }),
    )
  }
  return { batchItemFailures }
}
