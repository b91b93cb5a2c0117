import * as z from 'zod'
import { defineRoute } from './routes.ts'
import { composeBody, composeView, templateSummary, templateView } from './templates.ts'

const everyone = ['viewer', 'officer', 'admin'] as const

/** Routes about wording, served by `alerts-api`. */
export const templateRoutes = {
  listTemplates: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/templates',
    summary: 'The templates, with the languages in which nobody has approved them',
    access: { roles: everyone, areas: { in: 'none' } },
    status: 200,
    response: z.lazy(() => z.object({ templates: z.array(templateSummary) })),
  }),
  getTemplate: defineRoute({
    function: 'alerts-api',
    method: 'GET',
    path: '/v1/templates/{templateId}',
    summary: 'A template with its wording, its slots and what can stand in them',
    access: { roles: everyone, areas: { in: 'none' } },
    params: z.lazy(() => z.object({ templateId: z.string().max(40) })),
    status: 200,
    response: templateView,
    refuses: ['not-found'],
  }),
  composeText: defineRoute({
    function: 'alerts-api',
    method: 'POST',
    path: '/v1/compose',
    summary:
      'What a text or template comes to: parts, price, what it lacks, what would shorten it, the script',
    access: {
      roles: ['officer'],
      areas: { in: 'use-case', checks: 'every area named must be known and covered by the officer' },
    },
    body: composeBody,
    status: 200,
    response: composeView,
    refuses: ['no-recipients'],
    audited: { never: 'It writes nothing and sends nothing.' },
  }),
} as const
