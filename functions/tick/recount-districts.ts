import { toEpochSeconds } from '../../shared/clock.ts'
import { countDistrict } from '../../shared/store/count-district.ts'
import type { TickDeps } from './deps.ts'

/** A writer that is alive has counted its district within this time. */
const patienceSeconds = 60

/** Counts districts again whose writer died between changing a village and counting. */
export const recountDistricts = async (deps: TickDeps): Promise<number> => {
  const before = toEpochSeconds(deps.clock.nowMs()) - patienceSeconds
  const stale = (await deps.summaries.list('')).filter(
    ({ staleSinceEpochSeconds }) => staleSinceEpochSeconds !== undefined && staleSinceEpochSeconds < before,
  )
  await Promise.all(stale.map(({ district }) => countDistrict(deps, district)))
  return stale.length
}
