import type { FanOutMessage } from '../../shared/contracts/queue-messages.ts'
import { hasPending } from '../../shared/domain/dispatch.ts'
import { toSendMessage } from '../../shared/queue/to-send-message.ts'
import type { FanOutDeps } from './deps.ts'

type OpenSecondWave = Extract<FanOutMessage, { job: 'open-second-wave' }>

/** Sends the second wave of one district on its way, once every village's first contact had its turn. */
export const openSecondWave = async (deps: FanOutDeps, message: OpenSecondWave): Promise<void> => {
  const { alertId, district } = message
  const version = await deps.alerts.findVersion(alertId, message.version)
  if (version?.secondWaveOpenedAtEpochSeconds === undefined) return
  const key = { alertId, version: version.version, district }
  const dispatches = await deps.dispatches.listDistrict(key)
  const waiting = dispatches.filter((dispatch) => hasPending(dispatch, 2))
  await deps.lanes[version.lane].send(waiting.map((dispatch) => toSendMessage(dispatch, 2)))
  await deps.progress.closeDistrict(key, ['secondWaveToQueue'], false)
}
