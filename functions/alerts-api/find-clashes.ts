import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import { covers } from '../../shared/domain/area.ts'
import { isDanger } from '../../shared/domain/level.ts'
import { RequestError } from '../../shared/errors.ts'
import { findLiveActual } from '../../shared/progress/find-live-actual.ts'
import { districtsWithWork } from '../../shared/progress/districts-with-work.ts'
import type { AlertsApiDeps } from './deps.ts'
import { issuedOf } from './told-so-far.ts'

type Deps = Pick<AlertsApiDeps, 'alerts' | 'clock'>

const factsOf = ({ alertId, number }: AlertRecord) => ({ alertId, number })

const isGoingOut = (version: VersionRecord): boolean =>
  version.state === 'stopped' ||
  (version.state === 'dispatching' && version.fanOutOpen.size + districtsWithWork(version).size > 0)

/**
 * Throws where an all-clear for some of the areas would end an earlier version while it is still being sent: people of
 * the other areas would not be told of a danger that is there.
 */
export const refuseWhileSent = (versions: readonly VersionRecord[], areas: readonly string[]): void => {
  const sent = issuedOf(versions).findLast(isGoingOut)
  if (sent === undefined || sent.areas.every((area) => areas.some((one) => covers(one, area)))) return
  throw new RequestError(
    'wrong-state',
    `Version ${sent.version} is ${sent.state}: an all-clear for some of its areas would end it in the others too. Wait until it is sent, or write an update.`,
    [],
    { version: sent.version },
  )
}

/**
 * Throws where an exercise or a test would go out beside an actual alert that is live, and where an all-clear for some
 * areas would keep others from being told. What ends a drill goes out whatever comes.
 */
export const refuseBesideActual = async (deps: Deps, version: VersionRecord): Promise<void> => {
  if (version.level === 'all-clear') {
    refuseWhileSent(await deps.alerts.listVersions(version.alertId), version.areas)
  }
  if (version.mode === 'actual' || !isDanger(version.level)) return
  const [live] = await findLiveActual(deps, version.areas)
  if (live === undefined) return
  throw new RequestError(
    'actual-alert-live',
    `The actual alert #${live.number} is live in these areas: no ${version.mode} goes out beside it.`,
    [],
    factsOf(live),
  )
}

/**
 * Throws where a live alert tells the same people of the same danger already, unless the officer named it: an update
 * of that one is what people would understand.
 */
export const refuseBesideLive = async (
  deps: Deps,
  alert: AlertRecord,
  version: VersionRecord,
  besidesAlertId: string | undefined,
): Promise<void> => {
  await refuseBesideActual(deps, version)
  // A later version speaks of its own alert; a preparedness message of no danger that is there.
  if (version.mode !== 'actual' || version.version > 1 || alert.kind === 'preparedness') return
  const live = (await findLiveActual(deps, version.areas)).filter(
    (one) => one.hazard === alert.hazard && one.alertId !== alert.alertId,
  )
  const [first] = live
  if (first === undefined || live.some(({ alertId }) => alertId === besidesAlertId)) return
  throw new RequestError(
    'alert-live',
    `Alert #${first.number} of the same danger is live in these areas: update that one, or name it as besidesAlertId to send this one beside it.`,
    [{ path: 'body.besidesAlertId', message: 'Name the live alert if both are meant to go out.' }],
    factsOf(first),
  )
}
