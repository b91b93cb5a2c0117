import * as z from 'zod'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import type { ScheduleRecord } from '../../shared/contracts/schedule-record.ts'
import type { User } from '../../shared/domain/user.ts'
import { RequestError } from '../../shared/errors.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import type { SchedulePage } from '../../shared/store/schedule-store.ts'
import type { AlertsApiDeps } from './deps.ts'
import { maySeeSchedule, toScheduleView } from './schedule-view.ts'

const position = z.object({
  listKey: z.literal('schedules'),
  createdAtIso: z.string().min(1),
  PK: z.string().startsWith('SCHEDULE#'),
  SK: z.literal('SCHEDULE'),
})

const toCursor = (from: SchedulePage['next']): string | null =>
  from === undefined ? null : Buffer.from(JSON.stringify(from)).toString('base64url')

const fromCursor = (cursor: string | undefined): SchedulePage['next'] => {
  if (cursor === undefined) return undefined
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new RequestError('invalid-request', 'The cursor is none of ours.', [
      { path: 'query.cursor', message: 'Hand back nextCursor of the last page, or leave it out.' },
    ])
  }
}

const positionOf = ({ createdAtIso, scheduleId }: ScheduleRecord): SchedulePage['next'] => ({
  listKey: 'schedules',
  createdAtIso,
  PK: `SCHEDULE#${scheduleId}`,
  SK: 'SCHEDULE',
})

/** Reads pages until enough schedules of the user's areas were found or there are no more. */
const collect = async (
  deps: AlertsApiDeps,
  user: User,
  limit: number,
  from: SchedulePage['next'],
): Promise<SchedulePage> => {
  const schedules: ScheduleRecord[] = []
  let next = from
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
    const page = await deps.schedules.listPage(100, next)
    for (const schedule of page.schedules) {
      if (!maySeeSchedule(user, schedule)) continue
      schedules.push(schedule)
      if (schedules.length === limit) return { schedules, next: positionOf(schedule) }
    }
    next = page.next
  } while (next !== undefined)
  return { schedules, next: undefined }
}

/** `GET /v1/schedules`: newest first. */
export const listSchedules = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.listSchedules, async ({ user, query }) => {
    const page = await collect(deps, user, query.limit, fromCursor(query.cursor))
    return {
      body: {
        schedules: page.schedules.map((schedule) => toScheduleView(deps, schedule)),
        nextCursor: toCursor(page.next),
      },
    }
  })
