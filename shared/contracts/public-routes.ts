import * as z from 'zod'
import { definePublicRoute } from './routes.ts'

/** `<alert>-<version>.xml`. An HTTP API knows no name within a part of a path. */
const capFileName = z.string().regex(/^[0-9a-f]{32}-[1-9]\d{0,3}\.xml$/)

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
  getCapFeed: definePublicRoute({
    function: 'public',
    method: 'GET',
    path: '/cap/feed.atom',
    summary:
      'The public alerts of a stage whose competent authority has agreed to it, as an Atom feed of CAP 1.2: what is live and what was sent in the last 7 days, newest first, 200 entries at most',
    access: 'public',
    status: 200,
    contentType: 'application/atom+xml',
    conditional: true,
    refuses: ['not-found'],
  }),
  getCapAlert: definePublicRoute({
    function: 'public',
    method: 'GET',
    path: '/cap/{file}',
    summary:
      'A public version as a CAP 1.2 message. It was published once and never changes; later versions refer to it',
    access: 'public',
    params: z.lazy(() => z.object({ file: capFileName })),
    status: 200,
    contentType: 'application/cap+xml',
    conditional: true,
    refuses: ['not-found'],
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
