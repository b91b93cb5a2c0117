import * as z from 'zod'
import { id, villageCode } from './fields.ts'
import { defineRoute } from './routes.ts'
import { testAnswerBody, testSmsView, villageTestsView } from './test-sms.ts'

const admins = ['admin'] as const
const inVillage = { in: 'path', name: 'code', enough: 'covers' } as const
const memberParams = z.lazy(() => z.object({ code: villageCode, memberId: id }))

/** Test SMS to one member of a committee, and what they said of it: routes of `alerts-api`. */
export const testSmsRoutes = {
  sendTestSms: defineRoute({
    function: 'alerts-api',
    method: 'POST',
    path: '/v1/villages/{code}/members/{memberId}/test-sms',
    summary: 'Send this member one short SMS, marked as a test, to ask them later whether they could read it',
    access: { roles: admins, areas: inVillage },
    params: memberParams,
    idempotencyKey: 'required',
    status: 202,
    response: testSmsView,
    refuses: ['wrong-state', 'actual-alert-live'],
  }),
  answerTestSms: defineRoute({
    function: 'alerts-api',
    method: 'PUT',
    path: '/v1/villages/{code}/members/{memberId}/test-sms/answer',
    summary: 'Keep what the member said of a test SMS; a later answer takes the place of an earlier one',
    access: { roles: admins, areas: inVillage },
    params: memberParams,
    body: testAnswerBody,
    status: 200,
    response: testSmsView,
    refuses: ['wrong-state'],
  }),
  listTestSms: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/villages/{code}/test-sms',
    summary:
      'Test SMS to the committee’s present numbers, how far each came and what was said of it; no numbers',
    access: { roles: ['viewer', 'officer', 'admin'], areas: inVillage },
    params: z.lazy(() => z.object({ code: villageCode })),
    status: 200,
    response: villageTestsView,
  }),
} as const
