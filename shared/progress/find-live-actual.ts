import type { AlertRecord } from '../contracts/version-record.ts'
import { toEpochSeconds, type Clock } from '../clock.ts'
import { isLiveIn } from '../domain/alert-ending.ts'
import { covers } from '../domain/area.ts'
import type { AlertStore } from '../store/alert-store.ts'

type Deps = { alerts: Pick<AlertStore, 'listPage' | 'listVersions'>; clock: Clock }

/** Older alerts are over, whatever versions they had. */
const searchedDays = 60

const overlaps = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => b.some((other) => covers(one, other) || covers(other, one)))

/** Alerts that say of a danger that still holds, actually, and meant one of these areas; newest first. */
export const findLiveActual = async (deps: Deps, areas: readonly string[]): Promise<AlertRecord[]> => {
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
      ...candidates.filter((one, index) =>
        isLiveIn(one.kind, versions[index] ?? [], areas, toEpochSeconds(nowMs)),
      ),
    )
    next = recent.length === page.alerts.length ? page.next : undefined
  } while (next !== undefined)
  return live
}
