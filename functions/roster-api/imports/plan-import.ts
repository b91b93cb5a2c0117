import { isDeepStrictEqual } from 'node:util'
import { toEpochSeconds } from '../../../shared/clock.ts'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { uploadKeyOf } from '../../../shared/domain/import-files.ts'
import { RequestError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { findImport } from './find-import.ts'
import type { ImportDeps } from './import-deps.ts'
import { startJob, wrongState } from './start-job.ts'

/** `POST /v1/roster-imports/{importId}/plan`; again, with other options or after another upload, until it is applied. */
export const planImport = (deps: ImportDeps) =>
  bindRoute(rosterRoutes.planImport, async ({ user, params: { importId }, body }) => {
    const record = await findImport(deps.imports, importId, user)
    const planRequest = { ...body, areas: [...user.areas] }
    if (record.state === 'planning' && !isDeepStrictEqual(record.planRequest, planRequest)) {
      throw wrongState({
        en: 'The file is being planned with other options. Wait for that plan, then plan again.',
        lo: 'ກຳລັງກວດໄຟລ໌ດ້ວຍທາງເລືອກອື່ນ. ລໍຖ້າໃຫ້ແລ້ວ, ຈຶ່ງກວດຄືນ.',
      })
    }
    const view = await startJob(deps, record, 'plan', async () => {
      if ((await deps.bucket.head(uploadKeyOf(importId))) === undefined) {
        throw new RequestError(
          'file-refused',
          { en: 'There is no file yet: upload it by the URL of the import first.', lo: 'ຍັງບໍ່ມີໄຟລ໌: ສົ່ງໄຟລ໌ກ່ອນ.' },
          [{ path: 'file', message: { en: 'Is missing.', lo: 'ຍັງບໍ່ມີ.' } }],
        )
      }
      return deps.imports.act(importId, 'plan', {
        planRequest,
        plannedBy: user.id,
        plan: undefined,
        refusal: undefined,
        stateSinceEpochSeconds: toEpochSeconds(deps.clock.nowMs()),
      })
    })
    return { body: view }
  })
