import { userRoutes } from '../../../shared/contracts/user-routes.ts'
import { ceilingOf } from '../../../shared/domain/ceiling.ts'
import { allowancesOf } from '../../../shared/domain/user-rights.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { UserDeps } from './user-deps.ts'

/** `GET /v1/me`. */
export const getMe = ({ recipientsPerHour }: Pick<UserDeps, 'recipientsPerHour'>) =>
  bindRoute(userRoutes.getMe, async ({ user }) => ({
    body: {
      id: user.id,
      name: user.name,
      roles: [...user.roles],
      areas: [...user.areas],
      personId: user.personId ?? null,
      language: user.language ?? null,
      may: allowancesOf(user.roles),
      recipientsPerHour: ceilingOf(user, recipientsPerHour),
    },
  }))
