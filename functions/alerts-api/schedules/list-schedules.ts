import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { cursorOf, walkList } from '../walk-list.ts'
import { maySeeSchedule, showSchedules } from './schedule-view.ts'

/** A page is looked for among the next 2,000 schedules of the country. */
const mostPages = 20

const cursor = cursorOf('schedules', 'SCHEDULE')

/** `GET /v1/schedules`: newest first. */
export const listSchedules = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.listSchedules, async ({ user, query }) => {
    const { found, next } = await walkList(
      {
        readPage: async (from) => {
          const page = await deps.schedules.listPage(100, from)
          return { items: page.schedules, next: page.next }
        },
        pick: (schedules) => schedules.filter((schedule) => maySeeSchedule(user, schedule)),
        positionOf: ({ createdAtIso, scheduleId }) => cursor.at(createdAtIso, scheduleId),
        limit: query.limit,
        mostPages,
      },
      cursor.read(query.cursor),
    )
    return {
      body: {
        schedules: await showSchedules(deps, found),
        nextCursor: cursor.write(next),
      },
    }
  })
