import type { SendMessage } from '../../shared/contracts/queue-messages.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import { laneOfWave, type Lane, type Wave } from '../../shared/domain/alert.ts'
import { hasOpenWork, type Dispatch, type DispatchKey } from '../../shared/domain/dispatch.ts'
import { toSendMessage } from '../../shared/queue/to-send-message.ts'
import type { TickDeps } from './deps.ts'

/** A dispatch that the index says is due, and since when. */
export type DueDispatch = DispatchKey & { dueAtEpochSeconds: number }

/** Waves of a dispatch with open work that may be sent now. */
const wavesToSend = (dispatch: Dispatch, version: VersionRecord): Wave[] => {
  const mayBeSecond = version.secondWaveOpenedAtEpochSeconds !== undefined
  return ([1, 2] as const).filter(
    (wave) =>
      (wave === 1 || mayBeSecond) &&
      dispatch.recipients.some(
        (recipient) =>
          recipient.wave === wave && (recipient.state === 'pending' || recipient.state === 'sending'),
      ),
  )
}

/** Doubles the wait each time, so that a long queue is not filled with copies of what it already holds. */
const nextDue = (deps: TickDeps, version: VersionRecord, nowSeconds: number): number => {
  const ageSeconds = nowSeconds - (version.issuedAtEpochSeconds ?? nowSeconds)
  return nowSeconds + Math.max(deps.recoverySeconds, ageSeconds)
}

/** Puts due dispatches on their lanes again; answers with how many waves. */
export const recoverDispatches = async (deps: TickDeps, due: readonly DueDispatch[]): Promise<number> => {
  const nowSeconds = toEpochSeconds(deps.clock.nowMs())
  const dispatches = await deps.dispatches.findMany(due)
  const versionKeys = new Map(due.map((one) => [`${one.alertId}#${one.version}`, one]))
  const versions = new Map<string, VersionRecord>()
  await Promise.all(
    [...versionKeys].map(async ([text, key]) => {
      const version = await deps.alerts.findVersion(key.alertId, key.version)
      if (version !== undefined) versions.set(text, version)
    }),
  )
  const dueSince = new Map(
    due.map((one) => [`${one.alertId}#${one.version}#${one.village}`, one.dueAtEpochSeconds]),
  )
  const byLane: Record<Lane, SendMessage[]> = { first: [], urgent: [], routine: [] }
  await Promise.all(
    dispatches.filter(hasOpenWork).map(async (dispatch) => {
      const version = versions.get(`${dispatch.alertId}#${dispatch.version}`)
      const since = dueSince.get(`${dispatch.alertId}#${dispatch.version}#${dispatch.village}`)
      if (version === undefined || since === undefined) return
      const isMine = await deps.dispatches.postpone(dispatch, since, nextDue(deps, version, nowSeconds))
      if (!isMine) return
      for (const wave of wavesToSend(dispatch, version)) {
        byLane[laneOfWave(dispatch.lane, wave)].push(toSendMessage(dispatch, wave))
      }
    }),
  )
  await Promise.all(
    (['first', 'urgent', 'routine'] as const).map((lane) => deps.lanes[lane].send(byLane[lane])),
  )
  return byLane.first.length + byLane.urgent.length + byLane.routine.length
}
