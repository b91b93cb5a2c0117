import { isDeepStrictEqual } from 'node:util'
import type * as z from 'zod'
import { toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { ScheduleRecord } from '../../../shared/contracts/schedule-record.ts'
import type { schedulePatch } from '../../../shared/contracts/schedules.ts'
import { rainsBeginIn } from '../../../shared/domain/schedule/recurrence.ts'
import { editedMeanwhile } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { checkSchedule, scheduleEnded } from './check-schedule.ts'
import { answerSchedule, findOwnSchedule, scheduleEtag } from './schedule-view.ts'

/** The schedule with the edit laid over it: words of its own take the place of a template, and the other way. */
const merge = (schedule: ScheduleRecord, edit: z.output<typeof schedulePatch>): ScheduleRecord => {
  const { audience } = edit
  return {
    ...schedule,
    name: edit.name ?? schedule.name,
    hazard: edit.hazard ?? schedule.hazard,
    areas: edit.areas ?? schedule.areas,
    recurrence: edit.recurrence ?? schedule.recurrence,
    missed: edit.missed ?? schedule.missed,
    validHours: edit.validHours ?? schedule.validHours,
    texts: edit.template === undefined ? (edit.texts ?? schedule.texts) : undefined,
    template: edit.texts === undefined ? (edit.template ?? schedule.template) : undefined,
    audience: audience === undefined ? schedule.audience : (audience ?? undefined),
  }
}

/**
 * `PATCH /v1/schedules/{scheduleId}`: who changes it answers for it. The next run stays as it is, confirmed or not, unless
 * the edit is about when it is.
 */
export const editSchedule = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.editSchedule, async ({ user, params, body, ifMatch }) => {
    const schedule = await findOwnSchedule(deps, user, params.scheduleId)
    if (schedule.state === 'ended') throw scheduleEnded()
    if (ifMatch !== '*' && ifMatch !== scheduleEtag(schedule)) throw editedMeanwhile('schedule')
    const merged = merge(schedule, body)
    const { areas, firstRunAtMs } = await checkSchedule(deps, user, merged)
    const isSameTime =
      isDeepStrictEqual(merged.recurrence, schedule.recurrence) &&
      rainsBeginIn(areas, deps.rainsBegin) === rainsBeginIn(schedule.areas, deps.rainsBegin)
    const written = await deps.schedules.replace(schedule, {
      ...merged,
      areas,
      ...(isSameTime ? {} : { nextRunAtMs: firstRunAtMs, confirmedRunAtMs: firstRunAtMs }),
      responsible: user.id,
      edition: schedule.edition + 1,
      history: [...schedule.history, { action: 'edit', by: user.id, atIso: toIso(deps.clock.nowMs()) }],
    })
    if (written === undefined) throw editedMeanwhile('schedule')
    return answerSchedule(deps, written)
  })
