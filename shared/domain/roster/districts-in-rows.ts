import { readDistrict, readVillageCode } from './read-place.ts'
import type { RosterRow } from './roster-columns.ts'

/** The districts whose villages planning needs to know: those of the rows' codes and district columns, sorted. */
export function districtsInRows(rows: readonly RosterRow[]): string[] {
  const codeTexts = new Set(rows.map(({ cells }) => cells.village_code ?? ''))
  const districtTexts = new Set(rows.map(({ cells }) => cells.district ?? ''))
  const byCode = [...codeTexts].flatMap((text) => {
    const reading = readVillageCode(text)
    return reading.outcome === 'ok' ? [reading.value.code.slice(0, 4)] : []
  })
  const byName = [...districtTexts].flatMap((text) => {
    const reading = readDistrict(text)
    return reading.outcome === 'ok' ? reading.value : []
  })
  return [...new Set([...byCode, ...byName])].toSorted()
}
