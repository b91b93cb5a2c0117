import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { answerSchedule, findVisibleSchedule } from './schedule-view.ts'

/** `GET /v1/schedules/{scheduleId}`. */
export const getSchedule = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.getSchedule, async ({ user, params }) => {
    const schedule = await findVisibleSchedule(deps, user, params.scheduleId)
    return answerSchedule(deps, schedule)
  })
