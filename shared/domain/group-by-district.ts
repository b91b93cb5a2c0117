import { areaLevel, districtOf } from './area.ts'
import { districtsOf } from './laos-areas.ts'

/** Normalised areas by district: the villages that are named of it, or an empty list for all of them. */
export const groupByDistrict = (areas: readonly string[]): Record<string, string[]> => {
  const districts: Record<string, string[]> = {}
  for (const area of areas) {
    const level = areaLevel(area)
    if (level === 'village') (districts[districtOf(area)] ??= []).push(area)
    else if (level === 'district') districts[area] = []
    else for (const district of districtsOf(area)) districts[district.code] = []
  }
  return districts
}
