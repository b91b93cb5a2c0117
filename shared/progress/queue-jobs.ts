import type { VersionRecord } from '../contracts/version-record.ts'
import { isRunning } from '../domain/version.ts'
import type { FanOutQueues } from '../queue/alert-queues.ts'
import { queueDistricts } from './queue-districts.ts'

/** Puts every job on its queue that the version's sets say is still to do. While it is stopped there is none. */
export const queueJobs = async (
  deps: { fanOutQueues: FanOutQueues },
  version: VersionRecord,
): Promise<void> => {
  if (!isRunning(version.state)) return
  await queueDistricts(deps, version, 'fan-out', version.fanOutOpen)
  await queueDistricts(deps, version, 'open-second-wave', version.secondWaveToQueue)
  await queueDistricts(deps, version, 'queue-open-waves', version.wavesToQueue)
  await queueDistricts(deps, version, 'resend', version.resendToQueue)
}
