import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTable, type TableRows } from '../../../functions/roster-import/read-table/read-table.ts'
import { rosterFileLimits } from '../../../functions/roster-import/read-table/table-limits.ts'
import { firstSheetPath, withFileChanged, workbookOf, workbookWith } from '../../support/workbooks.ts'

const header = ['village_code', 'member_name', 'phone', 'consented_on']

async function rowsOf(bytes: Uint8Array): Promise<TableRows> {
  const table = await readTable(bytes)
  if (table.outcome === 'refused') throw new Error(`refused: ${table.code}`)
  return table
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const table = await readTable(bytes)
  return table.outcome === 'refused' ? table.code : 'none'
}

describe('readTable for .xlsx', () => {
  it('reads text, numbers and dates as people see them', async () => {
    const date = new Date(Date.UTC(2026, 4, 31))
    const workbook = await workbookOf([
      header,
      ['0101001', 'ສົມໄຊ', '020 55 123 456', { value: date, type: Date, format: 'dd/mm/yyyy' }],
      [101_001, 'ແກ້ວ', 8_562_055_123_456, '31/05/2026'],
      [1_401_001, true, 2_055_123_456.0, null],
    ])

    const table = await rowsOf(workbook)

    expect(table.format).toBe('xlsx')
    expect(table.rows.map(({ cells }) => Object.values(cells))).toEqual([
      ['0101001', 'ສົມໄຊ', '020 55 123 456', '2026-05-31'],
      ['101001', 'ແກ້ວ', '8562055123456', '31/05/2026'],
      ['1401001', 'TRUE', '2055123456', ''],
    ])
  })

  it('writes out numbers that are stored as powers of ten', async () => {
    const workbook = withFileChanged(
      await workbookOf([header, [1_401_001, 'x', 8_562_055_123_456, null]]),
      firstSheetPath,
      (xml) => xml.replace('<v>8562055123456</v>', '<v>8.562055123456E12</v>'),
    )

    const table = await rowsOf(workbook)

    expect(table.rows[0]?.cells.phone).toBe('8562055123456')
  })

  it('counts rows as the spreadsheet does where rows are blank or not stored at all', async () => {
    const workbook = withFileChanged(
      await workbookOf([header, ['1401001', 'ສົມໄຊ', '1', null], [], ['1401001', 'ແກ້ວ', '2', null]]),
      firstSheetPath,
      (xml) => xml.replaceAll(/(<row r="|<c r="[A-Z]+)4"/g, '$19"'),
    )

    const table = await rowsOf(workbook)

    expect(table.rows.map(({ rowNumber, cells }) => [rowNumber, cells.member_name])).toEqual([
      [2, 'ສົມໄຊ'],
      [9, 'ແກ້ວ'],
    ])
  })

  it('reads the first sheet, or the one called roster or ບັນຊີ', async () => {
    const about = { sheet: 'About', data: [['Read me']] }
    const data = [header, ['1401001', 'ສົມໄຊ', '1', null]]

    const inEnglish = await rowsOf(await workbookWith([about, { sheet: ' Roster', data }]))
    const inLao = await rowsOf(await workbookWith([about, { sheet: 'ບັນຊີ', data }]))
    const first = await codeOf(await workbookWith([about, { sheet: 'Other', data }]))

    expect([inEnglish.rows.length, inLao.rows.length, first]).toEqual([1, 1, 'header-missing'])
  })

  it('shows failed formulas and impossible dates instead of hiding them', async () => {
    const workbook = withFileChanged(
      await workbookOf([
        header,
        ['1401001', 'ສົມໄຊ', 5, { value: new Date(), type: Date, format: 'dd/mm/yyyy' }],
      ]),
      firstSheetPath,
      (xml) =>
        xml
          .replace(/<c r="C2"[^>]*><v>5<\/v><\/c>/, '<c r="C2" t="e"><f>VLOOKUP(1,2,3)</f><v>#N/A</v></c>')
          .replace(/(<c r="D2"[^>]*><v>)[^<]*/, '$12055123456'),
    )

    const table = await rowsOf(workbook)

    expect(table.rows[0]?.cells).toMatchObject({ phone: '#N/A', consented_on: '####' })
  })

  it('unpacks a bomb no further than the limit, whatever size it claims', async () => {
    const limits = { ...rosterFileLimits, unpackedBytes: 1024 * 1024 }
    const workbook = await workbookOf([header, ['1401001', 'ສົມໄຊ', '1', null]])
    const bomb = withFileChanged(workbook, firstSheetPath, (xml) => xml + ' '.repeat(3 * 1024 * 1024))
    const lying = claimingSize(bomb, 3 * 1024 * 1024, 1000)

    const codes = [await readTable(bomb, limits), await readTable(lying, limits)].map(
      (table) => table.outcome === 'refused' && table.code,
    )

    expect(codes).toEqual(['unpacked-too-large', 'unpacked-too-large'])
    expect(await rowsOf(bomb)).toMatchObject({ rows: [{ rowNumber: 2 }] })
  })

  it('does not unpack other sheets', async () => {
    const limits = { ...rosterFileLimits, unpackedBytes: 1024 * 1024 }
    const workbook = await workbookWith([
      { sheet: 'roster', data: [header, ['1401001', 'ສົມໄຊ', '1', null]] },
      { sheet: 'other', data: [['x']] },
    ])
    const large = withFileChanged(
      workbook,
      'xl/worksheets/sheet2.xml',
      (xml) => xml + ' '.repeat(3 * 1024 * 1024),
    )

    expect(await readTable(large, limits)).toMatchObject({ outcome: 'rows', rows: [{ rowNumber: 2 }] })
  })

  it.each<[string, string, (xml: string) => string]>([
    [
      'too-many-columns',
      'a cell far to the right',
      (xml) => xml.replace('</row>', '<c r="XFD1"><v>1</v></c></row>'),
    ],
    [
      'too-many-rows',
      'a cell far below',
      (xml) => xml.replace('</sheetData>', '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
    ],
    [
      'spreadsheet-damaged',
      'an impossible row',
      (xml) => xml.replace('</sheetData>', '<row r="99999999999"></row></sheetData>'),
    ],
    ['spreadsheet-damaged', 'rows out of order', (xml) => xml.replace('<row r="1"', '<row r="7"')],
    ['spreadsheet-damaged', 'broken XML', (xml) => xml.slice(0, -60)],
  ])('refuses as %s: %s', async (code, _name, change) => {
    const workbook = await workbookOf([header, ['1401001', 'ສົມໄຊ', '1', null]])

    expect(await codeOf(withFileChanged(workbook, firstSheetPath, change))).toBe(code)
  })

  it('takes formats far below the table for nothing', async () => {
    const workbook = withFileChanged(
      await workbookOf([header, ['1401001', 'ສົມໄຊ', '1', null]]),
      firstSheetPath,
      (xml) => xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"/></row></sheetData>'),
    )

    expect((await rowsOf(workbook)).rows).toHaveLength(1)
  })

  it('reads a workbook packed without compression', async () => {
    const { unzipSync } = await import('fflate')
    const workbook = await workbookOf([header, ['1401001', 'ສົມໄຊ', '1', null]])

    expect((await rowsOf(zipSync(unzipSync(workbook), { level: 0 }))).rows).toHaveLength(1)
  })
})

/** The archive with another unpacked size written wherever the true one stands. */
function claimingSize(archive: Uint8Array, size: number, claimed: number): Uint8Array {
  const changed = Buffer.from(archive)
  for (let at = 0; at + 4 <= changed.length; at += 1) {
    const isSize = changed.readUInt32LE(at) >= size && changed.readUInt32LE(at) < size + 100_000
    if (isSize) changed.writeUInt32LE(claimed, at)
  }
  return changed
}
