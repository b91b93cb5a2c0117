import { toIso } from '../../../shared/clock.ts'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import type { Village } from '../../../shared/domain/village.ts'
import { editedMeanwhile, keyReused, notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { digestOf, idOfRequest } from '../../../shared/request-id.ts'
import { checkConsentDay, placeMember, takePhone } from './edit-committee.ts'
import { toVillageView } from './village-view.ts'
import { tryWriteVillage, type VillageWriteDeps } from './write-village.ts'

const mostTries = 4

/** `POST /v1/villages/{code}/members`. The same request again answers with the village and adds nobody. */
export const addMember = (deps: VillageWriteDeps) =>
  bindRoute(rosterRoutes.addMember, async ({ user, params: { code }, body, idempotencyKey, ifMatch }) => {
    const { position, ...fields } = body
    const phone = takePhone(body.phone)
    checkConsentDay(body.consentedOn, { todayIso: toIso(deps.clock.nowMs()) })
    // Ids are shown to people who may not see the phone: the caller's key keeps the body from being guessed.
    const idOfWish = `m-${idOfRequest(`member ${code}`, user.id, idempotencyKey).slice(0, 20)}`
    const id = `${idOfWish}-${digestOf([idempotencyKey, body]).slice(0, 10)}`

    const addTo = async (village: Village): Promise<Village | undefined> => {
      const added = village.members.find((member) => member.id.startsWith(idOfWish))
      if (added?.id === id) return village
      if (added !== undefined) {
        throw keyReused('member')
      }
      if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== village.revision)
        throw editedMeanwhile('village')
      const members = placeMember(village.members, { ...fields, phone, id }, position)
      return tryWriteVillage(deps, { ...village, members }, village.revision)
    }

    for (let tries = 0; tries < mostTries; tries += 1) {
      // oxlint-disable-next-line no-await-in-loop -- adding does not depend on what others edited: read again, add again
      const village = await deps.villages.find(code)
      if (village === undefined) throw notFound('village')
      // oxlint-disable-next-line no-await-in-loop -- see above
      const written = await addTo(village)
      if (written !== undefined) return { body: toVillageView(written, user), etag: written.revision }
    }
    throw editedMeanwhile('village')
  })
