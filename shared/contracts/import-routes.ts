import * as z from 'zod'
import { cursor, id, pageLimit } from './fields.ts'
import {
  exportBody,
  exportView,
  importBody,
  importChange,
  importCreated,
  importPlanBody,
  importProblem,
  importView,
} from './roster-files.ts'
import { defineRoute } from './routes.ts'

const admins = ['admin'] as const
const ownImports = {
  in: 'use-case',
  checks: 'only imports and exports of districts that the admin covers',
} as const
const importParams = z.lazy(() => z.object({ importId: id }))
const pageQuery = z.lazy(() => z.object({ cursor: cursor.optional(), limit: pageLimit(500, 100) }))

/** Roster files in and out: routes of `roster-api`. */
export const importRoutes = {
  createImport: defineRoute({
    function: 'roster-api',
    method: 'POST',
    path: '/v1/roster-imports',
    summary: 'Begin an import: answers with an upload URL for the file',
    access: { roles: admins, areas: { in: 'none' } },
    body: importBody,
    idempotencyKey: 'required',
    status: 201,
    response: importCreated,
  }),
  getImport: defineRoute({
    function: 'roster-api',
    method: 'GET',
    path: '/v1/roster-imports/{importId}',
    summary: 'State, plan and progress of an import',
    access: { roles: admins, areas: ownImports },
    params: importParams,
    status: 200,
    response: importView,
  }),
  listImportProblems: defineRoute({
    function: 'roster-api',
    method: 'GET',
    path: '/v1/roster-imports/{importId}/problems',
    summary: 'Every error and warning of every row, errors first',
    access: { roles: admins, areas: ownImports },
    params: importParams,
    query: pageQuery,
    status: 200,
    response: z.lazy(() => z.object({ problems: z.array(importProblem), nextCursor: z.string().nullable() })),
  }),
  listImportChanges: defineRoute({
    function: 'roster-api',
    method: 'GET',
    path: '/v1/roster-imports/{importId}/changes',
    summary: 'The difference that applying would make',
    access: { roles: admins, areas: ownImports },
    params: importParams,
    query: pageQuery,
    status: 200,
    response: z.lazy(() => z.object({ changes: z.array(importChange), nextCursor: z.string().nullable() })),
  }),
  planImport: defineRoute({
    function: 'roster-api',
    method: 'POST',
    path: '/v1/roster-imports/{importId}/plan',
    summary: 'Read the uploaded file and plan; nothing is written to the roster',
    access: { roles: admins, areas: ownImports },
    params: importParams,
    body: importPlanBody,
    status: 202,
    response: importView,
    refuses: ['wrong-state', 'file-refused'],
  }),
  applyImport: defineRoute({
    function: 'roster-api',
    method: 'POST',
    path: '/v1/roster-imports/{importId}/apply',
    summary: 'Carry out the plan',
    access: { roles: admins, areas: ownImports },
    params: importParams,
    status: 202,
    response: importView,
    refuses: ['wrong-state', 'file-refused'],
  }),
  undoImport: defineRoute({
    function: 'roster-api',
    method: 'POST',
    path: '/v1/roster-imports/{importId}/undo',
    summary: 'Take an import back, within 30 days; villages edited since are left alone and named',
    access: { roles: admins, areas: ownImports },
    params: importParams,
    status: 202,
    response: importView,
    refuses: ['wrong-state'],
  }),
  createExport: defineRoute({
    function: 'roster-api',
    method: 'POST',
    path: '/v1/roster-exports',
    summary: 'Write the roster, or a template to fill in, as CSV',
    access: {
      roles: admins,
      areas: { in: 'use-case', checks: 'every area named must be covered by the admin' },
    },
    body: exportBody,
    idempotencyKey: 'required',
    status: 202,
    response: exportView,
  }),
  getExport: defineRoute({
    function: 'roster-api',
    method: 'GET',
    path: '/v1/roster-exports/{exportId}',
    summary: 'State of an export, with its download URL',
    audited: { revealsTo: ['admin'] },
    access: { roles: admins, areas: ownImports },
    params: z.lazy(() => z.object({ exportId: id })),
    status: 200,
    response: exportView,
  }),
} as const
