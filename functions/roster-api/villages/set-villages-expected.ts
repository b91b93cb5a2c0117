import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { findDistrict } from '../../../shared/domain/laos-areas.ts'
import { notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { SummaryStore } from '../../../shared/store/summary-store.ts'
import { toDistrictView } from './area-view.ts'

type Deps = { summaries: Pick<SummaryStore, 'find' | 'setVillagesExpected'> }

/** `PATCH /v1/areas/{district}`. */
export const setVillagesExpected = ({ summaries }: Deps) =>
  bindRoute(rosterRoutes.setVillagesExpected, async ({ params, body }) => {
    const district = findDistrict(params.district)
    if (district === undefined) throw notFound('district')
    await summaries.setVillagesExpected(district.code, body.villagesExpected)
    return { body: toDistrictView(district, await summaries.find(district.code)) }
  })
