import { toIso } from '../../../shared/clock.ts'
import { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import { districtOf } from '../../../shared/domain/area.ts'
import { findDistrict } from '../../../shared/domain/laos-areas.ts'
import { userCovers, type User } from '../../../shared/domain/user.ts'
import type { Village } from '../../../shared/domain/village.ts'
import type { Words } from '../../../shared/domain/wording.ts'
import { editedMeanwhile, ifMatchRequired, invalidRequest, RequestError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { toVillageView } from './village-view.ts'
import { writeVillage, type VillageWriteDeps } from './write-village.ts'

const invalid = (path: string, message: Words): RequestError => invalidRequest([{ path, message }])

/** The village of the caller's areas that takes the people of another in. Foreign and unknown ones are told alike. */
const findMergeTarget = async (
  deps: VillageWriteDeps,
  user: User,
  code: string,
  mergedInto: string | undefined,
): Promise<Village | undefined> => {
  if (mergedInto === undefined) return undefined
  if (mergedInto === code)
    throw invalid('body.mergedInto', {
      en: 'A village cannot be merged into itself.',
      lo: 'ລວມບ້ານເຂົ້າໃນຕົວມັນເອງບໍ່ໄດ້.',
    })
  const target = userCovers(user, mergedInto) ? await deps.villages.find(mergedInto) : undefined
  if (target === undefined)
    throw invalid('body.mergedInto', { en: 'There is no such village on the roster.', lo: 'ບໍ່ມີບ້ານນີ້ໃນບັນຊີ.' })
  if (target.status === 'merged') {
    throw invalid('body.mergedInto', {
      en: 'That village was itself merged into another: name that one.',
      lo: 'ບ້ານນັ້ນຖືກລວມເຂົ້າບ້ານອື່ນແລ້ວ: ໃສ່ບ້ານນັ້ນແທນ.',
    })
  }
  return target
}

/**
 * Gives the village that takes the others in a new revision, if it is as it was read: whoever merges it away at this
 * moment, or undoes the import that brought it, is refused. Else two villages could each be merged into the other, and
 * nobody of either would be warned.
 */
const holdMergeTarget = async (deps: VillageWriteDeps, target: Village): Promise<void> => {
  const nowIso = toIso(deps.clock.nowMs())
  const held = await deps.villages.put(target, {
    revision: deps.newId(),
    replaces: target.revision,
    nowIso,
  })
  if (held.outcome === 'conflict') throw editedMeanwhile('village')
}

/** The revision that the edit replaces, or null for a new village, by If-Match and If-None-Match. */
const whatIsReplaced = (
  current: Village | undefined,
  headers: { ifMatch: string | undefined; ifNoneMatch: string | undefined },
): string | null => {
  if (current === undefined) {
    if (headers.ifMatch !== undefined) throw editedMeanwhile('village')
    return null
  }
  if (headers.ifNoneMatch !== undefined) {
    throw new RequestError('edited-meanwhile', {
      en: 'This village is on the roster already. Read it, then edit it.',
      lo: 'ບ້ານນີ້ຢູ່ໃນບັນຊີແລ້ວ. ອ່ານກ່ອນ, ແລ້ວແກ້ໄຂ.',
    })
  }
  if (headers.ifMatch === undefined) {
    throw ifMatchRequired()
  }
  if (headers.ifMatch !== '*' && headers.ifMatch !== current.revision) throw editedMeanwhile('village')
  return current.revision
}

/** `PUT /v1/villages/{code}`: everything but the committee, which stays. */
export const putVillage = (deps: VillageWriteDeps) =>
  bindRoute(rosterRoutes.putVillage, async ({ user, params: { code }, body, ifMatch, ifNoneMatch }) => {
    if (findDistrict(districtOf(code)) === undefined) {
      throw invalid('params.code', {
        en: 'No district of Laos has the first 4 digits of this code.',
        lo: 'ບໍ່ມີເມືອງໃນລາວທີ່ມີ 4 ຕົວເລກທຳອິດນີ້.',
      })
    }
    const target = await findMergeTarget(deps, user, code, body.mergedInto)
    const current = await deps.villages.find(code)
    const replaces = whatIsReplaced(current, { ifMatch, ifNoneMatch })
    if (target !== undefined && current?.mergedInto !== target.code) await holdMergeTarget(deps, target)
    const village = await writeVillage(deps, { ...body, code, members: current?.members ?? [] }, replaces)
    return { body: toVillageView(village, user), etag: village.revision }
  })
