import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'

/** `GET /v1/me`. */
export const getMe = () =>
  bindRoute(rosterRoutes.getMe, async ({ user: { id, name, roles, areas } }) => ({
    body: { id, name, roles: [...roles], areas: [...areas] },
  }))
