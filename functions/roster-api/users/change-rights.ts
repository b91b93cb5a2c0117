import { toEpochSeconds } from '../../../shared/clock.ts'
import { needsSecondAdmin, rightsMeanwhile, tidyAreas } from '../../../shared/domain/user-rights.ts'
import type { User } from '../../../shared/domain/user.ts'
import { idOfRequest } from '../../../shared/request-id.ts'
import type { UserDeps } from './user-deps.ts'

type Wish = Pick<User, 'roles' | 'areas'> & { by: string }

/**
 * The user with other rights. What one admin may give holds at once; what needs two is noted as a request, beside what
 * is left meanwhile. A request that waited before is void.
 */
export const changeRights = (
  deps: Pick<UserDeps, 'clock' | 'adminRequestHours'>,
  user: User,
  held: Pick<User, 'roles' | 'areas'>,
  { by, ...wish }: Wish,
): User => {
  const wanted = { roles: wish.roles, areas: tidyAreas(wish.areas) }
  if (!needsSecondAdmin(held, wanted)) return { ...user, ...wanted, request: undefined }
  const nowSeconds = toEpochSeconds(deps.clock.nowMs())
  return {
    ...user,
    ...rightsMeanwhile(held, wanted),
    request: {
      ...wanted,
      id: idOfRequest('rights', by, `${user.id} ${user.revision ?? 0} ${nowSeconds}`),
      by,
      atEpochSeconds: nowSeconds,
      expiresAtEpochSeconds: nowSeconds + deps.adminRequestHours * 3600,
    },
  }
}
