import { toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { keyReused } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { releaseHalt } from '../../../shared/progress/release-halt.ts'
import { supersedeOlder } from '../../../shared/progress/supersede-older.ts'
import { idOfRequest } from '../../../shared/request-id.ts'
import { readAlertView } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findEarlier, readAgain } from '../find-alert.ts'
import { wrongState } from '../wrong-state.ts'
import { findControlled } from './find-controlled.ts'

/**
 * Halts first, since that is what senders are told within a second, then writes the state, then halts again: `tick`
 * or a resumption may have released the version in between, when it was not stopped yet.
 */
const stop = async (
  deps: AlertsApiDeps,
  version: VersionRecord,
  history: VersionRecord['history'][number],
): Promise<void> => {
  if (version.state === 'dispatching') {
    await deps.halts.halt(version)
    await deps.control.stop(version, history)
  }
  const now = await readAgain(deps, version)
  if (now.state === 'stopped') {
    await deps.halts.halt(version)
    return
  }
  if (version.state === 'dispatching') await releaseHalt(deps, version)
  throw wrongState(now, 'stop')
}

/** `POST /v1/alerts/{alertId}/stop`. What is stopped already stays so, with the same answer. */
export const stopAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.stopAlert, async ({ user, params, body, idempotencyKey }) => {
    const requestId = idOfRequest('stop', user.id, idempotencyKey)
    const { alert, version } = await findControlled(deps, user, params.alertId, requestId)
    const earlier = findEarlier(version, requestId)
    if (earlier !== undefined && earlier.note !== body.reason) throw keyReused('stop')
    if (earlier === undefined) {
      // Whoever issued the version may have died before it ended the older ones.
      await supersedeOlder(deps, version, user.id)
      await stop(deps, version, {
        action: 'stop',
        by: user.id,
        atIso: toIso(deps.clock.nowMs()),
        note: body.reason,
        requestId,
      })
      deps.logger.info('ALERT_STOPPED', { alertId: alert.alertId, version: version.version, userId: user.id })
    }
    return { body: await readAlertView(deps, alert) }
  })
