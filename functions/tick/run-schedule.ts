import type { RunRecord, ScheduleRecord } from '../../shared/contracts/schedule-record.ts'
import { toIso } from '../../shared/clock.ts'
import { nextRunAfter, rainsBeginIn } from '../../shared/domain/schedule/recurrence.ts'
import type { SkipReason } from '../../shared/domain/schedule/schedule.ts'
import type { TickDeps } from './deps.ts'
import { findSkipReason } from './check-scheduled-run.ts'
import { issueScheduledRun } from './issue-scheduled-run.ts'

/** Nobody sees what was left out by itself: the alarm and the audit tell. */
const tellSkipped = async (deps: TickDeps, { scheduleId }: RunRecord, reason: SkipReason): Promise<void> => {
  deps.metrics.count('ScheduledRunSkipped', 1)
  deps.logger.warn('SCHEDULED_RUN_SKIPPED', { scheduleId, reason })
  try {
    const subject = { scheduleId }
    await deps.audit.append({ phase: 'event', who: 'siang', action: 'skip-run', subject, code: reason })
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    deps.logger.error('AUDIT_ROW_LOST', { action: 'skip-run', phase: 'event', scheduleId, error: name })
  }
}

/** What stands of the run; where nobody has decided yet, this decides whether it happens. */
const decide = async (
  deps: TickDeps,
  schedule: ScheduleRecord,
  run: { runAtMs: number; followingMs: number | undefined },
): Promise<RunRecord> => {
  const { scheduleId } = schedule
  const { runAtMs } = run
  const earlier = await deps.schedules.findRun({ scheduleId, runAtMs })
  if (earlier !== undefined) return earlier
  const reason = await findSkipReason(deps, schedule, run)
  const recordedAtIso = toIso(deps.clock.nowMs())
  const base = { scheduleId, runAtMs, leftOut: [], recordedAtIso }
  return deps.schedules.decideRun(
    reason === undefined ? { ...base, state: 'started' } : { ...base, state: 'skipped', reason },
  )
}

/** The next run of the schedule is the one after this; a schedule without one has ended. */
const moveOn = async (
  deps: TickDeps,
  schedule: ScheduleRecord,
  followingMs: number | undefined,
): Promise<void> => {
  const to: ScheduleRecord =
    followingMs === undefined
      ? { ...schedule, state: 'ended', nextRunAtMs: undefined }
      : { ...schedule, nextRunAtMs: followingMs }
  // Where an officer came in between the next minute does it.
  await deps.schedules.replace(schedule, to)
}

/**
 * Carries out the run of a schedule that is due. What is decided of it is written down first, so that two ticks do the
 * same; its alert has an id made of schedule and run, so that it is one alert however often this is repeated; and the
 * schedule moves on last.
 */
export const runSchedule = async (deps: TickDeps, scheduleId: string): Promise<void> => {
  const schedule = await deps.schedules.find(scheduleId)
  const runAtMs = schedule?.nextRunAtMs
  if (schedule?.state !== 'active' || runAtMs === undefined || runAtMs > deps.clock.nowMs()) return
  const rains = rainsBeginIn(schedule.areas, deps.rainsBegin)
  const followingMs = nextRunAfter(schedule.recurrence, runAtMs, rains)
  const decided = await decide(deps, schedule, { runAtMs, followingMs })
  const run =
    decided.state === 'started' ? await issueScheduledRun(deps, schedule, decided, followingMs) : decided
  // Told before the schedule moves on: twice where somebody dies in between, and never not at all.
  if (run.reason === undefined) deps.metrics.count('ScheduledRun', 1)
  else await tellSkipped(deps, run, run.reason)
  await moveOn(deps, schedule, followingMs)
}
