import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { toEmergencyStopView } from './emergency-stop-view.ts'

/** `GET /v1/emergency-stop`. */
export const getEmergencyStop = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.getEmergencyStop, async () => ({
    body: toEmergencyStopView(await deps.halts.find()),
  }))
