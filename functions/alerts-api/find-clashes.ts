import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import { isLive } from '../../shared/domain/approval.ts'
import { covers } from '../../shared/domain/area.ts'
import { RequestError } from '../../shared/errors.ts'
import type { AlertsApiDeps } from './deps.ts'

type Deps = Pick<AlertsApiDeps, 'alerts' | 'clock'>

/** Older alerts are over, whatever versions they had. */
const searchedDays = 60

const overlaps = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => b.some((other) => covers(one, other) || covers(other, one)))

/** Alerts that say of a danger that still holds, actually, and meant one of these areas; newest first. */
const findLiveActual = async (deps: Deps, areas: readonly string[]): Promise<AlertRecord[]> => {
  const nowMs = deps.clock.nowMs()
  const live: AlertRecord[] = []
  let next: Awaited<ReturnType<Deps['alerts']['listPage']>>['next']
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
    const page = await deps.alerts.listPage(100, next)
    const recent = page.alerts.filter(
      ({ createdAtIso }) => Date.parse(createdAtIso) > nowMs - searchedDays * 24 * 3_600_000,
    )
    const candidates = recent.filter((one) => one.mode === 'actual' && overlaps(one.areas, areas))
    // oxlint-disable-next-line no-await-in-loop -- as above
    const versions = await Promise.all(candidates.map((one) => deps.alerts.listVersions(one.alertId)))
    live.push(
      ...candidates.filter((one, index) => isLive(one.kind, versions[index] ?? [], toEpochSeconds(nowMs))),
    )
    next = recent.length === page.alerts.length ? page.next : undefined
  } while (next !== undefined)
  return live
}

const factsOf = ({ alertId, number }: AlertRecord) => ({ alertId, number })

/** Throws where an exercise or a test would go out beside an actual alert that is live. */
export const refuseBesideActual = async (deps: Deps, version: VersionRecord): Promise<void> => {
  if (version.mode === 'actual') return
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
