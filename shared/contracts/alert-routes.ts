import * as z from 'zod'
import { accountStop, alertBody, alertView, draftBody, listedAlert, previewView } from './alerts.ts'
import { boardVillageView, boardView } from './board.ts'
import { budgetRoutes } from './budget-routes.ts'
import { callRoutes } from './call-routes.ts'
import { approvalRoutes } from './approval-routes.ts'
import { emergencyStopView, resendBody, stopBody } from './control.ts'
import { cursor, id, pageLimit, versionAsked, villageCode } from './fields.ts'
import { followUpRoutes } from './follow-up-routes.ts'
import { defineRoute } from './routes.ts'
import { scheduleRoutes } from './schedule-routes.ts'
import { templateRoutes } from './template-routes.ts'
import { testSmsRoutes } from './test-sms-routes.ts'

const everyone = ['viewer', 'officer', 'admin'] as const
const officers = ['officer'] as const
const alertParams = z.lazy(() => z.object({ alertId: id }))
const versionQuery = z.lazy(() => z.object({ version: versionAsked }))
const ownAreas = {
  in: 'use-case',
  checks: 'every area named must be known and covered by the officer',
} as const
const itsAreas = { in: 'use-case', checks: 'the caller must cover or touch an area of the alert' } as const
const allItsAreas = { in: 'use-case', checks: 'the officer must cover every area of the alert' } as const

/** Every route of `alerts-api`. */
export const alertRoutes = {
  previewAlert: defineRoute({
    function: 'alerts-api',
    method: 'POST',
    path: '/v1/alerts/preview',
    summary: 'What issuing would do: people, villages, parts, price, minutes, warnings',
    access: { roles: officers, areas: ownAreas },
    body: alertBody,
    status: 200,
    response: previewView,
    refuses: ['no-recipients'],
    audited: { never: 'A preview writes nothing and sends nothing.' },
  }),
  createAlert: defineRoute({
    function: 'alerts-api',
    method: 'POST',
    path: '/v1/alerts',
    summary: 'Write the first version of an alert as a draft',
    access: { roles: officers, areas: ownAreas },
    body: draftBody,
    idempotencyKey: 'required',
    status: 201,
    response: alertView,
    refuses: ['actual-not-allowed', 'template-unreviewed', 'no-recipients', 'not-found'],
  }),
  listAlerts: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/alerts',
    summary: 'Alerts of one’s areas, newest first',
    access: { roles: everyone, areas: itsAreas },
    query: z.lazy(() =>
      z.object({
        cursor: cursor.optional(),
        limit: pageLimit(100, 25),
        /** Only those that are live, wait for approval or were not reviewed in time, among the newest 500 of all areas. */
        open: z.enum(['true']).optional(),
      }),
    ),
    status: 200,
    response: z.lazy(() =>
      z.object({
        alerts: z.array(listedAlert),
        /** Null where there are no more; older ones may follow an empty page. */
        nextCursor: z.string().nullable(),
        ...accountStop,
      }),
    ),
  }),
  getAlert: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/alerts/{alertId}',
    summary: 'An alert with its versions',
    access: { roles: everyone, areas: itsAreas },
    params: alertParams,
    status: 200,
    response: alertView,
  }),
  ...approvalRoutes,
  ...followUpRoutes,
  stopAlert: defineRoute({
    function: 'alerts-api',
    method: 'POST',
    path: '/v1/alerts/{alertId}/stop',
    summary: 'Stop sending: within two seconds nothing more of the alert goes out',
    access: { roles: officers, areas: allItsAreas },
    params: alertParams,
    body: stopBody,
    idempotencyKey: 'required',
    status: 200,
    response: alertView,
    refuses: ['wrong-state'],
  }),
  resumeAlert: defineRoute({
    function: 'alerts-api',
    method: 'POST',
    path: '/v1/alerts/{alertId}/resume',
    summary: 'Go on sending what was stopped',
    access: { roles: officers, areas: allItsAreas },
    params: alertParams,
    idempotencyKey: 'required',
    status: 202,
    response: alertView,
    refuses: ['wrong-state'],
  }),
  resendFailed: defineRoute({
    function: 'alerts-api',
    method: 'POST',
    path: '/v1/alerts/{alertId}/resend-failed',
    summary: 'Send once more to those whose SMS failed, and to nobody else',
    access: { roles: officers, areas: allItsAreas },
    params: alertParams,
    body: resendBody,
    idempotencyKey: 'required',
    status: 202,
    response: alertView,
    refuses: ['wrong-state'],
  }),
  getEmergencyStop: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/emergency-stop',
    summary: 'Whether every SMS of the account is stopped, since when, by whom and why',
    access: { roles: everyone, areas: { in: 'none' } },
    status: 200,
    response: emergencyStopView,
  }),
  stopAccount: defineRoute({
    function: 'alerts-api',
    method: 'POST',
    path: '/v1/emergency-stop',
    summary: 'Stop every SMS of the account, of all alerts',
    access: { roles: ['admin'], areas: { in: 'none' } },
    body: stopBody,
    status: 200,
    response: emergencyStopView,
  }),
  resumeAccount: defineRoute({
    function: 'alerts-api',
    method: 'DELETE',
    path: '/v1/emergency-stop',
    summary: 'Let SMS go out again: what waited goes on by itself',
    access: { roles: ['admin'], areas: { in: 'none' } },
    status: 200,
    response: emergencyStopView,
  }),
  getBoard: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/alerts/{alertId}/villages',
    summary: 'The board: every village of the caller’s areas with its coverage, worst first',
    access: { roles: everyone, areas: itsAreas },
    params: alertParams,
    query: versionQuery,
    status: 200,
    response: boardView,
  }),
  getBoardVillage: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/alerts/{alertId}/villages/{code}',
    summary: 'One village of the board with what became of each recipient',
    access: { roles: everyone, areas: { in: 'path', name: 'code', enough: 'covers' } },
    params: z.lazy(() => alertParams.unwrap().extend({ code: villageCode })),
    query: versionQuery,
    status: 200,
    response: boardVillageView,
  }),
  ...callRoutes,
  ...budgetRoutes,
  ...templateRoutes,
  ...scheduleRoutes,
  ...testSmsRoutes,
} as const
