import { toEpochSeconds } from '../../../shared/clock.ts'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { areaLevel, normaliseAreas } from '../../../shared/domain/area.ts'
import { isKnownArea } from '../../../shared/domain/laos-areas.ts'
import { userCovers, type User } from '../../../shared/domain/user.ts'
import { invalidRequest, keyReused } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { digestOf, idOfRequest } from '../../../shared/request-id.ts'
import type { VillageStore } from '../../../shared/store/village-store.ts'
import { toExportView } from './export-view.ts'
import { queueWork, type ImportDeps } from './import-deps.ts'

type Deps = ImportDeps & { villages: Pick<VillageStore, 'find'> }

/** As long as the bucket keeps the file. */
const keptSeconds = 40 * 86_400

/** Areas that are unknown and areas of others get the same error. */
const checkAreas = async (deps: Deps, user: User, areas: readonly string[]): Promise<void> => {
  const isExportable = async (code: string): Promise<boolean> => {
    if (!userCovers(user, code)) return false
    if (areaLevel(code) === 'village') return (await deps.villages.find(code)) !== undefined
    return isKnownArea(code)
  }
  const known = await Promise.all(areas.map(isExportable))
  const errors = known.flatMap((isKnown, index) =>
    isKnown
      ? []
      : [
          {
            path: `body.areas[${index}]`,
            message: { en: 'There is no such area, or it is not yours.', lo: 'ບໍ່ມີເຂດນີ້, ຫຼື ບໍ່ແມ່ນຂອງທ່ານ.' },
          },
        ],
  )
  if (errors.length > 0) throw invalidRequest(errors)
}

/** `POST /v1/roster-exports`. */
export const createExport = (deps: Deps) =>
  bindRoute(rosterRoutes.createExport, async ({ user, body, idempotencyKey }) => {
    await checkAreas(deps, user, body.areas)
    const nowEpochSeconds = toEpochSeconds(deps.clock.nowMs())
    const requestHash = digestOf(body)
    const record = await deps.exports.create({
      schemaVersion: 1,
      id: idOfRequest('export', user.id, idempotencyKey),
      requestHash,
      kind: body.kind,
      areas: normaliseAreas(body.areas),
      createdBy: user.id,
      createdAtEpochSeconds: nowEpochSeconds,
      state: 'working',
      villages: null,
      isCompressed: false,
      removeAtEpochSeconds: nowEpochSeconds + keptSeconds,
    })
    if (record.requestHash !== requestHash) {
      throw keyReused('export')
    }
    if (record.state === 'working') {
      await queueWork(deps, { schemaVersion: 1, job: 'export', exportId: record.id })
    }
    return { body: await toExportView(record, deps.bucket, nowEpochSeconds) }
  })
