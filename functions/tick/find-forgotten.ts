import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import type { TickDeps } from './deps.ts'

/** As long as this an entry of the index may lag behind its version. */
const indexPatienceSeconds = 240
const alertsLookedAt = 100
const everyMinutes = 5

/** States in which a version waits for a step of Siang, or may. A draft has a time only where it is a cancel. */
const waitingStates: readonly VersionRecord['state'][] = [
  'draft',
  'submitted',
  'approved',
  'dispatching',
  'stopped',
]

const isForgotten = ({ state, dueAtEpochSeconds }: VersionRecord, nowSeconds: number): boolean =>
  waitingStates.includes(state) &&
  dueAtEpochSeconds !== undefined &&
  dueAtEpochSeconds + indexPatienceSeconds < nowSeconds

/**
 * Every few minutes: the latest versions of the newest alerts that should have been looked at long ago. The index of
 * what is due has lost them, and before a version has dispatches nothing else tells of it.
 */
export const findForgotten = async (
  deps: Pick<TickDeps, 'alerts'>,
  nowSeconds: number,
): Promise<VersionRecord[]> => {
  if (Math.floor(nowSeconds / 60) % everyMinutes !== 0) return []
  const { alerts } = await deps.alerts.listPage(alertsLookedAt, undefined)
  const latest = await deps.alerts.findLatestVersions(alerts)
  return latest.filter((version) => isForgotten(version, nowSeconds))
}
