import type * as z from 'zod'
import { toEpochSeconds } from '../../shared/clock.ts'
import type { redriveBody, RedriveAnswer } from '../../shared/contracts/dead-letters.ts'
import { operationsRoutes } from '../../shared/contracts/operations-routes.ts'
import { coversTheCountry, mayHandle, type DeadLetterQueueName } from '../../shared/domain/dead-letter.ts'
import type { User } from '../../shared/domain/user.ts'
import { keyReused } from '../../shared/errors.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import { safeError } from '../../shared/middleware/safe-error.ts'
import type { DeadLetter } from '../../shared/queue/dead-letter-queue.ts'
import { digestOf, idOfRequest } from '../../shared/request-id.ts'
import type { OperationsApiDeps } from './deps.ts'
import { readLetter, type LetterWork } from './read-letter.ts'
import { walkLetters } from './walk-letters.ts'

type Body = z.output<typeof redriveBody>

const mostMoved = 1_000
const longestWalkMs = 10_000

const sendAgain = async (
  { workQueues }: OperationsApiDeps,
  queue: DeadLetterQueueName,
  { body }: DeadLetter,
  work: LetterWork,
): Promise<void> => {
  // The next minute's tick does what this one did not: there is nothing to send, and the letter only has to go.
  if (queue === 'tick') return
  await workQueues[queue === 'receipts' ? 'early-receipts' : queue](work.redriveBody ?? body)
}

/** Sends, then removes: who dies in between leaves the letter in both places, and work may be repeated. */
const moveLetter = async (
  deps: OperationsApiDeps,
  queue: DeadLetterQueueName,
  letter: DeadLetter,
  work: LetterWork,
): Promise<'left' | 'sent' | 'gone'> => {
  const { messageId } = letter
  try {
    await sendAgain(deps, queue, letter, work)
  } catch (error) {
    deps.logger.error('DEAD_LETTER_NOT_SENT', { queue, messageId, ...safeError(error) })
    return 'left'
  }
  try {
    await deps.deadLetters[queue].remove(letter)
    return 'gone'
  } catch (error) {
    deps.logger.error('DEAD_LETTER_NOT_REMOVED', { queue, messageId, ...safeError(error) })
    return 'sent'
  }
}

const redrive = async (deps: OperationsApiDeps, user: User, body: Body): Promise<RedriveAnswer> => {
  const { queue, messageIds } = body
  const missing = new Set(messageIds)
  let moved = 0
  let ownLeft = 0
  let gone = 0
  const isWanted = (messageId: string, work: LetterWork): boolean =>
    messageIds === undefined ? work.kind !== 'unreadable' : missing.delete(messageId)

  const moveOne = async (letter: DeadLetter): Promise<string[]> => {
    const work = readLetter(queue, letter.body)
    if (!mayHandle(user, work.areas)) return []
    const became = isWanted(letter.messageId, work) ? await moveLetter(deps, queue, letter, work) : 'left'
    if (became !== 'left') moved += 1
    if (became === 'gone') gone += 1
    else ownLeft += 1
    return became === 'gone' ? [letter.messageId] : []
  }
  const walk = await walkLetters(
    deps,
    deps.deadLetters[queue],
    {
      most: mostMoved,
      untilEpochMs: deps.clock.nowMs() + longestWalkMs,
      isDone: () => messageIds !== undefined && missing.size === 0,
    },
    async (fresh) => new Set((await Promise.all(fresh.map(moveOne))).flat()),
  )
  const left = coversTheCountry(user) ? walk.waiting - gone : ownLeft
  return { queue, moved, left, notFound: [...missing] }
}

/**
 * `POST /v1/dead-letters/redrive`. At least once: all work on the queues may be repeated (a version, a wave or an
 * import that is done stays as it is), so that a letter that is sent and not removed does no harm.
 */
export const redriveDeadLetters = (deps: OperationsApiDeps) =>
  bindRoute(operationsRoutes.redriveDeadLetters, async ({ user, body, idempotencyKey }) => {
    const id = idOfRequest('redrive', user.id, idempotencyKey)
    const begun = await deps.redrives.begin(id, digestOf(body), toEpochSeconds(deps.clock.nowMs()))
    if (begun.outcome === 'other-body') throw keyReused('redrive')
    if (begun.outcome === 'answered') return { body: begun.answer }
    const answer = await redrive(deps, user, body)
    deps.logger.info('DEAD_LETTERS_REDRIVEN', { userId: user.id, queue: body.queue, count: answer.moved })
    await deps.redrives.finish(id, answer)
    return { body: answer }
  })
