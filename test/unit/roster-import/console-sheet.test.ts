import { describe, expect, it } from 'vitest'
import { readTable } from '../../../functions/roster-import/read-table/read-table.ts'
import { readWorkbook } from '../../../web/src/screens/roster/read-workbook.ts'
import { workbookOf, workbookWith } from '../../support/workbooks.ts'
import { rosterColumns } from '../../../shared/domain/roster/roster-columns.ts'
import {
  decodeSheet,
  emptyTemplate,
  readSheet,
  writeWithErrors,
} from '../../../web/src/screens/roster/sheet.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Files whose rows the importer and the console must number alike. */
const files: Readonly<Record<string, string>> = {
  'commas, and a line break in a cell':
    'village_code,member_name,phone\r\n1308901,"Kham\nSay",020 55 000 001\r\n1308901,Noy,x\r\n',
  'semicolons under a title': 'Roster of 2026;;\nລະຫັດບ້ານ;ຊື່;ເບີໂທ\n1308901;Kham;1\n1308901;Noy;2\n',
  'an empty line, and quotation marks in quotes':
    'village_code,member_name,phone\n1308901,"the ""tall"" one",1\n\n1308901,Noy,2\n',
  "Excel's first line": 'sep=;\nvillage_code;member_name;phone\n1308901;Kham, the head;1\n',
  tabs: 'village_code\tmember_name\tphone\n1308901\tKham\t1',
}

describe('a sheet in the console', () => {
  it.each(Object.entries(files))('numbers rows as the importer does: %s', async (_kind, file) => {
    const read = await readTable(bytes(file))
    const sheet = readSheet(file)

    const imported =
      read.outcome === 'rows' ? read.rows.map(({ rowNumber, cells }) => [rowNumber, cells.phone]) : []
    const column = sheet?.columns.get('phone') ?? -1
    expect(imported.length).toBeGreaterThan(0)
    expect(
      imported.map(([rowNumber]) => [rowNumber, sheet?.rows[Number(rowNumber) - 1]?.cells[column]]),
    ).toEqual(imported)
  })

  it('reads UTF-16 with its mark, and tells what is no text', () => {
    const utf16 = Buffer.from('\ufeffກ,b', 'utf16le')

    expect(decodeSheet(utf16)).toBe('ກ,b')
    expect(decodeSheet(new Uint8Array([0xff, 0x00, 0xc3]))).toBeUndefined()
  })

  it('writes the errors beside their rows, in a file that can be imported again', async () => {
    const sheet = readSheet(files['an empty line, and quotation marks in quotes'] ?? '')
    if (sheet === undefined) throw new Error('unread')

    const text = writeWithErrors(sheet, new Map([[4, 'phone: is wrong']]), {
      heading: 'Errors',
      onlyBad: false,
    })
    const bad = writeWithErrors(sheet, new Map([[4, 'phone: is wrong']]), {
      heading: 'Errors',
      onlyBad: true,
    })

    expect(text).toBe(
      '\ufeffvillage_code,member_name,phone,Errors\r\n1308901,"the ""tall"" one",1,\r\n1308901,Noy,2,phone: is wrong\r\n',
    )
    expect(bad).toBe('\ufeffvillage_code,member_name,phone,Errors\r\n1308901,Noy,2,phone: is wrong\r\n')
    const read = await readTable(bytes(text))
    expect(read.outcome === 'rows' && read.problems.every(({ severity }) => severity === 'warning')).toBe(
      true,
    )
  })

  it('guards what a spreadsheet would run', () => {
    const sheet = readSheet('village_code,member_name,phone\n1308901,=1+1,1\n')
    if (sheet === undefined) throw new Error('unread')

    expect(writeWithErrors(sheet, new Map(), { heading: 'Errors', onlyBad: false })).toContain(",'=1+1,")
  })

  it('makes an empty template in which the importer knows every column', async () => {
    const filled = `${emptyTemplate()}1308901,ໂພນແດງ\r\n`

    const read = await readTable(bytes(filled))

    expect(read.outcome === 'rows' && read.headers.columns).toEqual([...rosterColumns])
    expect(read.outcome === 'rows' && read.problems).toEqual([])
    expect(read.outcome === 'rows' && read.rows.map(({ rowNumber }) => rowNumber)).toEqual([3])
  })
})

describe('a workbook in the console', () => {
  const header = ['village_code', 'member_name', 'phone']

  it('is read as the importer reads it: the sheet called roster, numbers in full, rows by their numbers', async () => {
    const cells = [header, ['1308901', 'Kham', 2_055_000_001], [], ['1308901', 'Noy', '8.56E+12']]
    const workbook = await workbookWith([
      { sheet: 'Notes', data: [['nothing']] },
      { sheet: 'roster', data: cells.map((row) => row.map((value) => ({ value }))) },
    ])

    const sheet = await readWorkbook(workbook)
    const read = await readTable(workbook)

    expect(sheet?.rows[1]?.cells).toEqual(['1308901', 'Kham', '2055000001'])
    expect(sheet?.rows[3]?.cells).toEqual(['1308901', 'Noy', '8.56E+12'])
    expect(read.outcome === 'rows' && read.rows.map(({ rowNumber }) => rowNumber)).toEqual([2, 4])
  })

  it('is undefined where it holds no roster', async () => {
    expect(await readWorkbook(await workbookOf([[{ value: 'nothing' }]]))).toBeUndefined()
  })
})
