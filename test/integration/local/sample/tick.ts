import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { ScheduledEvent } from 'aws-lambda'

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}))

/** Counts its events under PK `tick` and keeps the last. */
export const handler = async (event: ScheduledEvent): Promise<void> => {
  await table.send(
    new UpdateCommand({
      TableName: process.env['TABLE'],
      Key: { PK: 'tick', SK: 'work' },
      UpdateExpression: 'ADD #count :one SET #event = :event',
      ExpressionAttributeNames: { '#count': 'count', '#event': 'event' },
      ExpressionAttributeValues: { ':one': 1, ':event': event },
    }),
  )
}
