import type * as z from 'zod'
import { toEpochSeconds } from '../../../shared/clock.ts'
import { userRoutes } from '../../../shared/contracts/user-routes.ts'
import type { userQuery } from '../../../shared/contracts/users.ts'
import { concerns, keepsUser, openRequest } from '../../../shared/domain/user-rights.ts'
import type { User } from '../../../shared/domain/user.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { UserDeps } from './user-deps.ts'
import { toUserListEntry } from './user-view.ts'

type Filter = Omit<z.output<typeof userQuery>, 'cursor' | 'limit'>

const isMeant = (user: User, filter: Filter, nowSeconds: number): boolean => {
  const request = openRequest(user, nowSeconds)
  const { area, role, status } = filter
  return (
    (area === undefined || concerns(user, area)) &&
    (role === undefined || user.roles.includes(role)) &&
    (status === undefined || user.status === status) &&
    (filter.awaitsSecondAdmin === undefined || request !== undefined)
  )
}

/** `GET /v1/users`: by id; they are few enough to be read at once, a few for each district. */
export const listUsers = (deps: UserDeps) =>
  bindRoute(userRoutes.listUsers, async ({ user: admin, query: { cursor = '', limit, ...filter } }) => {
    const nowSeconds = toEpochSeconds(deps.clock.nowMs())
    const all = await deps.users.list()
    const rest = all.filter(
      (user) => user.id > cursor && keepsUser(admin, user) && isMeant(user, filter, nowSeconds),
    )
    const page = rest.slice(0, limit)
    return {
      body: {
        users: page.map((user) => toUserListEntry(deps, user)),
        nextCursor: rest.length > page.length ? (page.at(-1)?.id ?? null) : null,
      },
    }
  })
