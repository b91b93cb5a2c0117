import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { findImport } from './find-import.ts'
import type { ImportDeps } from './import-deps.ts'
import { cursorAfter, offsetOf } from './page-cursor.ts'

/** `GET /v1/roster-imports/{importId}/changes`. */
export const listImportChanges = ({ imports, pages }: ImportDeps) =>
  bindRoute(rosterRoutes.listImportChanges, async ({ user, params, query }) => {
    const { plan } = await findImport(imports, params.importId, user)
    if (plan === undefined) return { body: { changes: [], nextCursor: null } }
    const offset = offsetOf(query.cursor)
    const changes = await pages.listChanges(plan.folder, plan.changes, offset, query.limit)
    return { body: { changes, nextCursor: cursorAfter(offset, changes.length, plan.changes) } }
  })
