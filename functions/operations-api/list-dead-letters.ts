import { operationsRoutes } from '../../shared/contracts/operations-routes.ts'
import {
  coversTheCountry,
  deadLetterQueueNames,
  mayHandle,
  type DeadLetterQueueName,
} from '../../shared/domain/dead-letter.ts'
import type { User } from '../../shared/domain/user.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import type { OperationsApiDeps } from './deps.ts'
import { toLetterView, type ReadLetter } from './letter-view.ts'
import { readLetter } from './read-letter.ts'
import { walkLetters, type Walk } from './walk-letters.ts'

const mostListed = 100
/** Letters of others are looked at too, and left out. */
const mostLookedAt = 500
const longestWalkMs = 8_000

type Found = { queue: DeadLetterQueueName; walk: Walk; letters: ReadLetter[] }

const lookThrough = async (
  deps: OperationsApiDeps,
  queue: DeadLetterQueueName,
  user: User,
): Promise<Found> => {
  const letters: ReadLetter[] = []
  const limits = { most: mostLookedAt, untilEpochMs: deps.clock.nowMs() + longestWalkMs }
  const walk = await walkLetters(deps, deps.deadLetters[queue], limits, async (fresh) => {
    for (const { body, receiptHandle: _handle, ...letter } of fresh) {
      const work = readLetter(queue, body)
      if (mayHandle(user, work.areas)) letters.push({ ...letter, work })
    }
    return new Set()
  })
  return { queue, walk, letters }
}

/** The most urgent queues first; within each the oldest. */
const cut = (found: readonly Found[]): Found[] => {
  let left = mostListed
  return found.map((one) => {
    const letters = one.letters.toSorted((a, b) => a.sentAtEpochMs - b.sentAtEpochMs).slice(0, left)
    left -= letters.length
    return { ...one, letters }
  })
}

const readFailures = async (deps: OperationsApiDeps, listed: readonly Found[]) => {
  const idsOf = (wanted: (queue: DeadLetterQueueName) => boolean) =>
    listed.filter(({ queue }) => wanted(queue)).flatMap(({ letters }) => letters.map((one) => one.messageId))
  const [ofAlerts, ofRoster] = await Promise.all([
    deps.failures.alerts.findMany(idsOf((queue) => queue !== 'imports')),
    deps.failures.roster.findMany(idsOf((queue) => queue === 'imports')),
  ])
  return new Map([...ofAlerts, ...ofRoster])
}

/**
 * `GET /v1/dead-letters`. SQS shows messages only to who takes them in hand: each is hidden from others for a moment.
 * Two who list at once therefore wait for each other; who still cannot see all that is counted is told `truncated`.
 */
export const listDeadLetters = (deps: OperationsApiDeps) =>
  bindRoute(operationsRoutes.listDeadLetters, async ({ user }) => {
    const found = await Promise.all(deadLetterQueueNames.map((queue) => lookThrough(deps, queue, user)))
    const listed = cut(found)
    const failures = await readFailures(deps, listed)
    const isNational = coversTheCountry(user)
    return {
      body: {
        queues: listed.map(({ queue, letters, walk }, index) => ({
          queue,
          waiting: isNational ? walk.waiting : (found[index]?.letters.length ?? 0),
          messages: letters.map((letter) => toLetterView(queue, letter, failures.get(letter.messageId))),
        })),
        truncated: found.some(
          ({ walk, letters }, index) =>
            walk.seen < walk.waiting || letters.length > (listed[index]?.letters.length ?? 0),
        ),
      },
    }
  })
