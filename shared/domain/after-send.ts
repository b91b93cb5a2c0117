import type { Recipient } from './dispatch.ts'

/** After so many attempts that surely failed, the delivery ends as rejected, visibly. */
export const maxAttempts = 5

/** What a gateway said of one SMS, or that the sender did not come to it in time. */
export type SendResult =
  | { kind: 'accepted'; gatewayMessageId: string }
  | { kind: 'throttled' | 'failed' | 'rejected' | 'opted-out' | 'unknown'; code: string }
  | { kind: 'not-tried' }

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
  switch (result.kind) {
    case 'accepted':
      return { ...tried, state: 'accepted', gatewayMessageId: result.gatewayMessageId, reason: undefined }
    case 'rejected':
    case 'opted-out':
      return { ...tried, state: 'rejected', reason: result.code }
    case 'failed':
      return tried.attempts >= maxAttempts
        ? { ...tried, state: 'rejected', reason: `gave-up:${result.code}` }
        : { ...tried, state: 'pending', reason: result.code }
    case 'unknown':
      return lane === 'urgent' && !recipient.possibleDuplicate
        ? { ...tried, state: 'pending', possibleDuplicate: true, reason: result.code }
        : { ...tried, state: 'in-doubt', reason: result.code }
    case 'throttled':
      return { ...recipient, state: 'pending', reason: result.code, changedAtEpochSeconds: nowEpochSeconds }
    case 'not-tried':
      return { ...recipient, state: 'pending' }
    default:
      return result satisfies never
  }
}

/**
 * A first contact that will never be reached passes its place on at once: the next pending member moves to wave 1.
 * Answers with the recipients as they are after that.
 */
export const passFirstContactOn = (recipients: readonly Recipient[]): Recipient[] => {
  const firsts = recipients.filter((recipient) => recipient.wave === 1)
  if (firsts.some((recipient) => recipient.state !== 'rejected')) return [...recipients]
  const next = recipients.findIndex((recipient) => recipient.wave === 2 && recipient.state === 'pending')
  return recipients.map((recipient, index) =>
    index === next ? { ...recipient, wave: 1 as const } : recipient,
  )
}

const shortestDelaySeconds = 1
const longestDelaySeconds = 900

/**
 * Seconds until a wave is tried again: quickly after throttling, doubling after failures, never past the expiry,
 * and never over the 15 minutes that SQS allows. `random` is in [0, 1) and spreads senders apart.
 */
export const retryDelaySeconds = (
  recipients: readonly Recipient[],
  random: number,
  secondsToExpiry: number,
): number => {
  const attempts = Math.min(
    ...recipients.filter((one) => one.state === 'pending').map((one) => one.attempts),
    10,
  )
  const backoff = shortestDelaySeconds * 2 ** attempts
  const jittered = Math.ceil(backoff * (0.5 + random))
  return Math.max(0, Math.min(jittered, longestDelaySeconds, secondsToExpiry))
}
