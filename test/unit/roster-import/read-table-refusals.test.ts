import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../functions/roster-import/read-table/read-table.ts'
import { rosterFileLimits } from '../../../functions/roster-import/read-table/table-limits.ts'

const header = 'village_code,member_name,phone'
const line = '1401001,ສົມໄຊ,020 55 123 456'
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
/** The bytes in which Windows-874 writes Thai. */
const windows874 = Buffer.from([
  ...Buffer.from(`${header}\n1401001,`),
  0xca,
  0xc1,
  0xaa,
  0xd2,
  0xc2,
  0x2c,
  0x31,
])

async function refusalOf(bytes: Uint8Array, limits = rosterFileLimits) {
  const table = await readTable(bytes, limits)
  return table.outcome === 'refused' ? table : { code: 'none', detail: { en: '', lo: '' } }
}

describe('readTable refuses', () => {
  it.each<[string, string, Uint8Array]>([
    ['file-empty', 'an empty file', new Uint8Array()],
    ['file-empty', 'a file of blank lines', Buffer.from('\n\n \n,,,\n')],
    ['rows-missing', 'a header alone', Buffer.from(header)],
    ['header-missing', 'a file without a header', Buffer.from(`${line}\n${line}`)],
    ['header-missing', 'a text', Buffer.from('Dear colleagues,\nplease find the list attached.')],
    [
      'header-text-lost',
      'a Lao header that became question marks',
      Buffer.from(`??????????,?????????,???????\n${line}`),
    ],
    [
      'header-text-lost',
      'a header of which half became question marks',
      Buffer.from(`village_code,member_name,???????\n${line}`),
    ],
    [
      'header-legacy-font',
      'a header in a font from before Unicode',
      Buffer.from(`\u00ae\u00c9\u00be\u00a6,\u00a7\u00f3\u00c8,\u00c0\u00ae\u00f3\n${line}`),
    ],
    ['columns-missing', 'a header without phone', Buffer.from('village_code,member_name\n1401001,x')],
    [
      'columns-missing',
      'a header that names no village',
      Buffer.from('district,member_name,phone\n1401,x,y'),
    ],
    ['column-twice', 'a header twice', Buffer.from(`${header},Tel\n${line},1`)],
    ['old-excel-or-protected', '.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['pdf', 'PDF', Buffer.from('%PDF-1.7\n')],
    [
      'web-page',
      'HTML named .xls',
      Buffer.from('\ufeff <html><table><tr><td>village_code</td></tr></table></html>'),
    ],
    ['web-page', 'XML', Buffer.from('<?xml version="1.0"?><Workbook/>')],
    [
      'not-a-table',
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    ],
    ['utf16-without-bom', 'UTF-16 without its mark', utf16(`${header}\n${line}`)],
    [
      'utf16-damaged',
      'broken UTF-16',
      Buffer.concat([utf16(`\ufeff${header}\n`), Buffer.from([0x00, 0xd8, 0x41, 0x00])]),
    ],
    ['not-utf8', 'Latin-1', Buffer.from(`${header}\n1401001,Jos\u00e9,1`, 'latin1')],
    ['not-utf8', 'Windows-874', windows874],
    ['archive-damaged', 'broken gzip', gzipSync(Buffer.from(header)).subarray(0, 20)],
    [
      'archive-damaged',
      'a cut-off zip',
      zipSync({ 'xl/workbook.xml': strToU8('x'.repeat(999)) }, { level: 0 }).subarray(0, 200),
    ],
    ['other-archive', 'a zip of CSV files', zipSync({ 'roster.csv': strToU8(header) })],
    ['other-archive', 'a workbook inside gzip', gzipSync(zipSync({ 'xl/workbook.xml': strToU8('') }))],
    ['binary-excel', '.xlsb', zipSync({ 'xl/workbook.bin': strToU8('') })],
    ['opendocument', '.ods', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('') })],
    [
      'spreadsheet-damaged',
      'a workbook without sheets',
      zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }),
    ],
    [
      'quotes-damaged',
      'a quotation mark that never ends',
      Buffer.from(`${header}\n${line}\n1401001,"ສົມໄຊ,1\n${line}`),
    ],
  ])('%s: %s', async (code, _name, bytes) => {
    const refusal = await refusalOf(bytes)

    expect(refusal.code).toBe(code)
    expect(refusal.detail.en).toMatch(/^[A-Z].*\.$/)
    expect(refusal.detail.lo).toMatch(/\p{Script=Lao}/u)
    expect(refusal.detail.en + refusal.detail.lo).not.toMatch(/[{}]|undefined|NaN/)
  })

  it('names the columns that are missing, and those that stand twice', async () => {
    const missing = await refusalOf(Buffer.from('village_name_lo,member_name\nx,y'))
    const twice = await refusalOf(Buffer.from(`${header},Tel\n${line},1`))

    expect(missing.detail.en).toContain('village_code, phone')
    expect(twice.detail.en).toContain('phone: C, D')
  })

  it('names the row from which quotation marks do not match', async () => {
    const refusal = await refusalOf(Buffer.from(`${header}\n${line}\n1401001,"ສົມໄຊ,1\n${line}`))

    expect(refusal.detail.en).toContain('row 3 ')
  })
})

describe('readTable keeps to its limits', () => {
  it('refuses more than 10 MB as uploaded, and says so', async () => {
    const refusal = await refusalOf(new Uint8Array(10 * 1024 * 1024 + 1))

    expect(refusal.code).toBe('file-too-large')
    expect(refusal.detail.en).toContain('10 MB')
  })

  it('refuses row 200,001, and says so', async () => {
    const refusal = await refusalOf(Buffer.from(`${header}\n${'1401001,x,1\n'.repeat(200_001)}`))

    expect(refusal.code).toBe('too-many-rows')
    expect(refusal.detail.en).toContain('200000 rows')
  })

  it('is not held up by hundreds of thousands of rows that say nothing', async () => {
    const startedAt = performance.now()
    const blankLines = await refusalOf(gzipSync(`${header}\n${'\n'.repeat(5_000_000)}`))
    const blankCells = await refusalOf(gzipSync(`${header}\n${',\n'.repeat(5_000_000)}`))

    expect([blankLines.code, blankCells.code]).toEqual(['rows-missing', 'too-many-rows'])
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })

  it('refuses a gzip bomb while it unpacks', async () => {
    const refusal = await refusalOf(gzipSync(Buffer.alloc(41 * 1024 * 1024, 'a')))

    expect(refusal.code).toBe('unpacked-too-large')
    expect(refusal.detail.en).toContain('40 MB')
  })

  it('refuses a row far too long', async () => {
    const refusal = await refusalOf(Buffer.from(`${header}\n1401001,${'x'.repeat(200_000)},1`))

    expect(refusal.code).toBe('quotes-damaged')
  })

  it('refuses headers far to the right', async () => {
    const refusal = await refusalOf(Buffer.from(`${header}${',x'.repeat(60)}\n${line}`))

    expect(refusal.code).toBe('too-many-columns')
  })
})
