import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { VillageStore } from '../../../shared/store/village-store.ts'
import { toVillageView } from './village-view.ts'

type Deps = { villages: Pick<VillageStore, 'find'> }

/** `GET /v1/villages/{code}`. */
export const getVillage = ({ villages }: Deps) =>
  bindRoute(rosterRoutes.getVillage, async ({ user, params }) => {
    const village = await villages.find(params.code)
    if (village === undefined) throw notFound('village')
    return { body: toVillageView(village, user), etag: village.revision }
  })
