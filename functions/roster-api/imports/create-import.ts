import { toEpochSeconds, toIso } from '../../../shared/clock.ts'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { signedUrlSeconds, uploadKeyOf } from '../../../shared/domain/import-files.ts'
import { keyReused } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { digestOf, idOfRequest } from '../../../shared/request-id.ts'
import type { ImportDeps } from './import-deps.ts'
import { toImportView } from './import-view.ts'

const keptSeconds = 90 * 86_400

/** `POST /v1/roster-imports`: the file itself travels to the bucket, by the URL that this answers with. */
export const createImport = (deps: ImportDeps) =>
  bindRoute(rosterRoutes.createImport, async ({ user, body, idempotencyKey }) => {
    const nowMs = deps.clock.nowMs()
    const requestHash = digestOf(body)
    const record = await deps.imports.create({
      ...body,
      schemaVersion: 1,
      id: idOfRequest('import', user.id, idempotencyKey),
      requestHash,
      createdBy: user.id,
      createdAtIso: toIso(nowMs),
      state: 'waiting-for-file',
      stateSinceEpochSeconds: toEpochSeconds(nowMs),
      pagesDone: 0,
      changesDone: 0,
      applyLeftAlone: [],
      undoLeftAlone: [],
      removeAtEpochSeconds: toEpochSeconds(nowMs) + keptSeconds,
    })
    if (record.requestHash !== requestHash) {
      throw keyReused('file')
    }
    const signed = await deps.bucket.signUpload(uploadKeyOf(record.id), body)
    return {
      body: {
        import: await toImportView(deps, record),
        upload: { ...signed, method: 'PUT' as const, expiresAtIso: toIso(nowMs + signedUrlSeconds * 1000) },
      },
    }
  })
