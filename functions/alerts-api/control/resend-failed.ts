import { toEpochSeconds, toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { keyReused } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { queueDistricts } from '../../../shared/progress/queue-districts.ts'
import { idOfRequest } from '../../../shared/request-id.ts'
import { readAlertView } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findEarlier, readAgain } from '../find-alert.ts'
import { queueOrLog } from '../queue-or-log.ts'
import { changingNow, wrongState } from '../wrong-state.ts'
import { checkTimeLeft, findControlled } from './find-controlled.ts'

type States = VersionRecord['resends'][number]['states']

type Deed = VersionRecord['history'][number]

/** Whether an earlier request asked for just these. Versions of before have them as a note. */
const askedFor = (states: States, { states: before, note }: Deed): boolean =>
  states.join(', ') === (before?.join(', ') ?? note)
const mostTries = 5

/** Notes the wish after those of others; answers with the version as it is then. */
const noteWish = async (
  deps: AlertsApiDeps,
  read: VersionRecord,
  wish: { states: States; by: string; requestId: string },
): Promise<VersionRecord> => {
  let version = read
  for (let tries = 0; tries < mostTries; tries += 1) {
    const earlier = findEarlier(version, wish.requestId)
    if (earlier !== undefined && !askedFor(wish.states, earlier)) throw keyReused('resend')
    if (earlier !== undefined) return version
    if (version.state !== 'dispatching' && version.state !== 'completed') throw wrongState(version, 'resend')
    checkTimeLeft(deps, version)
    const nowMs = deps.clock.nowMs()
    // oxlint-disable-next-line no-await-in-loop -- again only where somebody else was quicker
    await deps.control.resend(version, {
      states: wish.states,
      nowEpochSeconds: toEpochSeconds(nowMs),
      dueAtEpochSeconds: toEpochSeconds(nowMs) + deps.recoverySeconds,
      history: {
        action: 'resend',
        by: wish.by,
        atIso: toIso(nowMs),
        states: wish.states,
        requestId: wish.requestId,
      },
    })
    // oxlint-disable-next-line no-await-in-loop -- as above; the answer to one's own write may have been lost
    version = await readAgain(deps, version)
  }
  throw changingNow()
}

/** `POST /v1/alerts/{alertId}/resend-failed`: each district makes its failed ones pending again. */
export const resendFailed = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.resendFailed, async ({ user, params, body, idempotencyKey }) => {
    const requestId = idOfRequest('resend', user.id, idempotencyKey)
    const { alert, version } = await findControlled(deps, user, params.alertId, requestId)
    const now = await noteWish(deps, version, { states: body.states, by: user.id, requestId })
    deps.logger.info('ALERT_RESENT', { alertId: alert.alertId, version: version.version, userId: user.id })
    await queueOrLog(deps, now, () => queueDistricts(deps, now, 'resend', now.resendToQueue))
    return { body: await readAlertView(deps, alert) }
  })
