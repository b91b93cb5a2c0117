import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { sqsEvent } from './queues.ts'

/** One queue and the function that works it off. */
export type Line = {
  sent: { message: unknown; delaySeconds: number }[]
  batchSize: number
  run: (event: SQSEvent) => Promise<SQSBatchResponse>
}

const maxReceives = 5

/**
 * Works queues off as SQS and Lambda do: what failed comes again, and goes to `dead` after five receives. A delay is
 * waited for by moving the clock of the test.
 */
export const createQueueWorker = (lines: readonly Line[], time: { nowMs: number }) => {
  const receives = new WeakMap<object, number>()
  const dead: unknown[] = []

  const failedIds = async (line: Line, event: SQSEvent): Promise<ReadonlySet<string>> => {
    try {
      const { batchItemFailures } = await line.run(event)
      return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    } catch {
      return new Set(event.Records.map(({ messageId }) => messageId))
    }
  }

  const work = async (line: Line, at: number): Promise<void> => {
    const batch = line.sent.splice(at, line.batchSize)
    time.nowMs += Math.max(...batch.map(({ delaySeconds }) => delaySeconds)) * 1000
    const event = sqsEvent(
      batch.map(({ message }) => message),
      batch.map((entry) => (receives.get(entry) ?? 0) + 1),
    )
    const failed = await failedIds(line, event)
    for (const [index, entry] of batch.entries()) {
      if (!failed.has(`m${index}`)) continue
      const times = (receives.get(entry) ?? 0) + 1
      receives.set(entry, times)
      entry.delaySeconds = 0
      if (times < maxReceives) line.sent.push(entry)
      else dead.push(entry.message)
    }
  }

  /** One batch of the first queue that holds any; false where nothing waits. */
  const step = async (): Promise<boolean> => {
    const line = lines.find(({ sent }) => sent.length > 0)
    if (line === undefined) return false
    await work(line, 0)
    return true
  }

  return {
    dead,
    step,

    /** One batch from anywhere in any queue: `pick` chooses among so many. */
    stepAnywhere: async (pick: (count: number) => number): Promise<boolean> => {
      const waiting = lines.filter(({ sent }) => sent.length > 0)
      const line = waiting[pick(waiting.length)]
      if (line === undefined) return false
      await work(line, pick(line.sent.length))
      return true
    },

    /** Works until every queue is empty. */
    drain: async (): Promise<void> => {
      // oxlint-disable-next-line no-await-in-loop -- one batch after the other
      for (let steps = 0; await step(); steps += 1) {
        if (steps > 500) throw new Error('the queues do not run empty')
      }
    },

    /** Loses every message, as if all queues had been purged. */
    loseAll: (): number => lines.reduce((lost, { sent }) => lost + sent.splice(0).length, 0),
  }
}
