import { alertRoutes } from './alert-routes.ts'
import { operationsRoutes } from './operations-routes.ts'
import { rosterRoutes } from './roster-routes.ts'
import type { RouteDefinition } from './routes.ts'
import { userRoutes } from './user-routes.ts'

/** Every route of the API: what infra makes gateway routes of and the shape tests check. */
export const allRoutes: readonly RouteDefinition[] = [
  ...Object.values(userRoutes),
  ...Object.values(rosterRoutes),
  ...Object.values(alertRoutes),
  ...Object.values(operationsRoutes),
]
