import type { Transition } from './transition.ts'

/** What a version can be in. Labels for people and the DynamoDB conditions come from here. */
export const versionStates = [
  'draft',
  'submitted',
  'approved',
  'dispatching',
  'stopped',
  'completed',
  'rejected',
  'superseded',
  'expired',
] as const
export type VersionState = (typeof versionStates)[number]

/** Whether senders still have to do with the version: what is pending goes out, or is seen to end unsent. */
export const isRunning = (state: VersionState): boolean =>
  state === 'dispatching' || state === 'expired' || state === 'superseded'

export const versionActions = [
  'submit',
  'edit',
  'approve',
  'return',
  'reject',
  'issue',
  'issue-alone',
  'break-glass',
  'stop',
  'resume',
  'complete',
  'resend',
  'supersede',
  'expire',
] as const
export type VersionAction = (typeof versionActions)[number]

/** Why Siang itself ended what was not sent: what is stored; the words of it are looked up when it is shown. */
export const ownReasons = ['time-over', 'alert-cancelled'] as const
export type OwnReason = (typeof ownReasons)[number]

/**
 * The life of a version. `issue-alone` is the one step from draft to dispatching where the stage asks for no second
 * person; the second person's way is submit, approve, issue, and `break-glass` goes around it. `edit` takes back to
 * draft what was submitted, and leaves a draft one. `reject` also drops a draft, and what was approved and has
 * no room in its budget, which makes room for another version.
 * `resend` sends to the failed again, also of a version that is still dispatching and stays so.
 */
export const versionTransitions: readonly Transition<VersionState, VersionAction>[] = [
  { action: 'submit', from: ['draft'], to: 'submitted' },
  { action: 'edit', from: ['submitted'], to: 'draft' },
  { action: 'return', from: ['submitted'], to: 'draft' },
  { action: 'reject', from: ['draft', 'submitted', 'approved'], to: 'rejected' },
  { action: 'approve', from: ['submitted'], to: 'approved' },
  { action: 'issue', from: ['approved'], to: 'dispatching' },
  { action: 'issue-alone', from: ['draft'], to: 'dispatching' },
  { action: 'break-glass', from: ['draft', 'submitted'], to: 'dispatching' },
  { action: 'stop', from: ['dispatching'], to: 'stopped' },
  { action: 'resume', from: ['stopped'], to: 'dispatching' },
  { action: 'complete', from: ['dispatching'], to: 'completed' },
  { action: 'resend', from: ['completed'], to: 'dispatching' },
  { action: 'supersede', from: ['dispatching', 'stopped', 'completed', 'expired'], to: 'superseded' },
  { action: 'expire', from: ['submitted', 'approved', 'dispatching', 'stopped'], to: 'expired' },
]
