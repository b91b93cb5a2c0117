import { toEpochSeconds } from '../../shared/clock.ts'
import type { TickDeps } from './deps.ts'
import { runSchedule } from './run-schedule.ts'

const mostPerTick = 100

/**
 * Carries out every run whose time has come, the oldest first. One that fails is tried again in the next minute, until
 * its window is over, and holds no other one up.
 */
export const runSchedules = async (
  deps: TickDeps,
  guarded: (step: () => Promise<unknown>) => Promise<void>,
): Promise<void> => {
  const due = await deps.schedules.listDue(toEpochSeconds(deps.clock.nowMs()), mostPerTick)
  for (const scheduleId of due) {
    // oxlint-disable-next-line no-await-in-loop -- under a time budget, one after the other
    await guarded(() => runSchedule(deps, scheduleId))
  }
}
