import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from './deps.ts'
import { toEmergencyStopView } from './emergency-stop-view.ts'

/** `DELETE /v1/emergency-stop`: senders queue anew what waits, so that it goes on by itself. */
export const resumeAccount = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.resumeAccount, async ({ user }) => {
    const halts = await deps.halts.resumeAccount()
    deps.logger.warn('ACCOUNT_RESUMED', { userId: user.id })
    return { body: toEmergencyStopView(halts) }
  })
