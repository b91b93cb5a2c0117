import { toEpochSeconds } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { toEmergencyStopView } from './emergency-stop-view.ts'
import { tellAdminsOrLog } from './tell-admins.ts'

/** `POST /v1/emergency-stop`: where the account is stopped already, the first stop stands. */
export const stopAccount = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.stopAccount, async ({ user, body }) => {
    const halts = await deps.halts.stopAccount({
      by: user.id,
      atEpochSeconds: toEpochSeconds(deps.clock.nowMs()),
      reason: body.reason,
    })
    deps.logger.warn('ACCOUNT_STOPPED', { userId: user.id })
    await tellAdminsOrLog(deps, { halts })
    return { body: toEmergencyStopView(halts) }
  })
