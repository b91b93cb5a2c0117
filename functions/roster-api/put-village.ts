import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import { districtOf } from '../../shared/domain/area.ts'
import { findDistrict } from '../../shared/domain/laos-areas.ts'
import { userCovers, type User } from '../../shared/domain/user.ts'
import type { Village } from '../../shared/domain/village.ts'
import { RequestError } from '../../shared/errors.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import { toVillageView } from './village-view.ts'
import { editedMeanwhile, writeVillage, type VillageWriteDeps } from './write-village.ts'

const invalid = (path: string, message: string): RequestError =>
  new RequestError('invalid-request', 'The request has faults: see errors. Nothing was changed.', [
    { path, message },
  ])

/** A village of the caller's areas that takes the people of another in. Foreign and unknown ones are told alike. */
const checkMergeTarget = async (
  deps: VillageWriteDeps,
  user: User,
  code: string,
  mergedInto: string | undefined,
): Promise<void> => {
  if (mergedInto === undefined) return
  if (mergedInto === code) throw invalid('body.mergedInto', 'A village cannot be merged into itself.')
  const target = userCovers(user, mergedInto) ? await deps.villages.find(mergedInto) : undefined
  if (target === undefined) throw invalid('body.mergedInto', 'There is no such village on the roster.')
  if (target.status === 'merged') {
    throw invalid('body.mergedInto', 'That village was itself merged into another: name that one.')
  }
}

/** The revision that the edit replaces, or null for a new village, by If-Match and If-None-Match. */
const whatIsReplaced = (
  current: Village | undefined,
  headers: { ifMatch: string | undefined; ifNoneMatch: string | undefined },
): string | null => {
  if (current === undefined) {
    if (headers.ifMatch !== undefined) throw editedMeanwhile()
    return null
  }
  if (headers.ifNoneMatch !== undefined) {
    throw new RequestError(
      'edited-meanwhile',
      'This village is on the roster already. Read it, then edit it.',
    )
  }
  if (headers.ifMatch === undefined) {
    throw new RequestError(
      'if-match-required',
      'Send the ETag that you read as If-Match, so that nobody’s edit is lost.',
      [{ path: 'headers.if-match', message: 'Is missing.' }],
    )
  }
  if (headers.ifMatch !== '*' && headers.ifMatch !== current.revision) throw editedMeanwhile()
  return current.revision
}

/** `PUT /v1/villages/{code}`: everything but the committee, which stays. */
export const putVillage = (deps: VillageWriteDeps) =>
  bindRoute(rosterRoutes.putVillage, async ({ user, params: { code }, body, ifMatch, ifNoneMatch }) => {
    if (findDistrict(districtOf(code)) === undefined) {
      throw invalid('params.code', 'No district of Laos has the first 4 digits of this code.')
    }
    await checkMergeTarget(deps, user, code, body.mergedInto)
    const current = await deps.villages.find(code)
    const replaces = whatIsReplaced(current, { ifMatch, ifNoneMatch })
    const village = await writeVillage(deps, { ...body, code, members: current?.members ?? [] }, replaces)
    return { body: toVillageView(village, user), etag: village.revision }
  })
