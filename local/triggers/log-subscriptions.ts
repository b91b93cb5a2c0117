import { gzipSync } from 'node:zlib'
import type { LocalLogSubscription } from '../template/read-stack.ts'
import { accountId } from '../template/reference-values.ts'
import { type AsynchronousDependencies, invokeAsynchronously } from './invoke-asynchronously.ts'

/** Lines of a log group on their way to the functions that subscribe to it. */
export type LogSubscriptions = { write: (logGroup: string, line: string) => void; stop: () => Promise<void> }

type LogEvent = { id: string; timestamp: number; message: string }

/** CloudWatch Logs hands lines over in batches, soon after they were written. */
const batchEveryMs = 100
const mostLinesPerBatch = 500

/** Calls functions with what is written to their log groups, as CloudWatch Logs does. Lines nobody reads are dropped. */
export function createLogSubscriptions({
  subscriptions,
  ...dependencies
}: Omit<AsynchronousDependencies, 'signal'> & {
  subscriptions: readonly LocalLogSubscription[]
}): LogSubscriptions {
  const abort = new AbortController()
  const waiting = new Map<string, LogEvent[]>()
  const running = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let lines = 0

  const deliver = (subscription: LocalLogSubscription, events: readonly LogEvent[]): void => {
    const run = invokeAsynchronously(
      { ...dependencies, signal: abort.signal },
      subscription.DestinationArn,
      batchOf(subscription, events),
    )
      .catch((error: unknown) => {
        dependencies.log(
          `${subscription.logicalId}: ${error instanceof Error ? error.message : String(error)}`,
        )
      })
      .finally(() => running.delete(run))
    running.add(run)
  }
  const flush = (): void => {
    timer = undefined
    for (const [logGroup, events] of waiting) {
      waiting.delete(logGroup)
      for (const subscription of subscriptions.filter(({ LogGroupName }) => LogGroupName === logGroup)) {
        for (let start = 0; start < events.length; start += mostLinesPerBatch) {
          deliver(subscription, events.slice(start, start + mostLinesPerBatch))
        }
      }
    }
  }
  return {
    write: (logGroup, line) => {
      if (abort.signal.aborted || subscriptions.every(({ LogGroupName }) => LogGroupName !== logGroup)) return
      lines += 1
      const event = { id: String(lines), timestamp: dependencies.nowMs(), message: line }
      const events = waiting.get(logGroup)
      if (events === undefined) waiting.set(logGroup, [event])
      else events.push(event)
      timer ??= setTimeout(flush, batchEveryMs)
    },
    stop: async () => {
      abort.abort()
      clearTimeout(timer)
      await Promise.all(running)
    },
  }
}

function batchOf({ LogGroupName, logicalId }: LocalLogSubscription, logEvents: readonly LogEvent[]) {
  const batch = {
    messageType: 'DATA_MESSAGE',
    owner: accountId,
    logGroup: LogGroupName,
    logStream: 'local',
    subscriptionFilters: [logicalId],
    logEvents,
  }
  return { awslogs: { data: gzipSync(JSON.stringify(batch)).toString('base64') } }
}
