import type { LocalClock } from '../lambda/local-clock.ts'
import type { Endpoints } from '../lambda/function-environment.ts'
import { type AwsJsonClient, createAwsJsonClient } from '../stores/aws-json-client.ts'
import { createBuckets } from '../stores/create-buckets.ts'
import { createQueues } from '../stores/create-queues.ts'
import { createTables } from '../stores/create-tables.ts'
import type { LocalStack } from '../template/read-stack.ts'
import { createLogSubscriptions } from '../triggers/log-subscriptions.ts'
import { startMapping } from '../triggers/start-mapping.ts'
import { createSchedules } from '../triggers/start-schedules.ts'
import type { CloseStack } from './close-stack.ts'
import { createPools, type FunctionPools } from './create-pools.ts'
import type { LogSink } from './file-log.ts'

/** What the functions of a stack run with. */
export type FunctionSettings = {
  stack: LocalStack
  endpoints: Endpoints
  region: string
  dataFolder: string
  overrides: Readonly<Record<string, string>>
  runsSchedules: boolean
  clock: LocalClock
  log: LogSink
}

/** Creates the tables, queues and buckets, then lets queues and schedules call the functions. */
export async function startFunctions(settings: FunctionSettings, closers: CloseStack) {
  const { stack, endpoints, region, overrides, clock, log } = settings
  const sqs = createAwsJsonClient(endpoints.sqs, 'AmazonSQS', region)
  closers.add(sqs.close)
  await createStores(settings, sqs)
  const pools = createPools({ stack, endpoints, region, overrides, clock, log })
  closers.add(pools.stop)
  startMappings(settings, pools, sqs, closers)
  const schedules = createSchedules({
    rules: stack.rules,
    stack,
    poolOf: pools.poolOf,
    sqs,
    region,
    nowMs: clock.nowMs,
    log: (text) => {
      log('runner', text)
    },
  })
  closers.add(schedules.stop)
  if (settings.runsSchedules) schedules.start()
  const logs = createLogSubscriptions({
    subscriptions: stack.logSubscriptions,
    stack,
    poolOf: pools.poolOf,
    sqs,
    nowMs: clock.nowMs,
    log: (text) => {
      log('runner', text)
    },
  })
  closers.add(logs.stop)
  return { pools, schedules, logs }
}

async function createStores({ stack, endpoints, region, dataFolder }: FunctionSettings, sqs: AwsJsonClient) {
  const dynamodb = createAwsJsonClient(endpoints.dynamodb, 'DynamoDB_20120810', region)
  try {
    await createTables(dynamodb, stack.tables, dataFolder)
    await createQueues(sqs, stack.queues)
    await createBuckets(
      endpoints.sqs,
      stack.buckets.map(({ name }) => name),
    )
  } finally {
    dynamodb.close()
  }
}

function startMappings(
  settings: FunctionSettings,
  pools: FunctionPools,
  sqs: AwsJsonClient,
  closers: CloseStack,
) {
  const { stack, region, log } = settings
  const running = stack.mappings
    .filter(({ Enabled }) => Enabled)
    .map((mapping) => {
      const queue = stack.queues.find(({ arn }) => arn === mapping.EventSourceArn)
      const target = stack.functions.find(({ arn, name }) => [arn, name].includes(mapping.FunctionName))
      if (queue === undefined || target === undefined) throw new Error(`${mapping.logicalId}: incomplete`)
      return startMapping({
        mapping,
        queue,
        pool: pools.poolOf(target.arn),
        sqs,
        region,
        log: (text) => {
          log('runner', text)
        },
      })
    })
  closers.add(() => Promise.all(running.map((mapping) => mapping.stop())))
}
