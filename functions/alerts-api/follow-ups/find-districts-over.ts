import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { endedAreas, lastDanger } from '../../../shared/domain/alert-ending.ts'
import { areaLevel, covers, districtOf } from '../../../shared/domain/area.ts'
import type { AlertsApiDeps } from '../deps.ts'

/**
 * Districts that were warned as a whole and are over as a whole once the danger has ended in these areas: every village
 * that the warning was written for is named by then, now or before. Reads the dispatches of districts of which villages
 * are named.
 */
export const findDistrictsOver = async (
  deps: Pick<AlertsApiDeps, 'dispatches'>,
  versions: readonly VersionRecord[],
  areas: readonly string[],
): Promise<string[]> => {
  const danger = lastDanger(versions)
  if (danger === undefined) return []
  const over = [...endedAreas(versions), ...areas]
  const isOver = (code: string): boolean => over.some((area) => covers(area, code))
  const named = new Set(areas.filter((area) => areaLevel(area) === 'village').map(districtOf))
  const inQuestion = [...named].filter((district) => danger.areas.some((area) => covers(area, district)))
  const { alertId, version } = danger
  const found = await Promise.all(
    inQuestion.map(async (district) => {
      const warned = await deps.dispatches.listDistrict({ alertId, version, district })
      return warned.length > 0 && warned.every(({ village }) => isOver(village)) ? [district] : []
    }),
  )
  return found.flat()
}
