import { toEpochSeconds } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { toEmergencyStopView } from './emergency-stop-view.ts'
import { tellAdminsOrLog } from './tell-admins.ts'

/** `DELETE /v1/emergency-stop`: senders queue anew what waits, so that it goes on by itself. */
export const resumeAccount = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.resumeAccount, async ({ user }) => {
    const pace = await deps.halts.resumeAccount({
      by: user.id,
      atEpochSeconds: toEpochSeconds(deps.clock.nowMs()),
    })
    deps.logger.warn('ACCOUNT_RESUMED', { userId: user.id })
    await tellAdminsOrLog(deps, pace)
    return { body: toEmergencyStopView(pace.halts) }
  })
