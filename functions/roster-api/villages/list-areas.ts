import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import type { DistrictSummary } from '../../../shared/contracts/roster.ts'
import { areaLevel } from '../../../shared/domain/area.ts'
import { districtsOf, findProvince } from '../../../shared/domain/laos-areas.ts'
import { provinces } from '../../../shared/domain/laos-provinces.ts'
import { userTouches } from '../../../shared/domain/user.ts'
import { invalidRequest, notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { SummaryStore } from '../../../shared/store/summary-store.ts'
import { toDistrictView, toProvinceView } from './area-view.ts'

type Deps = { summaries: Pick<SummaryStore, 'list'> }

const byDistrict = (summaries: readonly DistrictSummary[]): ReadonlyMap<string, DistrictSummary> =>
  new Map(summaries.map((summary) => [summary.district, summary]))

/** `GET /v1/areas`: provinces, or the districts of one. */
export const listAreas = (deps: Deps) =>
  bindRoute(rosterRoutes.listAreas, async ({ user, query: { parent } }) => {
    if (parent === undefined) {
      const summaries = byDistrict(await deps.summaries.list(''))
      const touched = provinces.filter((province) => userTouches(user, province.code))
      const areas = touched.map((province) => {
        const districts = districtsOf(province.code).filter(({ code }) => userTouches(user, code))
        return toProvinceView(
          province,
          districts.map((district) => ({ district, summary: summaries.get(district.code) })),
        )
      })
      return { body: { areas } }
    }
    if (areaLevel(parent) !== 'province') {
      throw invalidRequest([
        {
          path: 'query.parent',
          message: {
            en: 'Give a province; villages of a district are at /v1/villages.',
            lo: 'ໃສ່ແຂວງ; ບ້ານຂອງເມືອງຢູ່ /v1/villages.',
          },
        },
      ])
    }
    if (findProvince(parent) === undefined || !userTouches(user, parent)) throw notFound('province')
    const summaries = byDistrict(await deps.summaries.list(parent))
    const districts = districtsOf(parent).filter(({ code }) => userTouches(user, code))
    return {
      body: { areas: districts.map((district) => toDistrictView(district, summaries.get(district.code))) },
    }
  })
