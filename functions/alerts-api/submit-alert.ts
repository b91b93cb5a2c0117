import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { renderTexts } from '../../shared/domain/render-text.ts'
import { userCovers, type User } from '../../shared/domain/user.ts'
import { notFound, RequestError } from '../../shared/errors.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import { queueDistricts } from '../../shared/progress/queue-districts.ts'
import { supersedeOlder } from '../../shared/progress/supersede-older.ts'
import { idOfRequest } from '../../shared/request-id.ts'
import { findVersionOf, findVisibleAlert, readAlertView } from './alert-view.ts'
import type { AlertsApiDeps } from './deps.ts'
import { queueOrLog } from './queue-or-log.ts'

const checkMayIssue = (deps: AlertsApiDeps, user: User, alert: AlertRecord, version: VersionRecord): void => {
  if (!version.areas.every((area) => userCovers(user, area))) throw notFound('alert')
  if (alert.mode === 'actual' && !deps.actualAllowed) {
    throw new RequestError(
      'actual-not-allowed',
      'This installation may not send actual alerts yet: use exercise or test.',
      [{ path: 'mode', message: 'Must be exercise or test here.' }],
    )
  }
}

const checkStillHolds = (deps: AlertsApiDeps, version: VersionRecord): void => {
  if (version.expiresAtEpochSeconds * 1000 <= deps.clock.nowMs()) {
    throw new RequestError(
      'wrong-state',
      'The time until which this alert holds has passed. Write a new one.',
      [{ path: 'expiresAtIso', message: 'Lies in the past by now.' }],
    )
  }
}

const issueAlone = async (
  deps: AlertsApiDeps,
  user: User,
  version: VersionRecord,
  issueKey: string,
): Promise<void> => {
  const nowMs = deps.clock.nowMs()
  const stamp = { number: version.number, version: version.version, issuedAtMs: nowMs }
  await deps.alerts.issueAlone(version, {
    rendered: renderTexts(version.texts, version.mode, stamp),
    issuedAtEpochSeconds: toEpochSeconds(nowMs),
    issueKey,
    history: { action: 'issue-alone', by: user.id, atIso: toIso(nowMs) },
    dueAtEpochSeconds: toEpochSeconds(nowMs) + deps.recoverySeconds,
  })
}

/**
 * Ends older versions and hints the fan-out, late enough that nothing of an older one goes out after it. The fan-out
 * itself makes sure of both.
 */
const startFanOut = async (deps: AlertsApiDeps, user: User, version: VersionRecord): Promise<void> => {
  if (version.fanOutOpen.size === 0) return
  const mayBeginAtMs = await supersedeOlder(deps, version, user.id)
  const delaySeconds = Math.max(0, Math.ceil((mayBeginAtMs - deps.clock.nowMs()) / 1000))
  await queueDistricts(deps, version, 'fan-out', version.fanOutOpen, delaySeconds)
}

/**
 * `POST /v1/alerts/{alertId}/submit`: for now no stage asks for a second person, so submitting issues at once. The
 * same Idempotency-Key again answers the same; whoever comes second with another key is told the state.
 */
export const submitAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.submitAlert, async ({ user, params, idempotencyKey }) => {
    const alert = await findVisibleAlert(deps, user, params.alertId)
    const version = await findVersionOf(deps, alert, undefined)
    checkMayIssue(deps, user, alert, version)
    const issueKey = idOfRequest('issue', user.id, idempotencyKey)
    if (version.state === 'draft') {
      checkStillHolds(deps, version)
      await issueAlone(deps, user, version, issueKey)
    }
    const now = await findVersionOf(deps, alert, version.version)
    if (now.issueKey !== issueKey) {
      throw new RequestError('wrong-state', `This version is ${now.state} already. Nothing was sent again.`)
    }
    // Also where the answer to one's own write was lost: a hint too many does no harm.
    await queueOrLog(deps, now, () => startFanOut(deps, user, now))
    return { body: await readAlertView(deps, alert) }
  })
