import { pCode } from '../area.ts'
import { findDistrict, findProvince } from '../laos-areas.ts'
import type { Language, Village } from '../village.ts'
import { districtWords } from './cap-words.ts'

/** An `area` of CAP 1.2, 3.2.4, its elements in the order of the standard. */
export type CapArea = {
  readonly areaDesc: string
  /** `latitude,longitude radius`, in degrees and kilometres. */
  readonly circle?: readonly string[]
  readonly geocode: readonly { readonly valueName: 'P-CODE'; readonly value: string }[]
}

export type PlacedVillage = Pick<Village, 'code' | 'nameLo' | 'nameEn' | 'latitude' | 'longitude'>

/** A district of a version with those of its villages that are meant. */
export type CapDistrict = {
  readonly code: string
  /** Whether the whole district is meant, not the villages alone. */
  readonly isWhole: boolean
  readonly villages: readonly PlacedVillage[]
}

/** From the middle of a village to its last houses and fields. */
const villageRadiusKm = 3
/** Above it shapes are left out, and codes alone say where: an item of the table holds 400 KB. */
const mostCircles = 500
/** Where more villages of a district are named than this, the codes name the others. */
const mostNames = 60

const nameIn = (language: Language, { nameLo, nameEn }: { nameLo: string; nameEn: string }): string =>
  (language === 'lo' ? [nameLo, nameEn] : [nameEn, nameLo]).find((name) => name !== '') ?? ''

const districtIn = (language: Language, code: string): string => {
  const district = findDistrict(code)
  const province = findProvince(code.slice(0, 2))
  if (district === undefined || province === undefined) return pCode(code)
  return districtWords[language]
    .replace('{district}', nameIn(language, district))
    .replace('{province}', nameIn(language, province))
}

const describe = (language: Language, { code, isWhole, villages }: CapDistrict): string => {
  const district = districtIn(language, code)
  if (isWhole || villages.length === 0) return district
  const names = villages
    .slice(0, mostNames)
    .map((village) => nameIn(language, village) || pCode(village.code))
  const others = villages.length - names.length
  return `${district}: ${names.join(', ')}${others > 0 ? ` + ${others}` : ''}`
}

const circleAround = ({ latitude, longitude }: PlacedVillage): string[] =>
  latitude === undefined || longitude === undefined
    ? []
    : [`${latitude.toFixed(5)},${longitude.toFixed(5)} ${villageRadiusKm}`]

/**
 * Where a version is meant for, an area for each district. A district has circles only where the place of every
 * village that is meant is known: a reader who goes by shapes alone must not take a village for unthreatened that has
 * no coordinates.
 */
export const capAreas = (districts: readonly CapDistrict[], language: Language): CapArea[] => {
  const count = districts.reduce((sum, { villages }) => sum + villages.length, 0)
  return districts.map((district) => {
    const { code, isWhole, villages } = district
    const circles = villages.flatMap(circleAround)
    const isPlaced = circles.length > 0 && circles.length === villages.length && count <= mostCircles
    const codes = isWhole || villages.length === 0 ? [code] : villages.map((village) => village.code)
    return {
      areaDesc: describe(language, district),
      ...(isPlaced ? { circle: [...new Set(circles)] } : {}),
      geocode: codes.map((one) => ({ valueName: 'P-CODE', value: pCode(one) })),
    }
  })
}

/** The districts' names, for a title. */
export const districtNames = (districts: readonly CapDistrict[], language: Language): string[] =>
  districts.map(({ code }) => {
    const district = findDistrict(code)
    return district === undefined ? pCode(code) : nameIn(language, district)
  })
