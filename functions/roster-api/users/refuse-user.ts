import { userRoutes } from '../../../shared/contracts/user-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { findKeptUser } from './find-kept-user.ts'
import { findRequest, wasAnswered } from './find-request.ts'
import type { UserDeps } from './user-deps.ts'
import { etagOf, toUserView } from './user-view.ts'
import { updateUser } from './write-user.ts'

/** `POST /v1/users/{userId}/refuse`: what was asked for is void; also for who asked and thinks better of it. */
export const refuseUser = (deps: UserDeps) =>
  bindRoute(userRoutes.refuseUser, async ({ user: admin, params, body: { requestId } }) => {
    const refused = await updateUser(
      deps,
      () => findKeptUser(deps, admin, params.userId),
      async (user) => {
        if (wasAnswered(user, requestId, 'refused')) return undefined
        findRequest(deps, user, requestId)
        return {
          ...user,
          request: undefined,
          lastRequest: { id: requestId, outcome: 'refused', by: admin.id },
        }
      },
    )
    return { body: toUserView(deps, refused), etag: etagOf(refused) }
  })
