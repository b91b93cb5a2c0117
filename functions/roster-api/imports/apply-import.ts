import { toEpochSeconds } from '../../../shared/clock.ts'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { uploadKeyOf } from '../../../shared/domain/import-files.ts'
import { RequestError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { ImportRecord } from '../../../shared/store/import-record.ts'
import { findImport } from './find-import.ts'
import type { ImportDeps } from './import-deps.ts'
import { startJob, wrongState } from './start-job.ts'

const dayInSeconds = 86_400
/** An older plan tells of a roster that has changed since. */
const planValidDays = 7
const undoDays = 30

/** The folder of a plan that may be carried out. Throws where it may not. */
const checkPlan = async (
  deps: ImportDeps,
  record: ImportRecord,
  nowEpochSeconds: number,
): Promise<string> => {
  const { plan } = record
  if (plan?.applicable !== true) {
    throw wrongState({
      en: 'The plan has errors or matches to confirm. Correct the file, or confirm, and plan again.',
      lo: 'ໄຟລ໌ມີບ່ອນຜິດ ຫຼື ບ້ານທີ່ຕ້ອງຢືນຢັນ. ແກ້ໄຟລ໌ ຫຼື ຢືນຢັນ, ແລ້ວກວດຄືນ.',
    })
  }
  if (plan.plannedAtEpochSeconds + planValidDays * dayInSeconds < nowEpochSeconds) {
    throw wrongState({
      en: `The plan is more than ${planValidDays} days old. Plan again.`,
      lo: `ຜົນກວດເກົ່າເກີນ ${planValidDays} ມື້. ກວດຄືນ.`,
    })
  }
  const file = await deps.bucket.head(uploadKeyOf(record.id))
  if (file?.etag !== plan.etag) {
    throw new RequestError(
      'file-refused',
      {
        en: 'The file was replaced after its plan. Plan again. Nothing was changed.',
        lo: 'ໄຟລ໌ຖືກປ່ຽນຫຼັງຈາກກວດ. ກວດຄືນ. ບໍ່ມີຫຍັງປ່ຽນ.',
      },
      [{ path: 'file', message: { en: 'Is not the one that was planned.', lo: 'ບໍ່ແມ່ນໄຟລ໌ທີ່ໄດ້ກວດ.' } }],
    )
  }
  return plan.folder
}

/** `POST /v1/roster-imports/{importId}/apply`. */
export const applyImport = (deps: ImportDeps) =>
  bindRoute(rosterRoutes.applyImport, async ({ user, params: { importId } }) => {
    const nowEpochSeconds = toEpochSeconds(deps.clock.nowMs())
    const record = await findImport(deps.imports, importId, user)
    const view = await startJob(deps, record, 'apply', async () => {
      const planFolder = await checkPlan(deps, record, nowEpochSeconds)
      const changes = {
        pagesDone: 0,
        changesDone: 0,
        undoUntilEpochSeconds: nowEpochSeconds + undoDays * dayInSeconds,
        stateSinceEpochSeconds: nowEpochSeconds,
      }
      // Somebody may have planned again since: what is carried out is the plan that was checked.
      return deps.imports.act(importId, 'apply', changes, { planFolder })
    })
    return { body: view }
  })
