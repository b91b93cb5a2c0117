import { cleanText, foldLaoDigits } from '../lao-text.ts'
import { exposures, type Exposure } from '../village.ts'
import { ok, refused, type Reading } from './reading.ts'
import { textLimits } from './roster-columns.ts'

/** Degrees with a point or a comma before the decimals. */
export function readDegrees(text: string): Reading<number> {
  const written = plainNumber(text).replace(',', '.')
  return /^[+-]?\d{1,3}(?:\.\d+)?$/.test(written) ? ok(Number(written)) : refused('coordinate-malformed')
}

/** Why a village cannot be at a place; undefined where it can, or where no place is given. */
export function findPlaceFault(
  latitude: number | undefined,
  longitude: number | undefined,
): 'coordinate-alone' | 'coordinates-swapped' | 'coordinate-outside' | undefined {
  if (latitude === undefined && longitude === undefined) return undefined
  if (latitude === undefined || longitude === undefined) return 'coordinate-alone'
  if (isInside(latitude, latitudes) && isInside(longitude, longitudes)) return undefined
  const isSwapped = isInside(longitude, latitudes) && isInside(latitude, longitudes)
  return isSwapped ? 'coordinates-swapped' : 'coordinate-outside'
}

/** How near the danger a village lies: 1, 2 or 3. */
export function readExposure(text: string): Reading<Exposure> {
  const written = wholeNumber(text)
  const exposure = exposures.find((candidate) => candidate === written)
  return exposure === undefined ? refused('exposure-unknown') : ok(exposure)
}

export function readHouseholds(text: string): Reading<number> {
  const count = wholeNumber(text)
  const isPossible = count !== undefined && count <= textLimits.households
  return isPossible ? ok(count) : refused('households-malformed', { limit: textLimits.households })
}

/** A member's place in the committee, counted from 1. */
export function readMemberOrder(text: string): Reading<number> {
  const order = wholeNumber(text)
  const isPossible = order !== undefined && order >= 1 && order <= textLimits.memberOrder
  return isPossible ? ok(order) : refused('member-order-malformed')
}

/** The corners of Laos with a few kilometres to spare. */
const latitudes = { least: 13.8, most: 22.6 }
const longitudes = { least: 100, most: 107.8 }

function isInside(degrees: number, range: { least: number; most: number }): boolean {
  return degrees >= range.least && degrees <= range.most
}

function wholeNumber(text: string): number | undefined {
  const written = plainNumber(text).replace(/[.,]0+$/, '')
  return /^\d{1,9}$/.test(written) ? Number(written) : undefined
}

function plainNumber(text: string): string {
  return foldLaoDigits(cleanText(text.slice(0, 100)))
}
