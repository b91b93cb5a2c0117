import type { RunRecord, ScheduleRecord } from '../../shared/contracts/schedule-record.ts'
import { toIso } from '../../shared/clock.ts'
import { nextRunAfter, rainsBeginIn } from '../../shared/domain/schedule/recurrence.ts'
import type { SkipReason } from '../../shared/domain/schedule/schedule.ts'
import { findVillagesGone } from '../../shared/progress/find-villages-gone.ts'
import type { TickDeps } from './deps.ts'
import { findSkipReason } from './check-scheduled-run.ts'
import { issueScheduledRun } from './issue-scheduled-run.ts'

/** Nobody sees what was left out by itself, the whole run or villages of it: the alarm and the audit tell. */
const tellLeftOut = async (
  deps: TickDeps,
  { scheduleId, gone }: RunRecord,
  reason: SkipReason | 'villages-gone',
): Promise<void> => {
  const action = reason === 'villages-gone' ? 'leave-out' : 'skip-run'
  deps.metrics.count('ScheduledRunSkipped', 1)
  const told = reason === 'villages-gone' ? 'SCHEDULED_RUN_LEFT_OUT_VILLAGES' : 'SCHEDULED_RUN_SKIPPED'
  deps.logger.warn(told, { scheduleId, reason, villagesGone: gone.length })
  try {
    const subject = { scheduleId }
    await deps.audit.append({ phase: 'event', who: 'siang', action, subject, code: reason })
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    deps.logger.error('AUDIT_ROW_LOST', { action, phase: 'event', scheduleId, error: name })
  }
}

/**
 * What stands of the run; where nobody has decided yet, this decides whether it happens. Undefined where an officer has
 * changed before that when the schedule runs, or that it does.
 */
const decide = async (
  deps: TickDeps,
  schedule: ScheduleRecord,
  run: { runAtMs: number; followingMs: number | undefined },
): Promise<RunRecord | undefined> => {
  const { scheduleId, state, nextRunAtMs, edition, areas } = schedule
  const { runAtMs } = run
  const earlier = await deps.schedules.findRun({ scheduleId, runAtMs })
  if (earlier !== undefined) return earlier
  if (state !== 'active' || nextRunAtMs !== runAtMs) return undefined
  const reason = await findSkipReason(deps, schedule, run)
  const recordedAtIso = toIso(deps.clock.nowMs())
  const gone = await findVillagesGone(deps, areas)
  const base = { scheduleId, runAtMs, leftOut: [], gone, edition, areas, recordedAtIso }
  return deps.schedules.decideRun(
    reason === undefined ? { ...base, state: 'started' } : { ...base, state: 'skipped', reason },
  )
}

/**
 * The schedule with the run that is on its way, begun now or by a tick that died: no change of an officer makes it be
 * forgotten. Undefined where nothing is due, or somebody came in between: then the next minute does it.
 */
const begin = async (
  deps: TickDeps,
  scheduleId: string,
): Promise<{ schedule: ScheduleRecord; runAtMs: number } | undefined> => {
  const found = await deps.schedules.find(scheduleId)
  if (found === undefined) return undefined
  if (found.runningAtMs !== undefined) return { schedule: found, runAtMs: found.runningAtMs }
  const { state, nextRunAtMs } = found
  if (state !== 'active' || nextRunAtMs === undefined || nextRunAtMs > deps.clock.nowMs()) return undefined
  const schedule = await deps.schedules.replace(found, { ...found, runningAtMs: nextRunAtMs })
  return schedule && { schedule, runAtMs: nextRunAtMs }
}

/** The next run is the one after this, unless an officer has said another; a schedule without one has ended. */
const moveOn = async (
  deps: TickDeps,
  { runningAtMs, ...schedule }: ScheduleRecord,
  followingMs: number | undefined,
): Promise<void> => {
  const isNext = schedule.nextRunAtMs === runningAtMs
  const nextRunAtMs = isNext ? followingMs : schedule.nextRunAtMs
  // Where an officer came in between the next minute does it.
  await deps.schedules.replace(schedule, {
    ...schedule,
    nextRunAtMs,
    state: nextRunAtMs === undefined ? 'ended' : schedule.state,
  })
}

/** Finishes the run, and tells what became of it: twice where somebody dies before the schedule moves on, never not at all. */
const carryOut = async (
  deps: TickDeps,
  schedule: ScheduleRecord,
  decided: RunRecord,
  followingMs: number | undefined,
): Promise<void> => {
  const run =
    decided.state === 'started' ? await issueScheduledRun(deps, schedule, decided, followingMs) : decided
  const reason = run.reason ?? (run.gone.length > 0 ? 'villages-gone' : undefined)
  if (run.reason === undefined) deps.metrics.count('ScheduledRun', 1)
  if (reason !== undefined) await tellLeftOut(deps, run, reason)
}

/**
 * Carries out the run of a schedule that is due. The schedule says that it is on its way; what is decided of it is
 * written down, so that two ticks do the same; its alert has an id made of schedule and run, so that it is one alert
 * however often this is repeated; and the schedule moves on last.
 */
export const runSchedule = async (deps: TickDeps, scheduleId: string): Promise<void> => {
  const begun = await begin(deps, scheduleId)
  if (begun === undefined) return
  const { schedule, runAtMs } = begun
  const rains = rainsBeginIn(schedule.areas, deps.rainsBegin)
  const followingMs = nextRunAfter(schedule.recurrence, runAtMs, rains)
  const decided = await decide(deps, schedule, { runAtMs, followingMs })
  if (decided !== undefined) await carryOut(deps, schedule, decided, followingMs)
  await moveOn(deps, schedule, followingMs)
}
