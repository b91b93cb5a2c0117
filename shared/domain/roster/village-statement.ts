import type { VillageDetails } from '../village.ts'
import type { CellReader } from './cell-reader.ts'
import { findPlaceFault, readDegrees, readExposure, readHouseholds } from './read-number.ts'
import { readLanguagesSpoken, readLaoText, readText } from './read-text.ts'
import { textLimits, type RosterColumn } from './roster-columns.ts'

/** The fields of a village that a file can state, with their columns. */
export const villageColumns = {
  nameLo: 'village_name_lo',
  nameEn: 'village_name_en',
  latitude: 'latitude',
  longitude: 'longitude',
  exposure: 'exposure',
  safePlaceLo: 'safe_place_lo',
  safePlaceEn: 'safe_place_en',
  languagesSpoken: 'languages_spoken',
  households: 'households',
} as const satisfies Partial<Record<keyof VillageDetails, RosterColumn>>
export type VillageField = keyof typeof villageColumns

/** What a row says of its village. An empty cell says nothing: what the roster has stays. */
export type VillageStatement = { [Field in VillageField]?: VillageDetails[Field] | undefined }

export const villageFields: readonly VillageField[] = [
  'nameLo',
  'nameEn',
  'latitude',
  'longitude',
  'exposure',
  'safePlaceLo',
  'safePlaceEn',
  'languagesSpoken',
  'households',
]

export function readVillageStatement(row: CellReader): VillageStatement {
  return {
    nameLo: row.take('village_name_lo', (text) => readLaoText(text, textLimits.name)),
    nameEn: row.take('village_name_en', (text) => readText(text, textLimits.name)),
    ...readCoordinates(row),
    exposure: row.take('exposure', readExposure),
    safePlaceLo: row.take('safe_place_lo', (text) => readLaoText(text, textLimits.safePlace)),
    safePlaceEn: row.take('safe_place_en', (text) => readText(text, textLimits.safePlace)),
    languagesSpoken: row.take('languages_spoken', readLanguagesSpoken),
    households: row.take('households', readHouseholds),
  }
}

/** Places outside Laos are left out with a warning: a village must not miss its alerts for a mistyped coordinate. */
function readCoordinates(row: CellReader): Pick<VillageStatement, 'latitude' | 'longitude'> {
  const hasLatitude = row.has('latitude')
  const hasLongitude = row.has('longitude')
  if (!hasLatitude && !hasLongitude) return {}
  const isHeld = (): boolean => row.isHeld('latitude') && row.isHeld('longitude')
  if (!hasLatitude || !hasLongitude) {
    if (!isHeld()) row.fail(hasLatitude ? 'longitude' : 'latitude', 'coordinate-alone')
    return {}
  }
  const latitude = row.take('latitude', readDegrees)
  const longitude = row.take('longitude', readDegrees)
  if (latitude === undefined || longitude === undefined) return {}
  const fault = findPlaceFault(latitude, longitude)
  if (fault === undefined) return { latitude, longitude }
  if (isHeld()) return {}
  if (fault === 'coordinate-outside') row.warn('latitude', fault)
  else row.fail('latitude', fault)
  return {}
}
