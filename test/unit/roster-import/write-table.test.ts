import * as fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { writeTable } from '../../../functions/roster-import/write-table.ts'

describe('writeTable', () => {
  it('writes UTF-8 with its mark, commas and CRLF', () => {
    const bytes = writeTable([
      ['a', 'b'],
      ['ສົມໄຊ', 'one, "two"'],
    ])

    expect(Buffer.from(bytes).toString('utf8')).toBe('\ufeffa,b\r\nສົມໄຊ,"one, ""two"""\r\n')
  })

  it('writes any cells so that they are read back', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a\nb', 'a\r\nb', '\r', '"', ';', '\t', 'ນ້ຳ', ''),
    )
    const table = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 20 })

    fc.assert(
      fc.property(table, (rows) => {
        const wellFormed = rows.map((row) => row.map((text) => text.toWellFormed()))
        expect(parse(Buffer.from(writeTable(wellFormed)), { bom: true })).toEqual(wellFormed)
      }),
    )
  })

  it('writes tens of thousands of rows', () => {
    const bytes = writeTable(Array.from({ length: 50_000 }, (_, index) => [String(index), 'x']))

    expect(Buffer.from(bytes).toString('utf8').split('\r\n')).toHaveLength(50_001)
  })
})
