import { toEpochSeconds } from '../../../shared/clock.ts'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { findImport } from './find-import.ts'
import type { ImportDeps } from './import-deps.ts'
import { startJob, wrongState } from './start-job.ts'

/** `POST /v1/roster-imports/{importId}/undo`. */
export const undoImport = (deps: ImportDeps) =>
  bindRoute(rosterRoutes.undoImport, async ({ user, params: { importId } }) => {
    const nowEpochSeconds = toEpochSeconds(deps.clock.nowMs())
    const record = await findImport(deps.imports, importId, user)
    const view = await startJob(deps, record, 'undo', async () => {
      if ((record.undoUntilEpochSeconds ?? 0) < nowEpochSeconds) {
        throw wrongState({
          en: 'An import can be taken back for 30 days, which are over.',
          lo: 'ເອົາຄືນໄດ້ພາຍໃນ 30 ມື້, ເຊິ່ງໝົດແລ້ວ.',
        })
      }
      return deps.imports.act(importId, 'undo', {
        pagesDone: 0,
        changesDone: 0,
        stateSinceEpochSeconds: nowEpochSeconds,
      })
    })
    return { body: view }
  })
