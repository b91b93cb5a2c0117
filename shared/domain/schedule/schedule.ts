import type { Transition } from '../transition.ts'
import { userCovers, type User } from '../user.ts'
import { needsReconfirmation, type Recurrence } from './recurrence.ts'

export const scheduleStates = ['active', 'paused', 'ended'] as const
export type ScheduleState = (typeof scheduleStates)[number]

/** The life of a schedule. One without a run to come has ended; nothing takes it back. */
export const scheduleTransitions: readonly Transition<ScheduleState, 'pause' | 'resume' | 'end'>[] = [
  { action: 'pause', from: ['active'], to: 'paused' },
  { action: 'resume', from: ['paused'], to: 'active' },
  { action: 'end', from: ['active', 'paused'], to: 'ended' },
]

/** What is done with a run whose time passed while nothing ran. */
export const missedPolicies = ['fire-once', 'skip'] as const
export type Missed = { policy: (typeof missedPolicies)[number]; windowHours: number }

/** `started`: on its way. `issued`: its alert goes out. `submitted`: its alert waits for a second person. */
export const runStates = ['started', 'issued', 'submitted', 'skipped'] as const

/** Why a run did not become an alert. */
export const skipReasons = [
  'missed',
  'not-reconfirmed',
  'officer-may-not',
  'actual-not-allowed',
  'actual-alert-live',
  'template-changed',
  'template-unreviewed',
  'text-unusable',
  'no-desk',
  'no-recipients',
  'monthly-limit',
  'budget-exceeded',
] as const
export type SkipReason = (typeof skipReasons)[number]

/** `tick` comes every minute; a run that it comes to within this time is no missed one. */
const punctualMs = 15 * 60_000
const hourMs = 3_600_000

/** Whether a run is left out for being late: past its window, or another one of the schedule is due already. */
export const isMissed = (
  { policy, windowHours }: Missed,
  run: { atMs: number; followingMs: number | undefined },
  nowMs: number,
): boolean => {
  const lateMs = nowMs - run.atMs
  if (lateMs <= punctualMs) return false
  if (policy === 'skip' || lateMs > windowHours * hourMs) return true
  return run.followingMs !== undefined && run.followingMs <= nowMs
}

/** From when on a run may be reconfirmed (epoch ms); undefined where it needs none. */
export const reconfirmFromMs = (
  recurrence: Recurrence,
  runAtMs: number,
  askedDaysBefore: number,
): number | undefined =>
  needsReconfirmation(recurrence) ? runAtMs - askedDaysBefore * 24 * hourMs : undefined

/** Whether the officer who answers for the schedule may still issue over all its areas. */
export const mayAnswerFor = (user: User | undefined, areas: readonly string[]): boolean =>
  user?.status === 'active' && user.roles.includes('officer') && areas.every((area) => userCovers(user, area))
