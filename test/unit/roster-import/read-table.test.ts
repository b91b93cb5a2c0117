import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readTable, type TableRows } from '../../../functions/roster-import/read-table/read-table.ts'

const csv = (...lines: string[]): Uint8Array => Buffer.from(lines.join('\n'))

async function rowsOf(bytes: Uint8Array): Promise<TableRows> {
  const table = await readTable(bytes)
  if (table.outcome === 'refused') throw new Error(`refused: ${table.code}`)
  return table
}

const header = 'village_code,member_name,phone'
const line = '1401001,ສົມໄຊ,020 55 123 456'
const cells = { village_code: '1401001', member_name: 'ສົມໄຊ', phone: '020 55 123 456' }

describe('readTable for text', () => {
  it('reads CSV in UTF-8', async () => {
    const table = await rowsOf(csv(header, line))

    expect(table).toEqual({
      outcome: 'rows',
      format: 'csv',
      delimiter: ',',
      headers: { rowNumber: 1, columns: ['village_code', 'member_name', 'phone'], unknownLetters: [] },
      rows: [{ rowNumber: 2, cells }],
      problems: [],
    })
  })

  it.each<[string, Uint8Array]>([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${header}\r\n${line}\r\n`)],
    [
      'UTF-16LE as Excel writes "Unicode text"',
      Buffer.from(`\ufeff${header}\r\n${line}`.replaceAll(',', '\t'), 'utf16le'),
    ],
    ['UTF-16BE', Buffer.from(`\ufeff${header}\r\n${line}`, 'utf16le').swap16()],
    ['gzip', gzipSync(csv(header, line))],
    ['gzip of UTF-16LE', gzipSync(Buffer.from(`\ufeff${header}\n${line}`, 'utf16le'))],
    ['semicolons', csv(header.replaceAll(',', ';'), line.replaceAll(',', ';'))],
    ['tabs', csv(header.replaceAll(',', '\t'), line.replaceAll(',', '\t'))],
    ['line ends of an old Mac', Buffer.from(`${header}\r${line}`)],
    ['line ends of several programs', Buffer.from(`${header}\r\n${line}\n`)],
    ['quotes around everything', csv(header.replaceAll(/\w+/g, '"$&"'), '"1401001","ສົມໄຊ","020 55 123 456"')],
    [
      'a first line that names the delimiter',
      csv('sep=;', header.replaceAll(',', ';'), line.replaceAll(',', ';')),
    ],
    [
      'columns in another order with Lao headers',
      csv('ເບີໂທ,ຊື່ ແລະ ນາມສະກຸນ,ລະຫັດບ້ານ', '020 55 123 456,ສົມໄຊ,1401001'),
    ],
  ])('reads %s', async (_name, bytes) => {
    const table = await rowsOf(bytes)

    expect(table.rows).toEqual([{ rowNumber: 2, cells }])
  })

  it('finds the delimiter where texts are full of the others', async () => {
    const table = await rowsOf(
      csv('village_code;member_name;phone;notes', '1401001;ສົມໄຊ, ວົງ, ແກ້ວ;020 55 123 456;a,b,c,d'),
    )

    expect(table.delimiter).toBe(';')
    expect(table.rows[0]?.cells.notes).toBe('a,b,c,d')
  })

  it('keeps line ends, quotes and delimiters inside quoted cells', async () => {
    const table = await rowsOf(csv(`${header},notes`, `${line},"one\ntwo, ""three"""`, line))

    expect(table.rows[0]?.cells.notes).toBe('one\ntwo, "three"')
  })

  it('counts rows as the spreadsheet does, blank rows and rows of several lines included', async () => {
    const table = await rowsOf(
      csv('', 'ບັນຊີລາຍຊື່', '', `${header},notes`, '', `${line},"one\ntwo"`, ',,,', line),
    )

    expect(table.headers.rowNumber).toBe(4)
    expect(table.rows.map(({ rowNumber }) => rowNumber)).toEqual([6, 8])
  })

  it('takes quotation marks inside unquoted cells as they stand', async () => {
    const table = await rowsOf(csv(header, '1401001,ສົມໄຊ "ດຳ" ວົງ,020 55 123 456'))

    expect(table.rows[0]?.cells.member_name).toBe('ສົມໄຊ "ດຳ" ວົງ')
  })

  it('warns of columns it does not know, naming their letters and what may be meant', async () => {
    const table = await rowsOf(csv(`${header},Mobile phon,ສີທີ່ມັກ,`, `${line},x,y,`))

    expect(table.headers.unknownLetters).toEqual(['D', 'E'])
    expect(table.problems).toMatchObject([
      { rowNumber: 1, severity: 'warning', code: 'column-unknown-suggested' },
      { rowNumber: 1, severity: 'warning', code: 'column-unknown' },
    ])
    expect(table.problems[0]?.message.en).toContain('column D')
    expect(table.problems[0]?.message.en).toContain('phone')
    expect(JSON.stringify(table.problems)).not.toContain('phon,')
  })

  it('reports rows with more cells than headers, which a comma in a text makes', async () => {
    const table = await rowsOf(csv(header, '1401001,ສົມໄຊ, ວົງ,020 55 123 456', `${line},,`))

    expect(table.problems).toMatchObject([{ rowNumber: 2, severity: 'error', code: 'row-too-long' }])
  })

  it('takes remarks beside the table for no shifted row', async () => {
    const table = await rowsOf(csv(`${header},,`, `${line},,`, `${line},,ກວດແລ້ວ`))

    expect(table.problems).toEqual([])
    expect(table.rows).toHaveLength(2)
  })

  it('passes over a second row of headers', async () => {
    const table = await rowsOf(csv(header, 'ລະຫັດບ້ານ,ຊື່ ແລະ ນາມສະກຸນ,ເບີໂທ', line))

    expect(table.rows.map(({ rowNumber }) => rowNumber)).toEqual([3])
  })

  it('leaves out rows that say nothing in the columns it knows', async () => {
    const table = await rowsOf(csv(`${header},zzzz`, `${line},`, ',,,ລວມ 1'))

    expect(table.rows).toHaveLength(1)
  })

  it('needs no village code where district and name stand in its place', async () => {
    const table = await rowsOf(csv('District,Village,Name,Tel', 'ສາລະວັນ,ໜອງປິງ,ສົມໄຊ,020 55 123 456'))

    expect(table.rows[0]?.cells).toEqual({
      district: 'ສາລະວັນ',
      village_name_lo: 'ໜອງປິງ',
      member_name: 'ສົມໄຊ',
      phone: '020 55 123 456',
    })
  })

  it('reads 200,000 rows', async () => {
    const table = await rowsOf(Buffer.from(`${header}\n${`${line.slice(0, 20)}\n`.repeat(200_000)}`))

    expect(table.rows).toHaveLength(200_000)
  })
})
