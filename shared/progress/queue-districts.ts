import type { FanOutMessage } from '../contracts/queue-messages.ts'
import type { VersionRecord } from '../contracts/version-record.ts'
import type { FanOutQueues } from '../queue/alert-queues.ts'

/** Puts a job about each of these districts of the version on its queue. Hints: the version's sets hold the work. */
export const queueDistricts = async (
  deps: { fanOutQueues: FanOutQueues },
  { alertId, version, lane }: Pick<VersionRecord, 'alertId' | 'version' | 'lane'>,
  job: FanOutMessage['job'],
  districts: Iterable<string>,
  delaySeconds = 0,
): Promise<void> => {
  const messages = [...districts].map(
    (district): FanOutMessage => ({ schemaVersion: 1, job, alertId, version, district }),
  )
  if (messages.length > 0) await deps.fanOutQueues[lane].send(messages, delaySeconds)
}
