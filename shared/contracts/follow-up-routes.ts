import * as z from 'zod'
import { alertView } from './alerts.ts'
import { id } from './fields.ts'
import { allClearBody, cancelBody, followUps, headsView, updateBody } from './follow-up.ts'
import { defineRoute } from './routes.ts'

const base = {
  function: 'alerts-api',
  method: 'POST',
  access: {
    roles: ['officer'],
    areas: { in: 'use-case', checks: 'the officer must cover every area of the new version' },
  },
  params: z.lazy(() => z.object({ alertId: id })),
  idempotencyKey: 'required',
  status: 201,
  response: alertView,
} as const

/** Versions after the first: routes of `alerts-api`. */
export const followUpRoutes = {
  getHeads: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/alerts/{alertId}/heads',
    summary:
      'Whom the version that waits would go to now, or an update, cancel or all-clear that nobody wrote yet',
    access: {
      roles: ['officer'],
      areas: { in: 'use-case', checks: 'the officer must cover every area of the version' },
    },
    params: z.lazy(() => z.object({ alertId: id })),
    query: z.lazy(() => z.object({ of: z.enum(followUps).optional() })),
    status: 200,
    response: headsView,
    refuses: ['wrong-state'],
  }),
  updateAlert: defineRoute({
    ...base,
    path: '/v1/alerts/{alertId}/update',
    summary: 'Write the next version as a draft, to everyone so far and in areas that are added',
    body: updateBody,
    refuses: ['wrong-state', 'no-recipients', 'actual-not-allowed', 'template-unreviewed'],
  }),
  cancelAlert: defineRoute({
    ...base,
    path: '/v1/alerts/{alertId}/cancel',
    summary: 'Take back at once what was sent by mistake, to those who may have read it; reviewed afterwards',
    body: cancelBody,
    refuses: ['wrong-state', 'needs-another-person', 'template-unreviewed'],
  }),
  allClearAlert: defineRoute({
    ...base,
    path: '/v1/alerts/{alertId}/all-clear',
    summary: 'Write a draft that says that the danger is over, to those who may have read of it',
    body: allClearBody,
    refuses: ['wrong-state', 'template-unreviewed'],
  }),
} as const
