import { userRoutes } from '../../../shared/contracts/user-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { findKeptUser } from './find-kept-user.ts'
import type { UserDeps } from './user-deps.ts'
import { etagOf, toUserView } from './user-view.ts'

/** `GET /v1/users/{userId}`. */
export const getUser = (deps: UserDeps) =>
  bindRoute(userRoutes.getUser, async ({ user: admin, params }) => {
    const user = await findKeptUser(deps, admin, params.userId)
    return { body: toUserView(deps, user, { reveals: true }), etag: etagOf(user) }
  })
