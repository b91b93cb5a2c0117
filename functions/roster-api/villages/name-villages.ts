import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { userCovers } from '../../../shared/domain/user.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { VillageStore } from '../../../shared/store/village-store.ts'

type Deps = { villages: Pick<VillageStore, 'findMany'> }

/** `GET /v1/village-names?codes=`: of these villages, those that the caller covers. */
export const nameVillages = (deps: Deps) =>
  bindRoute(rosterRoutes.nameVillages, async ({ user, query: { codes } }) => {
    const villages = await deps.villages.findMany(codes.filter((code) => userCovers(user, code)))
    return {
      body: {
        villages: villages.map(({ code, nameLo, nameEn, latitude, longitude }) => ({
          code,
          nameLo,
          nameEn,
          latitude,
          longitude,
        })),
      },
    }
  })
