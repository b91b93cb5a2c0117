import { parseAreaCode } from '../area.ts'
import { foldLaoDigits } from '../lao-text.ts'
import { findDistrict, findDistrictByName } from '../laos-areas.ts'
import { ok, refused, type Reading } from './reading.ts'

/**
 * A village's official code, with whether a leading 0 that a spreadsheet dropped was put back. That is done only
 * where it is certain: `101001` may be 0101001, or a code of district 1010 without its last digit.
 */
export function readVillageCode(text: string): Reading<{ code: string; zeroRestored: boolean }> {
  const reading = parseAreaCode(text)
  if (reading.outcome === 'refused') {
    if (isScientific(text)) return refused('village-code-scientific')
    if (reading.reason === 'p-code') return refused('village-code-p-code')
    return refused(reading.reason === 'wrong-length' ? 'village-code-length' : 'village-code-malformed')
  }
  const { code, level, zeroRestored } = reading
  if (level !== 'village') return refused('village-code-length')
  if (findDistrict(code.slice(0, 4)) === undefined) {
    return refused(zeroRestored ? 'village-code-uncertain' : 'village-code-unknown-district')
  }
  const hasOtherReading = zeroRestored && findDistrict(code.slice(1, 5)) !== undefined
  return hasOtherReading ? refused('village-code-two-readings') : ok({ code, zeroRestored })
}

/** The districts that a code or name may mean: one, or several of one name in different provinces. */
export function readDistrict(text: string): Reading<readonly string[]> {
  const reading = parseAreaCode(text)
  const byCode = reading.outcome === 'ok' ? findDistrict(reading.code) : undefined
  if (byCode !== undefined) return ok([byCode.code])
  const byName = findDistrictByName(text)
  return byName.length === 0 ? refused('district-unknown') : ok(byName.map(({ code }) => code))
}

function isScientific(text: string): boolean {
  return /^\s*'?\d+(?:[.,]\d+)?e\+?\d+\s*$/i.test(foldLaoDigits(text.slice(0, 100)))
}
