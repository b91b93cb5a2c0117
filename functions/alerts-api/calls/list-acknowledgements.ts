import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { namePeople } from '../name-people.ts'
import { toCallViews } from './call-view.ts'
import { findCalled } from './find-called.ts'

/** `GET …/villages/{code}/acknowledgements`: every record of calls to the village, corrected ones too. */
export const listAcknowledgements = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.listAcknowledgements, async ({ user, params: { alertId, code } }) => {
    const [{ village, version }, calls] = await Promise.all([
      findCalled(deps, user, { alertId, code }),
      deps.calls.find(alertId, code),
    ])
    return {
      body: {
        alertId,
        mode: version.mode,
        village: code,
        acknowledgements: toCallViews(calls, village),
        people: await namePeople(
          deps,
          calls.map(({ by }) => by),
        ),
      },
    }
  })
