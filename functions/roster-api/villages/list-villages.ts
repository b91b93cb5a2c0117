import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { contactsOf, isAlerted } from '../../../shared/domain/committee.ts'
import { findDistrict } from '../../../shared/domain/laos-areas.ts'
import { userCovers } from '../../../shared/domain/user.ts'
import { notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { VillageStore } from '../../../shared/store/village-store.ts'
import { toFailing, toVillageColumns } from './village-view.ts'

type Deps = { villages: Pick<VillageStore, 'listDistrict'> }

/** `GET /v1/villages?district=`: of the district, those villages that the caller covers. */
export const listVillages = (deps: Deps) =>
  bindRoute(rosterRoutes.listVillages, async ({ user, query: { district, failing } }) => {
    if (findDistrict(district) === undefined) throw notFound('district')
    const all = await deps.villages.listDistrict(district)
    const [withoutContact, others] = [new Array<(typeof all)[number]>(), new Array<(typeof all)[number]>()]
    for (const village of all.filter(({ code }) => userCovers(user, code))) {
      const isWithout = isAlerted(village) && contactsOf(village.members, 'urgent').length === 0
      const group = isWithout ? withoutContact : others
      group.push(village)
    }
    const villages = [...withoutContact, ...others]
    if (failing === undefined) return { body: { villages: toVillageColumns(villages) } }
    const failingOnes = villages.filter((village) => toFailing(village).length > 0)
    return { body: { villages: { ...toVillageColumns(failingOnes), failing: failingOnes.map(toFailing) } } }
  })
