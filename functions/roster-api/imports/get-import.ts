import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { findImport } from './find-import.ts'
import type { ImportDeps } from './import-deps.ts'
import { toImportView } from './import-view.ts'

/** `GET /v1/roster-imports/{importId}`. */
export const getImport = (deps: ImportDeps) =>
  bindRoute(rosterRoutes.getImport, async ({ user, params }) => ({
    body: await toImportView(deps, await findImport(deps.imports, params.importId, user)),
  }))
