import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { findMember } from './edit-member.ts'
import { toVillageView } from './village-view.ts'
import { writeVillage, type VillageWriteDeps } from './write-village.ts'

/** `DELETE /v1/villages/{code}/members/{memberId}`: the member is marked as left and stays for the history. */
export const removeMember = (deps: VillageWriteDeps) =>
  bindRoute(rosterRoutes.removeMember, async ({ user, params, ifMatch }) => {
    const { village, member } = await findMember(deps, params, ifMatch)
    const members = village.members.map((old) =>
      old.id === member.id ? { ...old, status: 'left' as const } : old,
    )
    const written = await writeVillage(deps, { ...village, members }, village.revision)
    return { body: toVillageView(written, user), etag: written.revision }
  })
