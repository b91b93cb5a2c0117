import * as z from 'zod'
import {
  acknowledgementBody,
  acknowledgementsView,
  callListView,
  callSheetView,
  recordedView,
} from './calls.ts'
import { reportView } from './report.ts'
import { districtCode, id, pageLimit, versionAsked, villageCode } from './fields.ts'
import { answerFormats, defineRoute } from './routes.ts'

const everyone = ['viewer', 'officer', 'admin'] as const
const villageParams = z.lazy(() => z.object({ alertId: id, code: villageCode }))
const ofVillage = { in: 'path', name: 'code', enough: 'covers' } as const
const format = z.lazy(() => z.enum(answerFormats).optional())

/** Routes about who must be called and what came of it, served by `alerts-api`. */
export const callRoutes = {
  recordAcknowledgement: defineRoute({
    function: 'alerts-api',
    method: 'POST',
    path: '/v1/alerts/{alertId}/villages/{code}/acknowledgements',
    summary: 'Record what a call to the village came to; records are only added, never changed',
    access: { roles: ['officer'], areas: ofVillage },
    params: villageParams,
    body: acknowledgementBody,
    idempotencyKey: 'required',
    status: 201,
    response: recordedView,
    refuses: ['wrong-state'],
  }),
  listAcknowledgements: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/alerts/{alertId}/villages/{code}/acknowledgements',
    summary: 'Every record of calls to the village about the alert',
    access: { roles: everyone, areas: ofVillage },
    params: villageParams,
    status: 200,
    response: acknowledgementsView,
    refuses: ['wrong-state'],
  }),
  getCallList: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/alerts/{alertId}/call-list',
    summary:
      'Who must be called, the most urgent first, with the text to read out; officers see whole numbers',
    access: {
      roles: everyone,
      areas: {
        in: 'use-case',
        checks: 'the caller sees villages that they cover, of an alert that they touch',
      },
    },
    params: z.lazy(() => z.object({ alertId: id })),
    query: z.lazy(() =>
      z.object({
        version: versionAsked,
        district: districtCode.optional(),
        limit: pageLimit(1000, 300),
        format,
      }),
    ),
    audited: { revealsTo: ['officer'] },
    produces: ['csv', 'html'],
    status: 200,
    response: callListView,
    refuses: ['wrong-state'],
  }),
  getReport: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/alerts/{alertId}/report',
    summary:
      'What was said and done and what came of it: versions, people, coverage over time, calls, cost; without numbers',
    access: {
      roles: everyone,
      areas: {
        in: 'use-case',
        checks: 'the caller sees villages that they cover, of an alert that they touch',
      },
    },
    params: z.lazy(() => z.object({ alertId: id })),
    query: z.lazy(() => z.object({ district: districtCode.optional(), format })),
    produces: ['csv', 'html'],
    status: 200,
    response: reportView,
    refuses: ['wrong-state'],
  }),
  getCallSheet: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/districts/{district}/call-sheet',
    summary: 'The district’s committees with whole numbers to print, for when power is out',
    access: {
      roles: ['officer', 'admin'],
      areas: { in: 'path', name: 'district', enough: 'covers' },
    },
    params: z.lazy(() => z.object({ district: districtCode })),
    query: z.lazy(() => z.object({ format })),
    audited: { revealsTo: ['officer', 'admin'] },
    produces: ['csv', 'html'],
    status: 200,
    response: callSheetView,
  }),
} as const
