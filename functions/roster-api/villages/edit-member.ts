import type * as z from 'zod'
import { toIso } from '../../../shared/clock.ts'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import type { memberPatch } from '../../../shared/contracts/roster.ts'
import { withoutProofs } from '../../../shared/domain/reachability.ts'
import type { Member, Village } from '../../../shared/domain/village.ts'
import { editedMeanwhile, notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { checkConsentDay, placeMember, takePhone } from './edit-committee.ts'
import { toVillageView } from './village-view.ts'
import { writeVillage, type VillageWriteDeps } from './write-village.ts'

/** The village as the caller read it, with the member. Throws where either is not there or was edited. */
export const findMember = async (
  deps: Pick<VillageWriteDeps, 'villages'>,
  params: { code: string; memberId: string },
  ifMatch: string | undefined,
): Promise<{ village: Village; member: Member }> => {
  const village = await deps.villages.find(params.code)
  const member = village?.members.find(({ id }) => id === params.memberId)
  if (village === undefined || member === undefined) throw notFound('member')
  if (ifMatch !== '*' && ifMatch !== village.revision) throw editedMeanwhile('village')
  return { village, member }
}

/** What the patch names replaces what was there; null takes it away. */
const patchMember = (member: Member, body: z.output<typeof memberPatch>): Member => {
  const { position: _position, ...patch } = body
  const phone = patch.phone === undefined ? member.phone : takePhone(patch.phone)
  const named = Object.entries({ ...patch, phone }).filter(([, value]) => value !== undefined)
  const changes = Object.fromEntries(named.map(([field, value]) => [field, value ?? undefined]))
  const kept = phone === member.phone ? member : withoutProofs(member)
  // A state that a person gave is no machine's any more.
  return { ...kept, ...(patch.status === undefined ? {} : { quarantinedAtIso: undefined }), ...changes }
}

/** `PATCH /v1/villages/{code}/members/{memberId}`. */
export const editMember = (deps: VillageWriteDeps) =>
  bindRoute(rosterRoutes.editMember, async ({ user, params, body, ifMatch }) => {
    const { village, member } = await findMember(deps, params, ifMatch)
    const todayIso = toIso(deps.clock.nowMs())
    checkConsentDay(body.consentedOn, { todayIso, held: member.consentedOn })
    const members = placeMember(village.members, patchMember(member, body), body.position)
    const written = await writeVillage(deps, { ...village, members }, village.revision)
    return { body: toVillageView(written, user), etag: written.revision }
  })
