import { auditPage, auditQuery, auditVerification, verifyQuery } from './audit.ts'
import { deadLetterList, redriveAnswer, redriveBody } from './dead-letters.ts'
import { defineRoute } from './routes.ts'

const admins = ['admin'] as const
const ownLetters = {
  in: 'use-case',
  checks: 'only letters whose areas the admin covers; those that name none need the whole country',
} as const

const ownAlerts = {
  in: 'use-case',
  checks: 'only alerts that concern an area of the admin; a day needs the whole country',
} as const

/** Every route of `operations-api`. */
export const operationsRoutes = {
  listDeadLetters: defineRoute({
    function: 'operations-api',
    method: 'GET',
    path: '/v1/dead-letters',
    summary: 'Work that was given up, with its reason',
    access: { roles: admins, areas: ownLetters },
    status: 200,
    response: deadLetterList,
  }),
  redriveDeadLetters: defineRoute({
    function: 'operations-api',
    method: 'POST',
    path: '/v1/dead-letters/redrive',
    summary: 'Put given-up work back on its queue, all of a queue or by id',
    access: { roles: admins, areas: ownLetters },
    body: redriveBody,
    idempotencyKey: 'required',
    status: 200,
    response: redriveAnswer,
  }),
  listAudit: defineRoute({
    function: 'operations-api',
    method: 'GET',
    path: '/v1/audit',
    summary: 'Who did what: the rows of an alert, or of everything else on a day',
    access: { roles: admins, areas: ownAlerts },
    query: auditQuery,
    status: 200,
    response: auditPage,
    refuses: ['not-found'],
  }),
  verifyAudit: defineRoute({
    function: 'operations-api',
    method: 'GET',
    path: '/v1/audit/verify',
    summary: 'Whether a chain of the audit is whole and unchanged',
    access: { roles: admins, areas: ownAlerts },
    query: verifyQuery,
    status: 200,
    response: auditVerification,
    refuses: ['not-found'],
  }),
} as const
