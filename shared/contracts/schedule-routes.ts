import * as z from 'zod'
import { cursor, id, pageLimit } from './fields.ts'
import { defineRoute } from './routes.ts'
import { scheduleBody, schedulePatch, scheduleRuns, scheduleView } from './schedules.ts'

const everyone = ['viewer', 'officer', 'admin'] as const
const params = z.lazy(() => z.object({ scheduleId: id }))

const toLookAt = {
  roles: everyone,
  areas: { in: 'use-case', checks: 'the caller must cover or touch an area of the schedule' },
} as const
const toChange = {
  roles: ['officer'],
  areas: { in: 'use-case', checks: 'the officer must cover every area of the schedule' },
} as const

const change = {
  function: 'alerts-api',
  access: toChange,
  params,
  status: 200,
  response: scheduleView,
} as const

const textRefusals = ['actual-not-allowed', 'template-unreviewed', 'no-recipients'] as const

/** Preparedness messages that are sent by the calendar: routes of `alerts-api`. */
export const scheduleRoutes = {
  createSchedule: defineRoute({
    function: 'alerts-api',
    method: 'POST',
    path: '/v1/schedules',
    summary: 'Have a preparedness message sent by the calendar',
    access: {
      roles: ['officer'],
      areas: { in: 'use-case', checks: 'every area named must be known and covered by the officer' },
    },
    body: scheduleBody,
    idempotencyKey: 'required',
    status: 201,
    response: scheduleView,
    refuses: [...textRefusals, 'not-found'],
  }),
  listSchedules: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/schedules',
    summary: 'Schedules of one’s areas, newest first',
    access: toLookAt,
    query: z.lazy(() => z.object({ cursor: cursor.optional(), limit: pageLimit(100, 25) })),
    status: 200,
    response: z.lazy(() =>
      z.object({
        schedules: z.array(scheduleView),
        /** Null where there are no more; older ones may follow an empty page. */
        nextCursor: z.string().nullable(),
      }),
    ),
  }),
  getSchedule: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/schedules/{scheduleId}',
    summary: 'A schedule',
    access: toLookAt,
    params,
    status: 200,
    response: scheduleView,
  }),
  listScheduleRuns: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/schedules/{scheduleId}/runs',
    summary: 'What became of its runs, and when the next ones are',
    access: toLookAt,
    params,
    query: z.lazy(() => z.object({ limit: pageLimit(100, 25), next: pageLimit(24, 5) })),
    status: 200,
    response: scheduleRuns,
  }),
  editSchedule: defineRoute({
    ...change,
    method: 'PATCH',
    path: '/v1/schedules/{scheduleId}',
    summary: 'Change a schedule; who does answers for it from then on',
    body: schedulePatch,
    ifMatch: 'required',
    refuses: [...textRefusals, 'wrong-state'],
  }),
  pauseSchedule: defineRoute({
    ...change,
    method: 'POST',
    path: '/v1/schedules/{scheduleId}/pause',
    summary: 'Let no more runs happen until it is resumed',
    refuses: ['wrong-state'],
  }),
  resumeSchedule: defineRoute({
    ...change,
    method: 'POST',
    path: '/v1/schedules/{scheduleId}/resume',
    summary: 'Let runs happen again; those in between are not made up for',
    refuses: ['wrong-state'],
  }),
  reconfirmSchedule: defineRoute({
    ...change,
    method: 'POST',
    path: '/v1/schedules/{scheduleId}/reconfirm',
    summary: 'Say that the next run of a yearly one is still wanted',
    refuses: ['wrong-state'],
  }),
  endSchedule: defineRoute({
    ...change,
    method: 'DELETE',
    path: '/v1/schedules/{scheduleId}',
    summary: 'End a schedule for good; it stays to be seen',
    refuses: ['wrong-state'],
  }),
} as const
