import type * as z from 'zod'
import { userRoutes } from '../../../shared/contracts/user-routes.ts'
import type { userPatch } from '../../../shared/contracts/users.ts'
import { tidyAreas } from '../../../shared/domain/user-rights.ts'
import type { User } from '../../../shared/domain/user.ts'
import { editedMeanwhile } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { changeRights } from './change-rights.ts'
import { checkUserFields } from './check-user-fields.ts'
import { checkIsNotOneself, findKeptUser } from './find-kept-user.ts'
import type { UserDeps } from './user-deps.ts'
import { etagOf, toUserView } from './user-view.ts'
import { writeUser } from './write-user.ts'

type Patch = z.output<typeof userPatch>

/** What nobody changes of themself: what they may do, how much, and whose login it is. */
const touchesRights = ({ roles, areas, personId, recipientsPerHour }: Patch): boolean =>
  [roles, areas, personId, recipientsPerHour].some((field) => field !== undefined)

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join() === b.toSorted().join()

/** What the patch names replaces what was there; null takes it away. Rights come after. */
const patchFields = (user: User, patch: Patch, phone: string | null | undefined): User => {
  const { roles: _roles, areas: _areas, ...fields } = patch
  const named = Object.entries({ ...fields, phone }).filter(([, value]) => value !== undefined)
  return { ...user, ...Object.fromEntries(named.map(([field, value]) => [field, value ?? undefined])) }
}

/** `PATCH /v1/users/{userId}`. */
export const editUser = (deps: UserDeps) =>
  bindRoute(userRoutes.editUser, async ({ user: admin, params, body, ifMatch }) => {
    const user = await findKeptUser(deps, admin, params.userId)
    if (touchesRights(body)) checkIsNotOneself(admin, user)
    const phone = await checkUserFields(deps, admin, body)
    if (ifMatch !== '*' && ifMatch !== etagOf(user)) throw editedMeanwhile('user')
    const patched = patchFields(user, body, phone)
    const wanted = { roles: body.roles ?? user.roles, areas: tidyAreas(body.areas ?? user.areas) }
    const hasNamedRights = body.roles !== undefined || body.areas !== undefined
    const isUnchanged = isSameSet(wanted.roles, user.roles) && isSameSet(wanted.areas, user.areas)
    // Naming the rights that hold voids what waits, too.
    const after =
      hasNamedRights && !(isUnchanged && user.request === undefined)
        ? changeRights(deps, patched, user, { ...wanted, by: admin.id })
        : patched
    const written = await writeUser(deps, user, after)
    if (written === undefined) throw editedMeanwhile('user')
    return { body: toUserView(deps, written), etag: etagOf(written) }
  })
