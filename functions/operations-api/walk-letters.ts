import { safeError } from '../../shared/middleware/safe-error.ts'
import type { DeadLetter, DeadLetterQueue } from '../../shared/queue/dead-letter-queue.ts'
import type { OperationsApiDeps } from './deps.ts'

/** How far to go: letters, and until when. */
export type WalkLimits = { most: number; untilEpochMs: number; isDone?: () => boolean }

/** `waiting`: about how many lay there at first. `seen`: how many of them came into our hands. */
export type Walk = { waiting: number; seen: number }

const rounds = 3
const fullBatch = 10
/** What was put back shows again after a second. */
const shortestPauseMs = 1_000
const longestPauseMs = 1_800

/**
 * Takes every letter of a queue in hand once and shows it to `visit`, which answers with the ids of those that it
 * took away. All others are put back at the end of each round, also where something fails; where even that fails,
 * they show again after 30 seconds. What somebody else has in hand is invisible meanwhile, so that letters that are
 * counted and not seen are looked for twice more, after a pause of random length: two who walk at once take turns.
 */
export const walkLetters = async (
  { clock, sleep, random, logger }: Pick<OperationsApiDeps, 'clock' | 'sleep' | 'random' | 'logger'>,
  queue: DeadLetterQueue,
  { most, untilEpochMs, isDone = () => false }: WalkLimits,
  visit: (fresh: readonly DeadLetter[]) => Promise<ReadonlySet<string>>,
): Promise<Walk> => {
  const waiting = await queue.count()
  const seen = new Set<string>()
  const isOver = () => seen.size >= most || isDone() || clock.nowMs() >= untilEpochMs

  const putBack = async (held: readonly DeadLetter[]): Promise<void> => {
    try {
      await queue.release(held)
    } catch (error) {
      logger.error('DEAD_LETTERS_NOT_PUT_BACK', { count: held.length, ...safeError(error) })
    }
  }
  const walkOnce = async (): Promise<void> => {
    let held: DeadLetter[] = []
    try {
      while (!isOver()) {
        // oxlint-disable-next-line no-await-in-loop -- until the queue shows no more
        const letters = await queue.receive()
        held.push(...letters)
        const fresh = letters.filter(({ messageId }) => !seen.has(messageId))
        for (const { messageId } of fresh) seen.add(messageId)
        // oxlint-disable-next-line no-await-in-loop -- as above
        const gone = await visit(fresh)
        held = held.filter(({ messageId }) => !gone.has(messageId))
        if (letters.length === 0 || (letters.length < fullBatch && seen.size >= waiting)) return
      }
    } finally {
      await putBack(held)
    }
  }

  for (let round = 1; round <= rounds; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one round after the other
    await walkOnce()
    if (isOver() || seen.size >= waiting || round === rounds) break
    // oxlint-disable-next-line no-await-in-loop -- lets the other one finish
    await sleep(shortestPauseMs + random() * (longestPauseMs - shortestPauseMs))
  }
  return { waiting: Math.max(waiting, seen.size), seen: seen.size }
}
