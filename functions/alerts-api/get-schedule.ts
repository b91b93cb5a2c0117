import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from './deps.ts'
import { findVisibleSchedule, scheduleEtag, toScheduleView } from './schedule-view.ts'

/** `GET /v1/schedules/{scheduleId}`. */
export const getSchedule = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.getSchedule, async ({ user, params }) => {
    const schedule = await findVisibleSchedule(deps, user, params.scheduleId)
    return { body: toScheduleView(deps, schedule), etag: scheduleEtag(schedule) }
  })
