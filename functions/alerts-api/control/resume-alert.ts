import { toEpochSeconds, toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { advanceVersion } from '../../../shared/progress/advance-version.ts'
import { districtsWithWork } from '../../../shared/progress/districts-with-work.ts'
import { queueJobs } from '../../../shared/progress/queue-jobs.ts'
import { releaseHalt } from '../../../shared/progress/release-halt.ts'
import { watchNotices } from '../../../shared/progress/tell-notices.ts'
import { idOfRequest } from '../../../shared/request-id.ts'
import { readAlertView } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findEarlier, readAgain } from '../find-alert.ts'
import { queueOrLog } from '../queue-or-log.ts'
import { wrongState } from '../wrong-state.ts'
import { checkTimeLeft, findControlled } from './find-controlled.ts'

const resume = async (
  deps: AlertsApiDeps,
  version: VersionRecord,
  { by, requestId }: { by: string; requestId: string },
): Promise<void> => {
  checkTimeLeft(deps, version)
  // Nobody is told to call villages while it is stopped.
  await watchNotices(deps, version)
  const nowMs = deps.clock.nowMs()
  await deps.control.resume(version, {
    wavesToQueue: districtsWithWork(version),
    nowEpochSeconds: toEpochSeconds(nowMs),
    dueAtEpochSeconds: toEpochSeconds(nowMs) + deps.recoverySeconds,
    history: { action: 'resume', by, atIso: toIso(nowMs), requestId },
  })
}

/**
 * `POST /v1/alerts/{alertId}/resume`. What is being sent already stays so, with the same answer, which also finishes
 * what a resumption left undone.
 */
export const resumeAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.resumeAlert, async ({ user, params, idempotencyKey }) => {
    const requestId = idOfRequest('resume', user.id, idempotencyKey)
    const { alert, version } = await findControlled(deps, user, params.alertId, requestId)
    const isRepeated = findEarlier(version, requestId) !== undefined
    if (version.state === 'stopped' && !isRepeated) await resume(deps, version, { by: user.id, requestId })
    const now = await readAgain(deps, version)
    if (now.state === 'dispatching') {
      await releaseHalt(deps, now)
      await queueOrLog(deps, now, async () => {
        await queueJobs(deps, now)
        await advanceVersion(deps, now)
      })
      deps.logger.info('ALERT_RESUMED', { alertId: alert.alertId, version: version.version, userId: user.id })
    } else if (!isRepeated) {
      throw wrongState(now, 'resume')
    }
    return { body: await readAlertView(deps, alert) }
  })
