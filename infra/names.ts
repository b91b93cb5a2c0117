/** The functions: each is a folder under functions/ whose handler.ts exports `handler`. */
export const functionNames = [
  'roster-api',
  'roster-import',
  'alerts-api',
  'operations-api',
  'public',
  'fan-out',
  'send-sms',
  'receipts',
  'tick',
] as const
export type FunctionName = (typeof functionNames)[number]

/** The queues that carry work; each is made together with a dead-letter queue. */
export const queueNames = [
  'imports',
  'fan-out-urgent',
  'fan-out-routine',
  'first',
  'urgent',
  'routine',
  'early-receipts',
] as const
export type QueueName = (typeof queueNames)[number]

/** `fan-out-urgent` as the id of a construct: `FanOutUrgent`, by which AWS names what is in it. */
export const toConstructId = (name: FunctionName | QueueName): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** The function that works off each queue. */
export const consumers = {
  imports: 'roster-import',
  'fan-out-urgent': 'fan-out',
  'fan-out-routine': 'fan-out',
  first: 'send-sms',
  urgent: 'send-sms',
  routine: 'send-sms',
  'early-receipts': 'receipts',
} as const satisfies Record<QueueName, FunctionName>
