import type { Recipient } from './dispatch.ts'
import { smsTakenOf, withSmsTaken } from './sms-taken.ts'

/**
 * After so many attempts that surely failed, over some 10 minutes, the delivery ends as rejected, visibly. Where a
 * person had it sent again they count from then.
 */
export const maxAttempts = 6

/** What a gateway said of one SMS, or that the sender did not come to it in time. */
export type SendResult =
  | { kind: 'accepted'; gatewayMessageId: string }
  | { kind: 'rehearsed' }
  | { kind: 'throttled' | 'failed' | 'rejected' | 'opted-out' | 'unknown'; code: string }
  | { kind: 'not-tried' }

/** Attempts since the delivery last began: attempts themselves never go back, receipts name them. */
const attemptsSinceStart = ({ attempts, attemptsBefore = 0 }: Recipient): number => attempts - attemptsBefore

/**
 * The recipient after an attempt. In doubt by policy: an urgent SMS is sent once more and marked as a possible
 * duplicate; a routine one waits for a person.
 */
export const afterSend = (
  recipient: Recipient,
  result: SendResult,
  lane: 'urgent' | 'routine',
  nowEpochSeconds: number,
): Recipient => {
  const tried: Recipient = {
    ...recipient,
    attempts: recipient.attempts + 1,
    changedAtEpochSeconds: nowEpochSeconds,
  }
  // Rejected says that nothing went out, which nobody knows of an attempt that had no answer.
  const given = recipient.possibleDuplicate ? 'in-doubt' : 'rejected'
  const smsTaken = smsTakenOf(recipient) + 1
  switch (result.kind) {
    case 'accepted':
      return withSmsTaken(
        {
          ...tried,
          state: 'accepted',
          gatewayMessageId: result.gatewayMessageId,
          handedOverAtEpochSeconds: recipient.handedOverAtEpochSeconds ?? nowEpochSeconds,
          reason: undefined,
        },
        smsTaken,
      )
    case 'rehearsed':
      // Whatever became of an earlier attempt, none of them left Siang.
      return { ...tried, state: 'rehearsed', possibleDuplicate: false, reason: undefined }
    case 'rejected':
    case 'opted-out':
      return { ...tried, state: given, reason: result.code }
    case 'failed':
      return attemptsSinceStart(tried) >= maxAttempts
        ? { ...tried, state: given, reason: `gave-up:${result.code}` }
        : { ...tried, state: 'pending', reason: result.code }
    case 'unknown':
      return withSmsTaken(
        lane === 'urgent' && !recipient.possibleDuplicate
          ? { ...tried, state: 'pending', possibleDuplicate: true, reason: result.code }
          : { ...tried, state: 'in-doubt', reason: result.code },
        smsTaken,
      )
    case 'throttled':
      return { ...recipient, state: 'pending', reason: result.code, changedAtEpochSeconds: nowEpochSeconds }
    case 'not-tried':
      return { ...recipient, state: 'pending' }
    default:
      return result satisfies never
  }
}

const mayBeReached = ({ state }: Recipient): boolean => state !== 'rejected' && state !== 'undelivered'

/**
 * A first contact that will never be reached passes its place on at once: the next pending member moves to wave 1.
 * Answers with the recipients as they are after that.
 */
export const passFirstContactOn = (recipients: readonly Recipient[]): Recipient[] => {
  const firsts = recipients.filter((recipient) => recipient.wave === 1)
  if (firsts.some(mayBeReached)) return [...recipients]
  const next = recipients.findIndex((recipient) => recipient.wave === 2 && recipient.state === 'pending')
  return recipients.map((recipient, index) =>
    index === next ? { ...recipient, wave: 1 as const } : recipient,
  )
}

const shortestDelaySeconds = 1
const backoffFactor = 4
const longestDelaySeconds = 900

/**
 * Seconds until a wave is tried again: quickly after throttling and a first failure, then
 * four times longer each time, so that an outage of some minutes loses nobody; never past the expiry,
 * and never over the 15 minutes that SQS allows. `random` is in [0, 1) and spreads senders apart.
 */
export const retryDelaySeconds = (
  recipients: readonly Recipient[],
  random: number,
  secondsToExpiry: number,
): number => {
  const attempts = Math.min(
    ...recipients.filter((one) => one.state === 'pending').map(attemptsSinceStart),
    10,
  )
  const backoff = attempts === 0 ? shortestDelaySeconds : 2 * backoffFactor ** (attempts - 1)
  const jittered = Math.ceil(backoff * (0.5 + random))
  return Math.max(0, Math.min(jittered, longestDelaySeconds, secondsToExpiry))
}
