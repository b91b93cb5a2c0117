import type { FanOutMessage } from '../../shared/contracts/queue-messages.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import type { Dispatch } from '../../shared/domain/dispatch.ts'
import { planResend } from '../../shared/domain/resend.ts'
import { queueDistricts } from '../../shared/progress/queue-districts.ts'
import { queueWaves } from '../../shared/progress/queue-waves.ts'
import type { FanOutDeps } from './deps.ts'

type Resend = Extract<FanOutMessage, { job: 'resend' }>

/** A sender that is alive gives its lease back within seconds, and a fan-out ends as soon. */
const busyDelaySeconds = 3

/** Makes what the resends ask for pending; false where a sender is at work on the dispatch, or was quicker. */
const resendDispatch = async (
  deps: FanOutDeps,
  dispatch: Dispatch,
  resends: VersionRecord['resends'],
): Promise<boolean> => {
  const nowSeconds = toEpochSeconds(deps.clock.nowMs())
  const recipients = planResend(dispatch, resends, nowSeconds)
  if (recipients.length === 0) return true
  // The sender knows nothing of the resend: what it writes at the end would say that nothing is open.
  if (dispatch.lease !== undefined) return false
  return deps.dispatches.change(dispatch, {
    recipients,
    lease: undefined,
    dueAtEpochSeconds: nowSeconds + deps.recoverySeconds,
    resend: resends.length,
  })
}

/** Carries the version's resends out; false where some dispatch has to wait for its sender. */
const resendAll = async (
  deps: FanOutDeps,
  version: VersionRecord,
  key: { alertId: string; version: number; district: string },
): Promise<boolean> => {
  const dispatches = await deps.dispatches.listDistrict(key)
  const done = await Promise.all(dispatches.map((one) => resendDispatch(deps, one, version.resends)))
  return done.every(Boolean)
}

/**
 * Makes pending again what people want to be resent in one district. Each dispatch notes the last resend that it
 * carried out, so that a job that comes twice resends nothing twice; and the district is taken off the list after all
 * of them, so that `tick` repeats a job that was cut off. What is open then is told to the version by `tick`, which
 * alone completes it after a resend.
 */
export const resendDistrict = async (deps: FanOutDeps, message: Resend): Promise<void> => {
  const { alertId, district } = message
  const version = await deps.alerts.findVersion(alertId, message.version)
  if (version === undefined || version.state === 'stopped' || !version.resendToQueue.has(district)) return
  const key = { alertId, version: version.version, district }
  const resends = version.resends.length
  const isOver = version.state !== 'dispatching' || deps.clock.nowMs() >= version.expiresAtEpochSeconds * 1000
  if (isOver) {
    await deps.progress.closeResend(key, resends)
    return
  }
  if (version.fanOutOpen.has(district) || !(await resendAll(deps, version, key))) {
    await queueDistricts(deps, version, 'resend', [district], busyDelaySeconds)
    return
  }
  const isClosed = await deps.progress.closeResend(key, resends)
  await queueWaves(deps, version, await deps.dispatches.listDistrict(key))
  if (!isClosed) await queueDistricts(deps, version, 'resend', [district], 1)
}
