import { setTimeout as sleep } from 'node:timers/promises'
import type { FunctionPool } from '../lambda/function-pool.ts'
import type { AwsJsonClient } from '../stores/aws-json-client.ts'
import type { LocalFunction, LocalQueue, LocalStack } from '../template/read-stack.ts'

/** What asynchronous invocations need. */
export type AsynchronousDependencies = {
  stack: {
    functions: readonly Pick<LocalFunction, 'arn' | 'name'>[]
    queues: readonly Pick<LocalQueue, 'arn' | 'url'>[]
    invokeConfigs: readonly Omit<LocalStack['invokeConfigs'][number], 'logicalId'>[]
  }
  poolOf: (functionArn: string) => Pick<FunctionPool, 'invoke'>
  sqs: Pick<AwsJsonClient, 'call'>
  nowMs: () => number
  /** Ends the waiting between attempts. */
  signal: AbortSignal
  log: (text: string) => void
}

/** AWS waits 1 and 2 minutes. */
const retryDelaysMs = [1000, 2000]

/**
 * Invokes a function as an event source that does not wait for the answer: a failure is tried again up to
 * MaximumRetryAttempts times, and the last one is sent to the on-failure queue.
 */
export async function invokeAsynchronously(
  { stack, poolOf, sqs, nowMs, signal, log }: AsynchronousDependencies,
  functionArn: string,
  event: unknown,
): Promise<void> {
  const name = stack.functions.find(({ arn }) => arn === functionArn)?.name
  const config = stack.invokeConfigs.find(({ FunctionName }) => [functionArn, name].includes(FunctionName))
  const retries = config?.MaximumRetryAttempts ?? retryDelaysMs.length
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await poolOf(functionArn).invoke(event)
    if (outcome.kind === 'answered' || signal.aborted) return
    log(`${name ?? functionArn}: ${outcome.errorType}: ${outcome.errorMessage}`)
    if (attempt < retries) {
      await sleep(retryDelaysMs[attempt] ?? 0, undefined, { signal }).catch(() => undefined)
      continue
    }
    const destination = config?.DestinationConfig?.OnFailure?.Destination
    const queue = stack.queues.find(({ arn }) => arn === destination)
    if (queue === undefined) return
    const { errorType, errorMessage } = outcome
    const record = {
      version: '1.0',
      timestamp: new Date(nowMs()).toISOString(),
      requestContext: { functionArn, condition: 'RetriesExhausted', approximateInvokeCount: attempt + 1 },
      requestPayload: event,
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: { errorType, errorMessage },
    }
    await sqs.call('SendMessage', { QueueUrl: queue.url, MessageBody: JSON.stringify(record) })
    return
  }
}
