import type { SendMessage } from '../contracts/queue-messages.ts'
import type { VersionRecord } from '../contracts/version-record.ts'
import { laneOfWave, lanes, type Lane } from '../domain/alert.ts'
import type { Dispatch } from '../domain/dispatch.ts'
import { wavesToSend } from '../domain/waves-to-send.ts'
import type { Lanes } from '../queue/alert-queues.ts'
import { toSendMessage } from '../queue/to-send-message.ts'

/** Puts the waves of these dispatches that may be sent now on their lanes; answers with how many. */
export const queueWaves = async (
  deps: { lanes: Lanes },
  version: Pick<VersionRecord, 'state' | 'secondWaveOpenedAtEpochSeconds'>,
  dispatches: readonly Dispatch[],
): Promise<number> => {
  const byLane: Record<Lane, SendMessage[]> = { first: [], urgent: [], routine: [] }
  for (const dispatch of dispatches) {
    for (const wave of wavesToSend(dispatch, version)) {
      byLane[laneOfWave(dispatch.lane, wave)].push(toSendMessage(dispatch, wave))
    }
  }
  await Promise.all(lanes.map((lane) => deps.lanes[lane].send(byLane[lane])))
  return lanes.reduce((sum, lane) => sum + byLane[lane].length, 0)
}
