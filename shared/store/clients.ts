import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SNSClient } from '@aws-sdk/client-sns'
import { SQSClient } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { guardTables } from './table-guard.ts'

const timeouts = { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true }

/** Every store's client. `undefined` fields are left out of items. */
export const createTableClient = (): DynamoDBDocumentClient =>
  guardTables(
    DynamoDBDocumentClient.from(new DynamoDBClient({ requestHandler: { ...timeouts } }), {
      marshallOptions: { removeUndefinedValues: true },
    }),
  )

/** Goes to the endpoint of its configuration, never to the host of a queue's URL. */
export const createQueueClient = (): SQSClient =>
  new SQSClient({ useQueueUrlAsEndpoint: false, requestHandler: { ...timeouts } })

/** Without retries: a Publish tried again after a time-out may reach the phone twice. */
export const createSmsClient = (): SNSClient =>
  new SNSClient({
    maxAttempts: 1,
    requestHandler: { ...timeouts, httpAgent: { maxSockets: 256 }, httpsAgent: { maxSockets: 256 } },
  })

/** For uploads and downloads; path style where the runner of one machine asks for it. */
export const createBucketClient = (forcePathStyle: boolean): S3Client =>
  new S3Client({
    forcePathStyle,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
