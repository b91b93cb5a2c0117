import { toEpochSeconds } from '../../../shared/clock.ts'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { userCovers } from '../../../shared/domain/user.ts'
import { notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { toExportView } from './export-view.ts'
import type { ImportDeps } from './import-deps.ts'

/** `GET /v1/roster-exports/{exportId}`: for whoever covers all areas of the export. */
export const getExport = ({ exports, bucket, clock }: Pick<ImportDeps, 'exports' | 'bucket' | 'clock'>) =>
  bindRoute(rosterRoutes.getExport, async ({ user, params }) => {
    const record = await exports.find(params.exportId)
    if (record === undefined || !record.areas.every((area) => userCovers(user, area))) {
      throw notFound('export')
    }
    return { body: await toExportView(record, bucket, toEpochSeconds(clock.nowMs())) }
  })
