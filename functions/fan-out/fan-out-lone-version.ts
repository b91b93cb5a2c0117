import type { FanOutMessage } from '../../shared/contracts/queue-messages.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import { awaitsFirstTurn, hasOpenWork, hasPending, type Dispatch } from '../../shared/domain/dispatch.ts'
import { isRunning } from '../../shared/domain/version.ts'
import { advanceVersion } from '../../shared/progress/advance-version.ts'
import { toSendMessage } from '../../shared/queue/to-send-message.ts'
import type { FanOutDeps } from './deps.ts'
import { planNotice } from './plan-notice.ts'
import { planTestSms } from './plan-test-sms.ts'

type FanOut = Extract<FanOutMessage, { job: 'fan-out' }>

const planOf = async (deps: FanOutDeps, version: VersionRecord): Promise<Dispatch[]> => {
  if (version.notice !== undefined) return planNotice(deps, version, version.notice)
  return version.testSms === undefined ? [] : [await planTestSms(deps, version, version.testSms)]
}

const villagesWhere = (dispatches: readonly Dispatch[], wanted: (dispatch: Dispatch) => boolean) =>
  new Set(dispatches.filter(wanted).map(({ village }) => village))

/**
 * Fixes who gets the SMS of a version that no alert stands over, and sends them on their way, as it is done with a
 * district of an alert: every step may be repeated, and from here on its SMS are like any other.
 */
export const fanOutLoneVersion = async (deps: FanOutDeps, message: FanOut): Promise<void> => {
  const version = await deps.alerts.findVersion(message.alertId, message.version)
  const isOpen = version?.fanOutOpen.has(message.district) === true && isRunning(version.state)
  if (!isOpen) return
  const key = { alertId: version.alertId, version: version.version, district: message.district }
  const planned = await planOf(deps, version)
  const dueAt = toEpochSeconds(deps.clock.nowMs()) + deps.recoverySeconds
  const created = await Promise.all(planned.map((dispatch) => deps.dispatches.create(dispatch, dueAt)))
  const dispatches = created.every(Boolean) ? planned : await deps.dispatches.listDistrict(key)
  const fresh = {
    firstTurnOpen: villagesWhere(dispatches, awaitsFirstTurn),
    workOpen: villagesWhere(dispatches, hasOpenWork),
    doubtful: new Set<string>(),
  }
  const isNew = await deps.progress.createDistrict(key, fresh)
  const progress = isNew ? fresh : ((await deps.progress.findDistrict(key)) ?? fresh)
  const sendable = dispatches.filter((dispatch) => hasPending(dispatch, 1))
  await deps.lanes.first.send(sendable.map((dispatch) => toSendMessage(dispatch, 1)))
  const nothingLeft = (['firstTurnOpen', 'workOpen'] as const).filter((name) => progress[name].size === 0)
  await advanceVersion(deps, await deps.progress.closeDistrict(key, ['fanOutOpen', ...nothingLeft], false))
}
