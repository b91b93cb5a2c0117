import type { Village } from '../village.ts'
import { createCellReader, type CellReader } from './cell-reader.ts'
import { createHeldCells } from './held-cells.ts'
import { readMemberStatement, type MemberStatement } from './member-statement.ts'
import type { ProblemLog } from './problem-log.ts'
import { readDistrict, readVillageCode } from './read-place.ts'
import type { Reading } from './reading.ts'
import type { RosterRow } from './roster-columns.ts'
import { readVillageStatement, type VillageStatement } from './village-statement.ts'

/** How a row names its village: by code, or by a name in one of some districts. */
export type PlaceClaim =
  | { kind: 'code'; code: string; zeroRestored: boolean }
  | { kind: 'name'; districts: readonly string[]; nameLo: string; nameEn: string }

/** A row as read. `failed`: an error of the row was reported, so its village cannot be planned. */
export type RosterEntry = {
  rowNumber: number
  place: PlaceClaim | undefined
  village: VillageStatement
  member: MemberStatement | undefined
  failed: boolean
}

type ReadEntry = (row: RosterRow) => RosterEntry

/** Reads rows; the districts of a file are few, so each is looked up once. */
export function createEntryReader(
  log: ProblemLog,
  todayIso: string,
  existing: ReadonlyMap<string, Village>,
): ReadEntry {
  const districtReadings = new Map<string, Reading<readonly string[]>>()
  const lookUpDistrict = (text: string): Reading<readonly string[]> => {
    const reading = districtReadings.get(text) ?? readDistrict(text)
    districtReadings.set(text, reading)
    return reading
  }
  return (row) => {
    const cells = createCellReader(row, log, createHeldCells(row, existing))
    const village = readVillageStatement(cells)
    const place = readPlace(cells, village, lookUpDistrict)
    const member = readMemberStatement(cells, todayIso)
    return { rowNumber: row.rowNumber, place, village, member, failed: cells.failed() }
  }
}

type LookUpDistrict = (text: string) => Reading<readonly string[]>

function readPlace(
  row: CellReader,
  village: VillageStatement,
  lookUp: LookUpDistrict,
): PlaceClaim | undefined {
  if (row.has('village_code')) return readCodedPlace(row, lookUp)
  const nameLo = village.nameLo ?? ''
  const nameEn = village.nameEn ?? ''
  const hasName = row.has('village_name_lo') || row.has('village_name_en')
  if (!row.has('district') || !hasName) {
    row.fail('village_code', 'village-missing')
    return undefined
  }
  const districts = row.take('district', lookUp)
  if (districts === undefined || (nameLo === '' && nameEn === '')) return undefined
  return { kind: 'name', districts, nameLo, nameEn }
}

function readCodedPlace(row: CellReader, lookUp: LookUpDistrict): PlaceClaim | undefined {
  const read = row.take('village_code', readVillageCode)
  if (read === undefined) return undefined
  const districts = row.take('district', (text) => {
    const reading = lookUp(text)
    return reading.outcome === 'ok'
      ? reading
      : { outcome: 'ok', value: [], warning: 'district-unknown-ignored' }
  })
  const isElsewhere =
    districts?.every((district) => !read.code.startsWith(district)) === true && districts.length > 0
  if (isElsewhere) row.fail('district', 'district-contradicts-code')
  return { kind: 'code', ...read }
}
