import { describe, expect, test } from 'vitest'
import { hideForeignAreas } from '../../../functions/roster-import/hide-foreign-areas.ts'
import { planImport } from '../../../shared/domain/roster/plan-import.ts'
import { memberIdFor } from '../../../shared/domain/roster/member-id-for.ts'
import type { RosterCells } from '../../../shared/domain/roster/roster-columns.ts'

const isOwn = (district: string) => district.startsWith('13')
const rowsOf = (...cells: RosterCells[]) => cells.map((row, index) => ({ rowNumber: index + 2, cells: row }))

const problemCodes = (cells: RosterCells) => {
  const plan = planImport({
    rows: hideForeignAreas(rowsOf({ member_name: 'A', phone: '020 55 123 456', ...cells }), isOwn),
    existing: new Map(),
    options: { markLeft: false },
    todayIso: '2026-07-01',
    newMemberId: memberIdFor,
  })
  return plan.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, column }) => [code, column])
}

describe('hiding areas that are not the importer’s', () => {
  test('leaves own rows as they are', () => {
    const rows = rowsOf({ village_code: '1301001' }, { district: '1301', village_name_en: 'Ban' }, {})

    expect(hideForeignAreas(rows, isOwn)).toEqual(rows)
  })

  test('gives a foreign village the error of an unknown one', () => {
    const unknown = problemCodes({ village_code: '1399001', village_name_en: 'Ban' })

    expect(unknown).toEqual([['village-code-unknown-district', 'village_code']])
    expect(problemCodes({ village_code: '0101001', village_name_en: 'Ban' })).toEqual(unknown)
  })

  test('gives a foreign code that lost its 0 the error of an unknown one that lost it', () => {
    const unknown = problemCodes({ village_code: '999001', village_name_en: 'Ban' })

    expect(problemCodes({ village_code: '103001', village_name_en: 'Ban' })).toEqual(unknown)
  })

  test('gives a foreign district the error of an unknown one', () => {
    const unknown = problemCodes({ district: 'Nowhere', village_name_en: 'Ban' })

    expect(unknown).toEqual([['district-unknown', 'district']])
    expect(problemCodes({ district: 'Sangthong', village_name_en: 'Ban' })).toEqual(unknown)
  })

  test('takes a name of districts in several provinces for the one that is the importer’s', () => {
    const rows = rowsOf({ district: 'Phonthong' })

    expect(hideForeignAreas(rows, (code) => code === '1606')[0]?.cells.district).toBe('1606')
    expect(hideForeignAreas(rows, (code) => code === '1606' || code === '0612')).toEqual(rows)
  })
})
