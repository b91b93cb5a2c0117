import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { findImport } from './find-import.ts'
import type { ImportDeps } from './import-deps.ts'
import { cursorAfter, offsetOf } from './page-cursor.ts'

/** `GET /v1/roster-imports/{importId}/problems`. */
export const listImportProblems = ({ imports, pages }: ImportDeps) =>
  bindRoute(rosterRoutes.listImportProblems, async ({ user, params, query }) => {
    const { plan } = await findImport(imports, params.importId, user)
    if (plan === undefined) return { body: { problems: [], nextCursor: null } }
    const offset = offsetOf(query.cursor)
    const problems = await pages.listProblems(plan.folder, plan.problems, offset, query.limit)
    return { body: { problems, nextCursor: cursorAfter(offset, problems.length, plan.problems) } }
  })
