import { toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { keyReused, notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { digestOf, idOfRequest } from '../../../shared/request-id.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { checkSchedule } from './check-schedule.ts'
import { answerSchedule, maySeeSchedule } from './schedule-view.ts'

/**
 * `POST /v1/schedules`. Whoever writes it confirms its first run. The id comes from user and Idempotency-Key, so that
 * the same request again finds the same schedule.
 */
export const createSchedule = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.createSchedule, async ({ user, body, idempotencyKey }) => {
    const scheduleId = idOfRequest('schedule', user.id, idempotencyKey)
    const bodyDigest = digestOf(body)
    if ((await deps.schedules.find(scheduleId)) === undefined) {
      const { areas, firstRunAtMs } = await checkSchedule(deps, user, body)
      const createdAtIso = toIso(deps.clock.nowMs())
      await deps.schedules.create({
        ...body,
        scheduleId,
        areas,
        state: 'active',
        createdAtIso,
        createdBy: user.id,
        responsible: user.id,
        nextRunAtMs: firstRunAtMs,
        confirmedRunAtMs: firstRunAtMs,
        edition: 1,
        revision: 1,
        bodyDigest,
        history: [{ action: 'create', by: user.id, atIso: createdAtIso }],
      })
    }
    const schedule = await deps.schedules.find(scheduleId)
    if (schedule !== undefined && !maySeeSchedule(user, schedule)) throw notFound('schedule')
    if (schedule?.bodyDigest !== bodyDigest) throw keyReused('schedule')
    return answerSchedule(deps, schedule)
  })
