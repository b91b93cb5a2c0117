import { readDistrict, readVillageCode } from '../../shared/domain/roster/read-place.ts'
import type { RosterCells, RosterRow } from '../../shared/domain/roster/roster-columns.ts'

/** Of the length that the row's code has, and in no district. */
const unknownCode = { asWritten: '9999999', zeroDropped: '999999' } as const
const unknownDistrict = '9999'

const remember = (read: (text: string) => string) => {
  const known = new Map<string, string>()
  return (text: string): string => {
    const before = known.get(text)
    if (before !== undefined) return before
    const now = read(text)
    known.set(text, now)
    return now
  }
}

/**
 * Rows as the importer may see them: a village or district outside their areas is named as one that does not exist,
 * so that its row gets the very error of an unknown one and its villages are not even looked up.
 */
export const hideForeignAreas = (
  rows: readonly RosterRow[],
  isOwnDistrict: (district: string) => boolean,
): RosterRow[] => {
  const codeText = remember((text) => {
    const reading = readVillageCode(text)
    if (reading.outcome === 'refused' || isOwnDistrict(reading.value.code.slice(0, 4))) return text
    return reading.value.zeroRestored ? unknownCode.zeroDropped : unknownCode.asWritten
  })
  const districtText = remember((text) => {
    const reading = readDistrict(text)
    if (reading.outcome === 'refused') return text
    const own = reading.value.filter(isOwnDistrict)
    if (own.length === reading.value.length) return text
    return own.length > 1 ? text : (own[0] ?? unknownDistrict)
  })
  const hide = ({ village_code: code, district }: RosterCells): RosterCells => {
    // Beside a code the district only says whether the two agree; names of districts are no secret.
    if (code !== undefined && code.trim() !== '') return { village_code: codeText(code) }
    return district === undefined ? {} : { district: districtText(district) }
  }
  return rows.map((row) => {
    const shown = hide(row.cells)
    const isSame =
      (shown.village_code ?? row.cells.village_code) === row.cells.village_code &&
      (shown.district ?? row.cells.district) === row.cells.district
    return isSame ? row : { ...row, cells: { ...row.cells, ...shown } }
  })
}
