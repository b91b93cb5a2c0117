import { toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { transitionOf } from '../../../shared/domain/transition.ts'
import type { User } from '../../../shared/domain/user.ts'
import { versionTransitions } from '../../../shared/domain/version.ts'
import { keyReused } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { tellNotices, watchNotices } from '../../../shared/progress/tell-notices.ts'
import { idOfRequest } from '../../../shared/request-id.ts'
import { readAlertView } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findDrafted } from '../drafts/find-drafted.ts'
import { findEarlier, readAgain } from '../find-alert.ts'
import { queueOrLog } from '../queue-or-log.ts'
import { changingNow, wrongState } from '../wrong-state.ts'

type Wish = { params: { alertId: string }; body: { reason: string }; user: User; idempotencyKey: string }

type Action = 'return' | 'reject'

const checkWasThis = (now: VersionRecord, requestId: string, action: Action): void => {
  if (findEarlier(now, requestId) !== undefined) return
  if (now.state === 'submitted') {
    throw changingNow()
  }
  throw wrongState(now, action)
}

const sendBack = async (
  deps: AlertsApiDeps,
  action: Action,
  { user, params, body, idempotencyKey }: Wish,
) => {
  const requestId = idOfRequest(action, user.id, idempotencyKey)
  const { alert, version } = await findDrafted(deps, user, params.alertId, requestId)
  const earlier = findEarlier(version, requestId)
  if (earlier !== undefined && earlier.note !== body.reason) throw keyReused(action)
  if (earlier === undefined) {
    if (!transitionOf(versionTransitions, action).from.includes(version.state)) {
      throw wrongState(version, action)
    }
    const atIso = toIso(deps.clock.nowMs())
    await watchNotices(deps, version)
    await deps.approvals.sendBack(version, action, {
      action,
      by: user.id,
      atIso,
      note: body.reason,
      requestId,
    })
    checkWasThis(await readAgain(deps, version), requestId, action)
  }
  await queueOrLog(deps, version, () => tellNotices(deps, version))
  return { body: await readAlertView(deps, alert) }
}

/** `POST /v1/alerts/{alertId}/return`: the version is a draft again. Who submitted it may take it back so. */
export const returnAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.returnAlert, (request) => sendBack(deps, 'return', request))

/** `POST /v1/alerts/{alertId}/reject`: the version is over before it was sent. */
export const rejectAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.rejectAlert, (request) => sendBack(deps, 'reject', request))
