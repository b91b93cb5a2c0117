import * as z from 'zod'
import { definePublicRoute } from './routes.ts'

/** Every route of `public`: those that need no login. */
export const publicRoutes = {
  getApiDocument: definePublicRoute({
    function: 'public',
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document: every route of the API, as OpenAPI 3.1',
    access: 'public',
    status: 200,
    response: z.lazy(() =>
      z.looseObject({
        openapi: z.string(),
        info: z.looseObject({ title: z.string(), version: z.string() }),
        paths: z.record(z.string(), z.unknown()),
      }),
    ),
    conditional: true,
  }),
  getHealth: definePublicRoute({
    function: 'public',
    method: 'GET',
    path: '/health',
    summary:
      'Whether functions start, of which version and stage; says nothing of tables, queues or carriers',
    access: 'public',
    status: 200,
    response: z.lazy(() => z.object({ status: z.literal('ok'), version: z.string(), stage: z.string() })),
  }),
} as const
