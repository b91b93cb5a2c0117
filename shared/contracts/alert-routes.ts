import * as z from 'zod'
import {
  alertBody,
  alertSummary,
  alertView,
  boardVillageView,
  boardView,
  previewBody,
  previewView,
} from './alerts.ts'
import { cursor, id, pageLimit, villageCode } from './fields.ts'
import { defineRoute } from './routes.ts'

const everyone = ['viewer', 'officer', 'admin'] as const
const officers = ['officer'] as const
const alertParams = z.object({ alertId: id })
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
    body: previewBody,
    status: 200,
    response: previewView,
  }),
  createAlert: defineRoute({
    function: 'alerts-api',
    method: 'POST',
    path: '/v1/alerts',
    summary: 'Write the first version of an alert as a draft',
    access: { roles: officers, areas: ownAreas },
    body: alertBody,
    idempotencyKey: 'required',
    status: 201,
    response: alertView,
  }),
  listAlerts: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/alerts',
    summary: 'Alerts of one’s areas, newest first',
    access: { roles: everyone, areas: itsAreas },
    query: z.object({ cursor: cursor.optional(), limit: pageLimit(100, 25) }),
    status: 200,
    response: z.object({ alerts: z.array(alertSummary), nextCursor: z.string().nullable() }),
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
  submitAlert: defineRoute({
    function: 'alerts-api',
    method: 'POST',
    path: '/v1/alerts/{alertId}/submit',
    summary: 'Submit the draft; where the stage asks for no second person this issues it',
    access: { roles: officers, areas: allItsAreas },
    params: alertParams,
    idempotencyKey: 'required',
    status: 202,
    response: alertView,
  }),
  getBoard: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/alerts/{alertId}/villages',
    summary: 'The board: every village of the caller’s areas with its coverage, worst first',
    access: { roles: everyone, areas: itsAreas },
    params: alertParams,
    query: z.object({ version: z.coerce.number().int().min(1).optional() }),
    status: 200,
    response: boardView,
  }),
  getBoardVillage: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/alerts/{alertId}/villages/{code}',
    summary: 'One village of the board with what became of each recipient',
    access: { roles: everyone, areas: { in: 'path', name: 'code', enough: 'covers' } },
    params: alertParams.extend({ code: villageCode }),
    query: z.object({ version: z.coerce.number().int().min(1).optional() }),
    status: 200,
    response: boardVillageView,
  }),
} as const
