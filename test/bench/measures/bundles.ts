import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import type { FunctionName } from '../../../infra/names.ts'
import { standIns } from '../../../infra/stand-ins.ts'
import type { Bench } from '../bench.ts'
import { describeFunctions } from '../describe-functions.ts'
import { atMost, atMostTimes, told, type Measure } from '../measure.ts'
import { median } from '../statistics.ts'

const starts = 9

/** Each client with the commands that functions send by it. */
const clientLines = {
  dynamodb:
    "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'\n" +
    "import { BatchGetCommand, BatchWriteCommand, DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'\n" +
    'clients.push(DynamoDBDocumentClient.from(new DynamoDBClient({})), BatchGetCommand, BatchWriteCommand, DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand)\n',
  sqs: "import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'\nclients.push(new SQSClient({}), SendMessageBatchCommand)\n",
  deadLetters:
    "import { ChangeMessageVisibilityBatchCommand, DeleteMessageCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'\n" +
    'clients.push(new SQSClient({}), ChangeMessageVisibilityBatchCommand, DeleteMessageCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand)\n',
  sns: "import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'\nclients.push(new SNSClient({}), PublishCommand)\n",
  s3:
    "import { CompleteMultipartUploadCommand, CreateMultipartUploadCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client, UploadPartCommand } from '@aws-sdk/client-s3'\n" +
    'clients.push(new S3Client({}), CompleteMultipartUploadCommand, CreateMultipartUploadCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, UploadPartCommand)\n',
  anchors:
    "import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'\n" +
    'clients.push(new S3Client({}), GetObjectCommand, ListObjectsV2Command, PutObjectCommand)\n',
  presigner: "import { getSignedUrl } from '@aws-sdk/s3-request-presigner'\nclients.push(getSignedUrl)\n",
} as const

const clientsOf: Readonly<Record<FunctionName, readonly (keyof typeof clientLines)[]>> = {
  'roster-api': ['dynamodb', 'sqs', 's3', 'presigner'],
  'roster-import': ['dynamodb', 'sqs', 's3', 'presigner'],
  'alerts-api': ['dynamodb', 'sqs'],
  'operations-api': ['dynamodb', 'deadLetters', 'anchors'],
  public: [],
  'fan-out': ['dynamodb', 'sqs'],
  'send-sms': ['dynamodb', 'sqs', 'sns'],
  receipts: ['dynamodb', 'sqs'],
  tick: ['dynamodb', 'sqs', 'anchors'],
}

/**
 * A handler that has the clients and their commands and nothing else, bundled as the functions are: with the SDK as
 * it comes, or with what stands in for parts of it in the functions' own bundles.
 */
const bundleBare = async (
  folder: string,
  name: FunctionName,
  alias: Record<string, string>,
): Promise<string> => {
  const outfile = join(folder, `bare-${name}-${Object.keys(alias).length}.mjs`)
  const contents =
    'const clients = []\n' +
    clientsOf[name].map((client) => clientLines[client]).join('') +
    'export const handler = async () => clients.length\n'
  await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    logLevel: 'silent',
    alias,
  })
  return outfile
}

const loadScript = `
const startedMs = performance.now()
await import(process.argv[1])
process.stdout.write(String(performance.now() - startedMs))
process.exit()`

/** Milliseconds that a fresh process takes to load a bundle and make its clients. */
const startCold = async (bundleFile: string, env: Readonly<Record<string, string>>): Promise<number> => {
  const given = ['--input-type=module', '--eval', loadScript, bundleFile]
  const { stdout } = await promisify(execFile)(process.execPath, given, { env })
  return Number(stdout)
}

/** Sizes of the bundles as they are uploaded, and how long they take to load against the bare clients. */
export const measureBundles = async (bench: Bench): Promise<Measure[]> => {
  const measures: Measure[] = []
  for (const { name, bundleFile, variables } of describeFunctions(bench.assemblyFolder, undefined)) {
    const bytes = statSync(bundleFile).size
    measures.push(
      atMost({ name: `bundle of ${name}`, value: bytes / 1024, unit: 'KB' }, name === 'send-sms' ? 450 : 900),
    )
    // oxlint-disable-next-line no-await-in-loop -- one process at a time has the machine
    const bareFile = await bundleBare(bench.folder, name, {})
    // oxlint-disable-next-line no-await-in-loop -- as above
    const slimFile = await bundleBare(bench.folder, name, { ...standIns })
    const own: number[] = []
    const bare: number[] = []
    const slim: number[] = []
    for (let start = 0; start < starts; start += 1) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      own.push(await startCold(bundleFile, variables))
      // oxlint-disable-next-line no-await-in-loop -- as above
      bare.push(await startCold(bareFile, variables))
      // oxlint-disable-next-line no-await-in-loop -- as above
      slim.push(await startCold(slimFile, variables))
    }
    const coldStart = {
      name: `cold start of ${name}`,
      value: median(own),
      unit: 'ms',
      reference: median(bare),
    }
    measures.push(
      // Against a handler without any client there is nothing to compare.
      clientsOf[name].length === 0 ? told(coldStart) : atMostTimes(coldStart, 1.25),
      told({ name: `bare clients of ${name} with its stand-ins`, value: median(slim), unit: 'ms' }),
    )
  }
  return measures
}
