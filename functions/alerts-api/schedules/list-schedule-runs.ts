import { toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { RunRecord, ScheduleRecord } from '../../../shared/contracts/schedule-record.ts'
import { heldUntilMs } from '../../../shared/domain/quiet-hours.ts'
import {
  needsReconfirmation,
  nextRunsAfter,
  rainsBeginIn,
} from '../../../shared/domain/schedule/recurrence.ts'
import { describeSkip } from '../../../shared/domain/schedule/schedule-words.ts'
import { userCovers, type User } from '../../../shared/domain/user.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { findVillagesGone } from '../../../shared/progress/find-villages-gone.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findVisibleSchedule } from './schedule-view.ts'

const ownOf = (user: User, villages: readonly string[]): string[] =>
  villages.filter((village) => userCovers(user, village))

const toPast = (
  user: User,
  { runAtMs, state, reason, alertId, leftOut, gone, recordedAtIso }: RunRecord,
) => ({
  runAtIso: toIso(runAtMs),
  state,
  reason: reason ?? null,
  words: reason === undefined ? null : describeSkip(reason),
  alertId: alertId ?? null,
  villagesLeftOut: ownOf(user, leftOut),
  villagesGone: ownOf(user, gone),
  recordedAtIso,
})

/** The runs to come of an active schedule. */
const nextOf = (deps: AlertsApiDeps, schedule: ScheduleRecord, most: number) => {
  const { state, recurrence, areas, mode, nextRunAtMs, confirmedRunAtMs } = schedule
  if (state !== 'active' || nextRunAtMs === undefined) return []
  const rains = rainsBeginIn(areas, deps.rainsBegin)
  return nextRunsAfter(recurrence, nextRunAtMs - 1, rains, most).map((runAtMs) => ({
    runAtIso: toIso(runAtMs),
    smsFromIso: toIso(heldUntilMs({ lane: 'routine', mode }, deps.quietHours, runAtMs) ?? runAtMs),
    confirmed: !needsReconfirmation(recurrence) || runAtMs === confirmedRunAtMs,
  }))
}

/** `GET /v1/schedules/{scheduleId}/runs`. */
export const listScheduleRuns = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.listScheduleRuns, async ({ user, params, query }) => {
    const schedule = await findVisibleSchedule(deps, user, params.scheduleId)
    const [past, gone] = await Promise.all([
      deps.schedules.listRuns(schedule.scheduleId, query.limit),
      schedule.state === 'ended' ? [] : findVillagesGone(deps, schedule.areas),
    ])
    return {
      body: {
        mode: schedule.mode,
        past: past.map((run) => toPast(user, run)),
        villagesGone: ownOf(user, gone),
        next: nextOf(deps, schedule, query.next),
      },
    }
  })
