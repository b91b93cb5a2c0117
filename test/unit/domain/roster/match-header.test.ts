import { describe, expect, it } from 'vitest'
import { headerWords } from '../../../../shared/domain/roster/header-words.ts'
import { matchHeader, suggestHeader } from '../../../../shared/domain/roster/match-header.ts'
import { rosterColumns } from '../../../../shared/domain/roster/roster-columns.ts'

describe('matchHeader', () => {
  it.each([
    ['village_code', 'village_code'],
    ['Village Code', 'village_code'],
    [' VILLAGE-CODE * ', 'village_code'],
    ['ລະຫັດບ້ານ', 'village_code'],
    ['ລະ\u200bຫັດ ບ້ານ', 'village_code'],
    ['Phone No.', 'phone'],
    ['ໝາຍເລກໂທລະສັບ', 'phone'],
    ['ຫມາຍເລກໂທລະສັບ', 'phone'],
    ['ໜ້າທີ່', 'duty'],
    ['Gender', 'sex'],
    ['ຊື່ບ້ານ (ອັງກິດ)', 'village_name_en'],
    ['District', 'district'],
    ['Consented on', 'consented_on'],
  ])('reads %j as %s', (header, column) => {
    expect(matchHeader(header)).toBe(column)
  })

  it.each(['', 'No.', 'ລຳດັບ', 'ສົມໄຊ', '020 55 123 456'])('knows no column called %j', (header) => {
    expect(matchHeader(header)).toBeUndefined()
  })

  it('gives no word to two columns', () => {
    const misread = rosterColumns.flatMap((column) =>
      [column, ...headerWords[column].en, ...headerWords[column].lo].filter(
        (word) => matchHeader(word) !== column,
      ),
    )

    expect(misread).toEqual([])
  })
})

describe('suggestHeader', () => {
  it.each([
    ['vilage_code', 'village_code'],
    ['Phone (mobile only)', 'phone'],
    ['lattitude', 'latitude'],
    ['ເບີໂທລະສັບມືຖືຂອງຜູ້ຕິດຕໍ່', 'phone'],
  ])('suggests a column for %j', (header, column) => {
    expect(suggestHeader(header)).toBe(column)
  })

  it.each(['', 'x', 'zzzzzzzz', 'No'])('suggests nothing for %j', (header) => {
    expect(suggestHeader(header)).toBeUndefined()
  })
})
