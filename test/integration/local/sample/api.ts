import { createHash } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda'

const env = (name: string): string => process.env[name] ?? ''
const sqs = new SQSClient({ useQueueUrlAsEndpoint: false })
const table = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const s3 = new S3Client({
  forcePathStyle: env('S3_FORCE_PATH_STYLE') === 'true',
  requestChecksumCalculation: 'WHEN_REQUIRED',
})
let calls = 0

type Event = APIGatewayProxyEventV2WithJWTAuthorizer

const routes: Record<string, (event: Event, context: Context) => unknown> = {
  'GET /echo/{name}/{rest+}': (event) => ({
    statusCode: 200,
    headers: { 'Content-Type': 'application/json', 'X-Calls': String((calls += 1)) },
    cookies: ['a=1', 'b=2'],
    body: JSON.stringify(event),
  }),
  'POST /echo': (event) => ({ body: event.body, isBase64Encoded: event.isBase64Encoded }),
  'GET /me': (event) => event.requestContext.authorizer.jwt,
  'POST /work': async (event) => {
    const sent = await sqs.send(
      new SendMessageCommand({ QueueUrl: env('WORK_QUEUE_URL'), MessageBody: event.body }),
    )
    return { statusCode: 202, body: sent.MessageId }
  },
  'GET /tasks/{id}': async (event) => {
    const Key = { PK: event.pathParameters?.['id'], SK: 'work' }
    const { Item } = await table.send(new GetCommand({ TableName: env('TABLE'), Key, ConsistentRead: true }))
    return Item ?? { statusCode: 404, body: 'none' }
  },
  'POST /upload': async (event) => {
    const { type, length, seconds } = JSON.parse(event.body ?? '{}')
    const file = { Bucket: env('BUCKET'), Key: 'rosters/ບ້ານ 1.csv' }
    return {
      put: await getSignedUrl(
        s3,
        new PutObjectCommand({ ...file, ContentType: type, ContentLength: length }),
        {
          expiresIn: seconds,
          signableHeaders: new Set(['content-type', 'content-length']),
        },
      ),
      get: await getSignedUrl(
        s3,
        new GetObjectCommand({ ...file, ResponseContentDisposition: 'attachment; filename="a.csv"' }),
        { expiresIn: seconds },
      ),
    }
  },
  'GET /uploaded': async () => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: env('BUCKET'), Key: 'rosters/ບ້ານ 1.csv' }))
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array()
    return { length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  },
  'GET /environment': () => process.env,
  'GET /context': (_event, context) => ({ ...context, remaining: context.getRemainingTimeInMillis() }),
  'GET /time': (event) => ({
    now: Date.now(),
    made: new Date().getTime(),
    remade: new (Object.getPrototypeOf(new Date(0)).constructor)().getTime(),
    told: Date.parse(Date()),
    given: new Date('2026-11-22T02:00:00+07:00').toISOString(),
    isDate: new Date() instanceof Date,
    event: event.requestContext.timeEpoch,
  }),
  'GET /fail': () => {
    throw new Error('on purpose')
  },
  'GET /outside/{host}': async (event) => {
    const fetched = fetch(`https://${event.pathParameters?.['host']}/`)
    return await fetched.then(String, (error: Error) => String(error.cause))
  },
  'GET /exit': () => process.exit(3),
  'GET /hang': () => new Promise(() => undefined),
  'GET /spin': () => {
    for (;;) calls += 1
  },
  'GET /memory': () => {
    const kept: number[][] = []
    // oxlint-disable-next-line unicorn/no-new-array -- the quick way to a large array
    for (;;) kept.push(new Array<number>(4_000_000).fill(0.5))
  },
  'GET /large': () => 'x'.repeat(7 * 1024 * 1024),
}

export const handler = async (event: Event, context: Context): Promise<unknown> => {
  const route = routes[event.routeKey]
  return route === undefined ? { statusCode: 418, body: event.routeKey } : await route(event, context)
}
