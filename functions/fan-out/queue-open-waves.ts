import type { FanOutMessage } from '../../shared/contracts/queue-messages.ts'
import { isRunning } from '../../shared/domain/version.ts'
import { advanceVersion } from '../../shared/progress/advance-version.ts'
import { queueWaves } from '../../shared/progress/queue-waves.ts'
import type { FanOutDeps } from './deps.ts'

type QueueOpenWaves = Extract<FanOutMessage, { job: 'queue-open-waves' }>

/**
 * Puts every open wave of one district on its lane again: the version was resumed and goes on, or it ended and what is
 * pending must be seen to end. A version that was stopped again waits for its next resumption.
 */
export const queueOpenWaves = async (deps: FanOutDeps, message: QueueOpenWaves): Promise<void> => {
  const { alertId, district } = message
  const version = await deps.alerts.findVersion(alertId, message.version)
  if (version === undefined || !isRunning(version.state)) return
  const key = { alertId, version: version.version, district }
  await queueWaves(deps, version, await deps.dispatches.listDistrict(key))
  await advanceVersion(deps, await deps.progress.closeDistrict(key, ['wavesToQueue'], false))
}
