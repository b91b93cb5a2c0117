import { userRoutes } from '../../../shared/contracts/user-routes.ts'
import type { User } from '../../../shared/domain/user.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { changeRights } from './change-rights.ts'
import { checkIsNotOneself, findKeptUser } from './find-kept-user.ts'
import type { UserDeps } from './user-deps.ts'
import { etagOf, toUserView } from './user-view.ts'
import { updateUser } from './write-user.ts'

/** A disabled user holds nothing: what makes an admin again needs two. */
const nothingIn = (user: User) => ({ roles: [], areas: user.areas })

/** `POST /v1/users/{userId}/enable`. First the directory, then the entry: until that is written nothing holds. */
export const enableUser = (deps: UserDeps) =>
  bindRoute(userRoutes.enableUser, async ({ user: admin, params }) => {
    const find = () => findKeptUser(deps, admin, params.userId)
    const found = await find()
    checkIsNotOneself(admin, found)
    await deps.directory.enable(found.id)
    const enabled = await updateUser(deps, find, async (user) => {
      checkIsNotOneself(admin, user)
      if (user.status === 'active') return undefined
      const wish = { roles: user.roles, areas: user.areas, by: admin.id }
      return changeRights(deps, { ...user, status: 'active' }, nothingIn(user), wish)
    })
    return { body: toUserView(deps, enabled), etag: etagOf(enabled) }
  })
