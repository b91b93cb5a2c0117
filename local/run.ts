import { join, resolve } from 'node:path'
import { createServeConsole } from './console/serve-console.ts'
import { createAnswerApiRequest } from './http/answer-api-request.ts'
import { s3Prefix } from './http/answer-s3-request.ts'
import { errorAnswer } from './http/build-response.ts'
import { createCheckToken } from './http/check-token.ts'
import { createLocalClock, type LocalClock } from './lambda/local-clock.ts'
import { localClientId } from './log-in.ts'
import { createFindPeople, type People } from './phones/find-people.ts'
import { type CloseStack, createCloseStack } from './run/close-stack.ts'
import { createFileLog, type LogSink } from './run/file-log.ts'
import { createDeliveryLogSink } from './run/delivery-log-sink.ts'
import { findByName, type NamedResource } from './run/find-by-name.ts'
import { factsBeforeStart, resolveStack } from './run/resolve-stack.ts'
import { startFunctions } from './run/start-functions.ts'
import { startServices } from './run/start-services.ts'
import { type OutboxEntry, readOutbox } from './sns/outbox.ts'
import type { SmsSettingsInput } from './sns/sms-faults.ts'
import { loadAssembly } from './template/load-assembly.ts'
import type { LocalRule, LocalStack } from './template/read-stack.ts'
import type { RunFacts } from './template/reference-values.ts'
import { tokenScopes } from './template/token-scopes.ts'

export type LocalOptions = {
  /** Folder of a synthesized stack (`CDK_OUTDIR`). */
  assemblyFolder: string
  /** Where tables, queues, files, the outbox and logs are kept; one run at a time. */
  dataFolder: string
  /** Folder of the built console; without it the run has none. */
  consoleFolder?: string
  /** Port of the API's origin; 0 or absent is any. */
  port?: number
  issuerPort?: number
  /** Set in the environment of every function, over the template's. */
  environment?: Readonly<Record<string, string>>
  /** Faults, latency and rate of the SMS endpoint from the start on. */
  sms?: SmsSettingsInput
  /** Gets the words of functions and stores; without it they go to `<dataFolder>/logs`. */
  log?: LogSink
  /** Whether the timers of schedules run (true); `fire` works without them. */
  schedules?: boolean
  region?: string
  /** How long access tokens are valid: 1 hour without it. */
  accessTokenSeconds?: number
}

/** A stack that runs on this machine. Short names are understood: `send-sms`, `roster`, `first`. */
export type LocalRun = {
  /** The API, `/phones` and `/s3/…`. */
  origin: string
  issuerOrigin: string
  endpoints: { dynamodb: string; sqs: string; s3: string; sns: string; directory: string }
  /** Stops everything in order; running batches are finished first. */
  stop: () => Promise<void>
  /** Rejects when a store ends by itself. */
  failed: Promise<never>
  /** Runs a schedule now, named by its rule or its function, and waits for it. */
  fire: (ruleOrFunction: string) => Promise<void>
  /** How many events a function has been given. */
  invocations: (functionName: string) => number
  tableName: (name: string) => string
  queueUrl: (name: string) => string
  bucketName: (name: string) => string
  setSmsFaults: (settings: SmsSettingsInput) => Promise<void>
  outbox: { file: string; read: () => OutboxEntry[] }
  clock: Omit<LocalClock, 'aheadMs'>
}

type Services = Awaited<ReturnType<typeof startServices>>
type RunningFunctions = Awaited<ReturnType<typeof startFunctions>>

const defaultRegion = 'ap-southeast-1'

/**
 * Runs a synthesized stack on this machine: its bundles in worker threads, stand-ins for the rest. Throws where
 * the template holds what it cannot stand in for, the data folder is in use, or a port is taken.
 */
export async function startLocal(options: LocalOptions): Promise<LocalRun> {
  // The time zone belongs to the whole process, threads included, and Lambda's is UTC.
  process.env['TZ'] = 'UTC'
  const closers = createCloseStack()
  try {
    return await start(options, closers)
  } catch (error) {
    await closers.closeAll().catch(() => undefined)
    throw error
  }
}

async function start(options: LocalOptions, closers: CloseStack): Promise<LocalRun> {
  const assembly = loadAssembly(options.assemblyFolder)
  const dataFolder = resolve(options.dataFolder)
  const region = options.region ?? defaultRegion
  // A template that cannot be run is refused before anything is started.
  resolveStack(assembly, factsBeforeStart(region))
  const clock = createLocalClock()
  const log = options.log ?? fileLog(dataFolder, closers)
  const deliveryLog = createDeliveryLogSink(region)
  const services = await startServices(
    {
      dataFolder,
      port: options.port ?? 0,
      issuerPort: options.issuerPort ?? 0,
      sms: options.sms ?? {},
      scopes: tokenScopes(assembly),
      accessTokenSeconds: options.accessTokenSeconds ?? 3600,
      clock,
      log,
      writeDeliveryLog: deliveryLog.write,
    },
    closers,
  )
  const stack = resolveStack(assembly, factsOf(services, region))
  const functions = await startFunctions(
    {
      stack,
      endpoints: { ...endpointsOf(services), refuser: services.refuser.origin },
      region,
      dataFolder,
      overrides: options.environment ?? {},
      runsSchedules: options.schedules ?? true,
      clock,
      log,
    },
    closers,
  )
  deliveryLog.connect(functions.logs)
  const people = createFindPeople(
    services.stores.dynamodb.origin,
    () => findByName(stack.tables, 'roster').name,
  )
  closers.add(people.close)
  serve(services, stack, functions, {
    clock,
    log,
    consoleFolder: options.consoleFolder,
    findPeople: people.find,
  })
  closers.add(services.origin.endApi)
  return { ...describeRun(services, stack, functions, closers), clock }
}

type ServeSettings = {
  clock: LocalClock
  log: LogSink
  consoleFolder: string | undefined
  findPeople: () => Promise<People>
}

function serve(
  { origin, issuer, stores, sms }: Services,
  { api }: LocalStack,
  functions: RunningFunctions,
  { clock, log, consoleFolder, findPeople }: ServeSettings,
) {
  const { poolOf } = functions.pools
  origin.serve({
    s3Origin: stores.sqsAndS3.origin,
    smsOrigin: sms.origin,
    findPeople,
    answerApi:
      api === undefined
        ? () => Promise.resolve(errorAnswer(404, 'Not Found'))
        : createAnswerApiRequest({
            api,
            poolOf,
            checkToken: createCheckToken(issuer.origin),
            nowMs: clock.nowMs,
          }),
    nowMs: clock.nowMs,
    serveConsole: consoleFolder === undefined ? undefined : createServeConsole(consoleFolder, issuer.origin),
    log: (text) => {
      log('runner', text)
    },
  })
}

function describeRun(
  services: Services,
  stack: LocalStack,
  functions: RunningFunctions,
  closers: CloseStack,
): Omit<LocalRun, 'clock'> {
  const { origin, issuer, stores, sms, outboxFile } = services
  return {
    origin: origin.origin,
    issuerOrigin: issuer.origin,
    endpoints: endpointsOf(services),
    stop: closers.closeAll,
    failed: stores.failed,
    setSmsFaults: sms.setFaults,
    outbox: { file: outboxFile, read: () => readOutbox(outboxFile) },
    ...byName(stack, functions),
  }
}

function endpointsOf({ stores, origin, sms, directory }: Services): LocalRun['endpoints'] {
  return {
    dynamodb: stores.dynamodb.origin,
    sqs: stores.sqsAndS3.origin,
    s3: `${origin.origin}${s3Prefix}`,
    sns: sms.origin,
    directory: directory.origin,
  }
}

function factsOf({ stores, origin, issuer }: Services, region: string): RunFacts {
  return {
    region,
    sqsOrigin: stores.sqsAndS3.origin,
    apiOrigin: origin.origin,
    issuerOrigin: issuer.origin,
    clientId: localClientId,
  }
}

function byName(stack: LocalStack, { pools, schedules }: RunningFunctions) {
  return {
    fire: async (name: string): Promise<void> => {
      const named = [
        ...stack.rules,
        ...stack.functions.filter(({ arn }) => ruleFor(stack, arn) !== undefined),
      ]
      const found = findByName<NamedResource & { arn: string }>(named, name)
      const rule = stack.rules.find(({ arn }) => arn === found.arn) ?? ruleFor(stack, found.arn)
      if (rule !== undefined) await schedules.fire(rule)
    },
    invocations: (name: string): number => pools.poolOf(findByName(stack.functions, name).arn).invocations(),
    tableName: (name: string): string => findByName(stack.tables, name).name,
    queueUrl: (name: string): string => findByName(stack.queues, name).url,
    bucketName: (name: string): string => findByName(stack.buckets, name).name,
  }
}

function ruleFor(stack: LocalStack, functionArn: string): LocalRule | undefined {
  return stack.rules.find(({ Targets }) => Targets.some(({ Arn }) => Arn === functionArn))
}

function fileLog(dataFolder: string, closers: CloseStack): LogSink {
  const { log, close } = createFileLog(join(dataFolder, 'logs'))
  closers.add(close)
  return log
}
