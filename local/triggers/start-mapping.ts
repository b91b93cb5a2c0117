import { setTimeout as sleep } from 'node:timers/promises'
import type { FunctionPool, Reservation } from '../lambda/function-pool.ts'
import type { AwsJsonClient } from '../stores/aws-json-client.ts'
import type { LocalMapping, LocalQueue } from '../template/read-stack.ts'
import { deletableReceipts } from './deletable-receipts.ts'
import { parseMessages, type ReceivedMessage, toRecord } from './sqs-record.ts'

/** What a mapping needs to poll its queue and invoke its function. */
export type MappingDependencies = {
  mapping: LocalMapping
  queue: LocalQueue
  pool: FunctionPool
  sqs: AwsJsonClient
  region: string
  log: (text: string) => void
}

/** A mapping that polls until it is stopped; `stop` waits for its running batches. */
export type RunningMapping = { stop: () => Promise<void> }

const defaultConcurrency = 5
const longPollSeconds = 20

/**
 * Polls a queue and invokes a function with batches, at most MaximumConcurrency at a time. A loaded
 * environment is reserved before messages are received: their visibility timeout never runs while one starts
 * or while the function is busy with another queue.
 */
export function startMapping(dependencies: MappingDependencies): RunningMapping {
  const { mapping, queue, pool, log } = dependencies
  const limit = mapping.ScalingConfig?.MaximumConcurrency ?? defaultConcurrency
  const abort = new AbortController()
  const running = new Set<Promise<void>>()

  const pollOnce = async (): Promise<void> => {
    while (running.size >= limit) await Promise.race(running)
    const reservation = await pool.reserve(abort.signal)
    if (reservation === undefined) return
    const messages = await receiveBatch(dependencies, abort.signal).catch((error: unknown) => {
      reservation.release()
      throw error
    })
    if (messages.length === 0) {
      reservation.release()
      return
    }
    const batch = runBatch(dependencies, reservation, messages).finally(() => running.delete(batch))
    running.add(batch)
  }
  const loop = async (): Promise<void> => {
    while (!abort.signal.aborted) {
      try {
        await pollOnce()
      } catch (error) {
        if (abort.signal.aborted) return
        log(`polling ${queue.name} failed: ${error instanceof Error ? error.message : String(error)}`)
        await sleep(1000)
      }
    }
  }
  const looping = loop()
  return {
    stop: async () => {
      abort.abort()
      await looping
      await Promise.all(running)
    },
  }
}

/** One receive, or with a batching window as many as fill the batch or the window. */
async function receiveBatch(
  dependencies: MappingDependencies,
  signal: AbortSignal,
): Promise<ReceivedMessage[]> {
  const { mapping } = dependencies
  const messages = await receive(dependencies, mapping.BatchSize, longPollSeconds, signal)
  const windowEndsAtEpochMs = Date.now() + mapping.MaximumBatchingWindowInSeconds * 1000
  while (messages.length > 0 && messages.length < mapping.BatchSize) {
    const leftSeconds = Math.floor((windowEndsAtEpochMs - Date.now()) / 1000)
    if (leftSeconds < 0 || mapping.MaximumBatchingWindowInSeconds === 0) break
    const more = await receive(dependencies, mapping.BatchSize - messages.length, leftSeconds, signal)
    messages.push(...more)
    if (more.length === 0 && leftSeconds === 0) break
  }
  return messages
}

async function receive(
  { queue, sqs }: MappingDependencies,
  wanted: number,
  waitSeconds: number,
  signal: AbortSignal,
): Promise<ReceivedMessage[]> {
  const input = {
    QueueUrl: queue.url,
    MaxNumberOfMessages: Math.min(10, wanted),
    WaitTimeSeconds: waitSeconds,
    AttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  }
  return parseMessages(await sqs.call('ReceiveMessage', input, signal))
}

async function runBatch(
  { mapping, queue, sqs, region, log }: MappingDependencies,
  reservation: Reservation,
  messages: ReceivedMessage[],
): Promise<void> {
  const Records = messages.map((message) => toRecord(message, queue.arn, region))
  const outcome = await reservation.invoke({ Records }).finally(() => {
    reservation.release()
  })
  if (outcome.kind === 'failed') log(`${queue.name}: ${outcome.errorType}: ${outcome.errorMessage}`)
  const receipts = deletableReceipts(messages, outcome, mapping.FunctionResponseTypes.length > 0)
  for (let start = 0; start < receipts.length; start += 10) {
    const Entries = receipts
      .slice(start, start + 10)
      .map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle }))
    await sqs.call('DeleteMessageBatch', { QueueUrl: queue.url, Entries }).catch((error: unknown) => {
      log(
        `${queue.name}: messages could not be deleted: ${error instanceof Error ? error.message : String(error)}`,
      )
    })
  }
}
