import { areaLevel } from '../domain/area.ts'
import { isAlerted } from '../domain/committee.ts'
import type { VillageStore } from '../store/village-store.ts'

/** Villages that are named by their codes and get no alert any more: merged, or taken off the roster. */
export const findVillagesGone = async (
  deps: { villages: Pick<VillageStore, 'findMany'> },
  areas: readonly string[],
): Promise<string[]> => {
  const named = areas.filter((area) => areaLevel(area) === 'village')
  const standing = new Set((await deps.villages.findMany(named)).filter(isAlerted).map(({ code }) => code))
  return named.filter((code) => !standing.has(code))
}
