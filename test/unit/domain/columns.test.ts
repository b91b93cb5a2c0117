import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../../shared/domain/columns.ts'

describe('a list column by column', () => {
  it('is read row by row, without the cells that are null', () => {
    expect(rowsOf({ code: ['1308901', '1308902'], latitude: [16.1, null] })).toEqual([
      { code: '1308901', latitude: 16.1 },
      { code: '1308902' },
    ])
  })

  it('may lack a column', () => {
    expect(rowsOf({ code: ['1308901'], failing: undefined })).toEqual([{ code: '1308901' }])
  })

  it('may be empty', () => {
    expect(rowsOf({ code: [], latitude: [] })).toEqual([])
  })
})
