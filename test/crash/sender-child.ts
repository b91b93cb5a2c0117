// A process that holds sender threads and polls their queues, to be killed: see `startSenderProcess`.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startEnvironment, type Environment } from '../../local/lambda/environment.ts'
import { createLocalClock } from '../../local/lambda/local-clock.ts'
import { functionEnvironment } from '../../local/lambda/function-environment.ts'
import { createFunctionPool } from '../../local/lambda/function-pool.ts'
import { findByName } from '../../local/run/find-by-name.ts'
import { resolveStack } from '../../local/run/resolve-stack.ts'
import { createAwsJsonClient } from '../../local/stores/aws-json-client.ts'
import { loadAssembly } from '../../local/template/load-assembly.ts'
import { startMapping } from '../../local/triggers/start-mapping.ts'
import { senderOrder, senderSettings, type SenderNews } from './sender-messages.ts'

const settings = senderSettings.parse(JSON.parse(process.argv[2] ?? ''))
const { processId, facts } = settings
const stack = resolveStack(loadAssembly(settings.assemblyFolder), facts)
const definition = findByName(stack.functions, 'send-sms')
const bundleFile = ['.mjs', '.js', '.cjs']
  .map((ending) => join(definition.bundleFolder, `${definition.Handler.split('.')[0]}${ending}`))
  .find(existsSync)
if (bundleFile === undefined) throw new Error('send-sms has no bundle')

const threads = new Map<string, Environment>()
let started = 0
const log = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}
const tell = (news: SenderNews): void => {
  process.send?.(news)
}

/** Each thread has endpoints of its own, by which the pass-through knows it. */
const startThread = async (file: string) => {
  const sender = `${processId}.${(started += 1)}`
  const below = (name: string) => `${settings.proxyOrigin}/${name}/${sender}`
  const endpoints = {
    dynamodb: below('dynamodb'),
    sqs: below('sqs'),
    sns: below('sns'),
    s3: below('s3'),
    directory: below('directory'),
    refuser: below('refuser'),
  }
  const thread = await startEnvironment({
    functionName: definition.name,
    functionArn: definition.arn,
    bundleFile: file,
    exportName: definition.Handler.split('.')[1] ?? 'handler',
    timeoutSeconds: definition.Timeout,
    memoryMb: definition.MemorySize,
    variables: functionEnvironment(definition, endpoints, facts.region, settings.environment),
    clock: createLocalClock(),
    log,
  })
  if (!('invoke' in thread)) return thread
  threads.set(sender, thread)
  return {
    ...thread,
    invoke: async (event: string) => {
      const outcome = await thread.invoke(event)
      if (!thread.isAlive()) tell({ ended: sender })
      return outcome
    },
  }
}

const mappings = stack.mappings.filter(({ FunctionName }) =>
  [definition.arn, definition.name].includes(FunctionName),
)
const limit = mappings.reduce((sum, { ScalingConfig }) => sum + (ScalingConfig?.MaximumConcurrency ?? 2), 0)
const pool = createFunctionPool(limit, () => startThread(bundleFile))
const sqs = createAwsJsonClient(settings.pollerOrigin, 'AmazonSQS', facts.region)
for (const mapping of mappings) {
  const queue = stack.queues.find(({ arn }) => arn === mapping.EventSourceArn)
  if (queue === undefined) throw new Error(`${mapping.logicalId}: its queue is not in the template`)
  startMapping({ mapping, queue, pool, sqs, region: facts.region, log })
}

const endThread = async (sender: string): Promise<void> => {
  await threads.get(sender)?.stop()
  tell({ ended: sender })
}

process.on('message', (message: unknown) => {
  void endThread(senderOrder.parse(message).kill)
})
process.on('disconnect', () => process.exit(0))
process.on('SIGINT', () => undefined)
