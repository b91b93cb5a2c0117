import { userCovers, type User } from './user.ts'

/** Where dead letters lie: behind the queue or the function of this name. In order of urgency. */
export const deadLetterQueueNames = [
  'first',
  'fan-out-urgent',
  'urgent',
  'fan-out-routine',
  'routine',
  'receipts',
  'early-receipts',
  'imports',
  'tick',
] as const
export type DeadLetterQueueName = (typeof deadLetterQueueNames)[number]

/** What a dead letter asked for. */
export const deadLetterKinds = [
  'send-first-wave',
  'send-second-wave',
  'fan-out',
  'open-second-wave',
  'queue-open-waves',
  'resend',
  'notice',
  'test-sms',
  'settle-receipts',
  'settle-early-receipts',
  'plan-import',
  'apply-import',
  'undo-import',
  'write-export',
  'tick',
  'unreadable',
] as const
export type DeadLetterKind = (typeof deadLetterKinds)[number]

/**
 * Why it lies there. `failed`: the function said so. `no-answer`: it ended or timed out and could say nothing.
 * `not-run`: AWS gave up before or without running it.
 */
export const deadLetterReasonKinds = ['failed', 'no-answer', 'not-run', 'unreadable'] as const
export type DeadLetterReasonKind = (typeof deadLetterReasonKinds)[number]

/** Who works off a dead-letter queue's work. */
export const workedOffBy: Readonly<Record<DeadLetterQueueName, string>> = {
  first: 'send-sms',
  'fan-out-urgent': 'fan-out',
  urgent: 'send-sms',
  'fan-out-routine': 'fan-out',
  routine: 'send-sms',
  receipts: 'receipts',
  'early-receipts': 'receipts',
  imports: 'roster-import',
  tick: 'tick',
}

/** Whether no area is foreign to the user. */
export const coversTheCountry = (user: Pick<User, 'areas'>): boolean => userCovers(user, 'LA')

/**
 * Whether the user may see and redrive work of these areas. Dead letters lie together for the whole country, so that
 * each is held against the areas that its body names, all of them. One that names none (an import, a batch of
 * carriers' logs, a body that nobody can read) may be anybody's: it needs an admin of the whole country.
 */
export const mayHandle = (user: Pick<User, 'areas'>, areas: readonly string[]): boolean =>
  coversTheCountry(user) || (areas.length > 0 && areas.every((area) => userCovers(user, area)))
