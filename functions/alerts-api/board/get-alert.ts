import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { readAlertView } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findVisibleAlert } from '../find-alert.ts'

/** `GET /v1/alerts/{alertId}`. */
export const getAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.getAlert, async ({ user, params }) => {
    const body = await readAlertView(deps, await findVisibleAlert(deps, user, params.alertId))
    return { body, etag: body.etag }
  })
