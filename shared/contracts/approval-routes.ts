import * as z from 'zod'
import { alertView } from './alerts.ts'
import { approveBody, editBody, reasonBody, reviewBody, submitBody } from './approval.ts'
import { id } from './fields.ts'
import { defineRoute } from './routes.ts'

const base = {
  function: 'alerts-api',
  access: {
    roles: ['officer'],
    areas: { in: 'use-case', checks: 'the officer must cover every area of the alert' },
  },
  params: z.lazy(() => z.object({ alertId: id })),
  response: alertView,
} as const

/** What leads an alert from draft to sending: routes of `alerts-api`. */
export const approvalRoutes = {
  editAlert: defineRoute({
    ...base,
    method: 'PATCH',
    path: '/v1/alerts/{alertId}',
    summary: 'Edit the draft; what was submitted becomes a draft again',
    body: editBody,
    ifMatch: 'required',
    status: 200,
    refuses: ['edited-meanwhile', 'no-recipients', 'wrong-state'],
  }),
  submitAlert: defineRoute({
    ...base,
    method: 'POST',
    path: '/v1/alerts/{alertId}/submit',
    summary: 'Submit the draft to a second person; where the stage asks for none this issues it',
    body: submitBody,
    idempotencyKey: 'required',
    status: 202,
    refuses: [
      'actual-not-allowed',
      'edited-meanwhile',
      'wrong-state',
      'alert-live',
      'actual-alert-live',
      'ceiling-reached',
      'changed-meanwhile',
      'monthly-limit',
      'budget-exceeded',
    ],
  }),
  approveAlert: defineRoute({
    ...base,
    method: 'POST',
    path: '/v1/alerts/{alertId}/approve',
    summary: 'Approve what another officer submitted, and issue it',
    body: approveBody,
    idempotencyKey: 'required',
    status: 202,
    refuses: [
      'actual-not-allowed',
      'needs-another-person',
      'wrong-state',
      'ceiling-reached',
      'changed-meanwhile',
      'head-count-changed',
      'actual-alert-live',
      'budget-exceeded',
    ],
  }),
  returnAlert: defineRoute({
    ...base,
    method: 'POST',
    path: '/v1/alerts/{alertId}/return',
    summary: 'Send back what was submitted, with a reason; who submitted it may take it back',
    body: reasonBody,
    idempotencyKey: 'required',
    status: 200,
    refuses: ['wrong-state'],
  }),
  rejectAlert: defineRoute({
    ...base,
    method: 'POST',
    path: '/v1/alerts/{alertId}/reject',
    summary: 'Reject what was submitted, for good',
    body: reasonBody,
    idempotencyKey: 'required',
    status: 200,
    refuses: ['wrong-state'],
  }),
  breakGlass: defineRoute({
    ...base,
    method: 'POST',
    path: '/v1/alerts/{alertId}/break-glass',
    summary: 'Issue alone, with a reason, what nobody answers in time; another officer reviews it',
    body: reasonBody,
    idempotencyKey: 'required',
    status: 202,
    refuses: [
      'actual-not-allowed',
      'edited-meanwhile',
      'wrong-state',
      'break-glass-refused',
      'ceiling-reached',
      'actual-alert-live',
      'budget-exceeded',
    ],
  }),
  reviewAlert: defineRoute({
    ...base,
    method: 'POST',
    path: '/v1/alerts/{alertId}/review',
    summary: 'Say what to think of what another officer did alone',
    body: reviewBody,
    idempotencyKey: 'required',
    status: 200,
    refuses: ['needs-another-person', 'wrong-state'],
  }),
} as const
