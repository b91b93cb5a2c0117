import pMap from 'p-map'
import { covers } from '../../shared/domain/area.ts'
import type { CapVersion } from '../../shared/domain/cap/cap-alert.ts'
import type { CapDistrict, PlacedVillage } from '../../shared/domain/cap/cap-areas.ts'
import { isAlerted } from '../../shared/domain/committee.ts'
import type { Village } from '../../shared/domain/village.ts'
import type { FanOutDeps } from './deps.ts'

const districtsAtATime = { concurrency: 4 }
/** More whole districts have more villages than a message may have circles: they are not read for nothing. */
const mostDistrictsToRead = 12

const toPlaced = ({ code, nameLo, nameEn, latitude, longitude }: Village): PlacedVillage => ({
  code,
  nameLo,
  nameEn,
  latitude,
  longitude,
})

/** Villages that are named stay named where the roster has lost or merged them: they never become their district. */
const named = (codes: readonly string[], rostered: readonly Village[]): PlacedVillage[] => {
  const known = new Map(rostered.map((village) => [village.code, toPlaced(village)]))
  return codes.map((code) => known.get(code) ?? { code, nameLo: '', nameEn: '' })
}

/**
 * The districts that a version is meant for, with the places of their villages and nothing of their people; without
 * what lies in `cleared`.
 */
export const readCapDistricts = async (
  deps: Pick<FanOutDeps, 'villages'>,
  districts: CapVersion['districts'],
  cleared: readonly string[] = [],
): Promise<CapDistrict[]> => {
  const isCleared = (area: string): boolean => cleared.some((one) => covers(one, area))
  const codes = Object.keys(districts)
    .filter((code) => !isCleared(code))
    .toSorted()
  const readOne = async (code: string): Promise<CapDistrict> => {
    const only = districts[code] ?? []
    const isWhole = only.length === 0 && !cleared.some((one) => covers(code, one))
    if (isWhole && codes.length > mostDistrictsToRead) return { code, isWhole, villages: [] }
    const rostered = await deps.villages.listDistrict(code)
    const villages = only.length > 0 ? named(only, rostered) : rostered.filter(isAlerted).map(toPlaced)
    return { code, isWhole, villages: villages.filter((village) => !isCleared(village.code)) }
  }
  const read = await pMap(codes, readOne, districtsAtATime)
  return read.filter(({ isWhole, villages }) => isWhole || villages.length > 0)
}
