import { userRoutes } from '../../../shared/contracts/user-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { checkIsNotOneself, findKeptUser } from './find-kept-user.ts'
import type { UserDeps } from './user-deps.ts'
import { etagOf, toUserView } from './user-view.ts'
import { updateUser } from './write-user.ts'

/**
 * `POST /v1/users/{userId}/disable`. First the entry, from which on every request of theirs is refused; then the
 * directory. Who dies in between has taken the rights away, and the same request again ends the sessions too.
 */
export const disableUser = (deps: UserDeps) =>
  bindRoute(userRoutes.disableUser, async ({ user: admin, params }) => {
    const disabled = await updateUser(
      deps,
      () => findKeptUser(deps, admin, params.userId),
      async (user) => {
        checkIsNotOneself(admin, user)
        return user.status === 'disabled' ? undefined : { ...user, status: 'disabled', request: undefined }
      },
    )
    await deps.directory.disable(disabled.id)
    deps.logger.warn('USER_DISABLED', { userId: disabled.id, by: admin.id })
    return { body: toUserView(deps, disabled), etag: etagOf(disabled) }
  })
