import type { SendMessage } from '../../shared/contracts/queue-messages.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import { laneOfWave, type Lane, type Wave } from '../../shared/domain/alert.ts'
import { isOpen } from '../../shared/domain/delivery.ts'
import { hasOpenWork, type Dispatch } from '../../shared/domain/dispatch.ts'
import { toSendMessage } from '../../shared/queue/to-send-message.ts'
import type { TickDeps } from './deps.ts'

const versionText = ({ alertId, version }: Pick<Dispatch, 'alertId' | 'version'>): string =>
  `${alertId}#${version}`

/** Waves of a dispatch with open work that may be sent now. */
const wavesToSend = (dispatch: Dispatch, version: VersionRecord): Wave[] => {
  const mayBeSecond = version.secondWaveOpenedAtEpochSeconds !== undefined
  return ([1, 2] as const).filter(
    (wave) =>
      (wave === 1 || mayBeSecond) &&
      dispatch.recipients.some((recipient) => recipient.wave === wave && isOpen(recipient.state)),
  )
}

const longestWaitSeconds = 900

/** Doubles the wait up to a quarter of an hour: a long queue is not filled with copies of what it already holds. */
const nextDue = (deps: TickDeps, version: VersionRecord, nowSeconds: number): number => {
  const ageSeconds = nowSeconds - (version.issuedAtEpochSeconds ?? nowSeconds)
  return nowSeconds + Math.max(deps.recoverySeconds, Math.min(ageSeconds, longestWaitSeconds))
}

/** Versions of these dispatches by id and number. */
const findVersions = async (
  deps: TickDeps,
  dispatches: readonly Dispatch[],
): Promise<ReadonlyMap<string, VersionRecord>> => {
  const keys = new Map(dispatches.map((one) => [versionText(one), one]))
  const found = await Promise.all(
    [...keys.values()].map(({ alertId, version }) => deps.alerts.findVersion(alertId, version)),
  )
  return new Map(
    found.flatMap((one): [string, VersionRecord][] => (one === undefined ? [] : [[versionText(one), one]])),
  )
}

/**
 * Puts those of the dispatches that were due by then on their lanes again, then moves their time on: where a lane
 * refuses, the next minute tries again.
 */
export const recoverDispatches = async (
  deps: TickDeps,
  dispatches: readonly Dispatch[],
  dueByEpochSeconds: number,
): Promise<void> => {
  const nowSeconds = toEpochSeconds(deps.clock.nowMs())
  const overdue = dispatches.filter(
    (dispatch) => hasOpenWork(dispatch) && (dispatch.dueAtEpochSeconds ?? 0) <= dueByEpochSeconds,
  )
  const versions = await findVersions(deps, overdue)
  const byLane: Record<Lane, SendMessage[]> = { first: [], urgent: [], routine: [] }
  const postponed = overdue.flatMap((dispatch) => {
    const version = versions.get(versionText(dispatch))
    if (version === undefined) return []
    for (const wave of wavesToSend(dispatch, version)) {
      byLane[laneOfWave(dispatch.lane, wave)].push(toSendMessage(dispatch, wave))
    }
    return [{ dispatch, until: nextDue(deps, version, nowSeconds) }]
  })
  await Promise.all(
    (['first', 'urgent', 'routine'] as const).map((lane) => deps.lanes[lane].send(byLane[lane])),
  )
  await Promise.all(postponed.map(({ dispatch, until }) => deps.dispatches.postpone(dispatch, until)))
  deps.metrics.count('WavesRecovered', byLane.first.length + byLane.urgent.length + byLane.routine.length)
}
