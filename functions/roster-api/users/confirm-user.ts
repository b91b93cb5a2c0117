import { userRoutes } from '../../../shared/contracts/user-routes.ts'
import { isSamePerson, userCovers, type RightsRequest, type User } from '../../../shared/domain/user.ts'
import { RequestError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { checkIsNotOneself, findKeptUser } from './find-kept-user.ts'
import { findRequest, wasAnswered } from './find-request.ts'
import type { UserDeps } from './user-deps.ts'
import { etagOf, toUserView } from './user-view.ts'
import { updateUser } from './write-user.ts'

const coversAll = (admin: User, areas: readonly string[]): boolean =>
  areas.every((area) => userCovers(admin, area))

const checkIsSecondAdmin = (admin: User, asker: User | undefined, request: RightsRequest): void => {
  if (isSamePerson(admin, asker ?? { id: request.by })) {
    throw new RequestError('needs-another-person', {
      en: 'You have asked for this, by this login or another one of yours: another admin has to confirm it.',
      lo: 'ທ່ານເປັນຜູ້ຂໍ ດ້ວຍບັນຊີນີ້ ຫຼື ບັນຊີອື່ນຂອງທ່ານ: ຜູ້ດູແລຄົນອື່ນຕ້ອງຢືນຢັນ.',
    })
  }
  if (!coversAll(admin, request.areas)) {
    throw new RequestError('needs-another-person', {
      en: 'An admin who covers all of the areas asked for has to confirm this.',
      lo: 'ຜູ້ດູແລທີ່ດູແລທຸກເຂດທີ່ຂໍ ຕ້ອງເປັນຜູ້ຢືນຢັນ.',
    })
  }
}

/** What somebody asked for who may not ask for it any more is void. */
const checkAskerStillMay = (asker: User | undefined, request: RightsRequest): void => {
  const may = asker?.status === 'active' && asker.roles.includes('admin') && coversAll(asker, request.areas)
  if (may) return
  throw new RequestError('wrong-state', {
    en: 'The admin who asked for this may not do so any more. Refuse it, or ask for it yourself.',
    lo: 'ຜູ້ດູແລທີ່ຂໍ ບໍ່ມີສິດຂໍອີກແລ້ວ. ປະຕິເສດ, ຫຼື ຂໍເອງ.',
  })
}

/** `POST /v1/users/{userId}/confirm`: a second admin lets the rights hold that a first one asked for. */
export const confirmUser = (deps: UserDeps) =>
  bindRoute(userRoutes.confirmUser, async ({ user: admin, params, body: { requestId } }) => {
    const confirmed = await updateUser(
      deps,
      () => findKeptUser(deps, admin, params.userId),
      async (user) => {
        if (wasAnswered(user, requestId, 'confirmed')) return undefined
        const request = findRequest(deps, user, requestId)
        checkIsNotOneself(admin, user)
        const asker = await deps.users.find(request.by)
        checkIsSecondAdmin(admin, asker, request)
        checkAskerStillMay(asker, request)
        return {
          ...user,
          roles: request.roles,
          areas: request.areas,
          request: undefined,
          lastRequest: { id: requestId, outcome: 'confirmed', by: admin.id },
        }
      },
    )
    deps.logger.warn('ADMIN_CONFIRMED', { userId: confirmed.id, by: admin.id })
    return { body: toUserView(deps, confirmed), etag: etagOf(confirmed) }
  })
