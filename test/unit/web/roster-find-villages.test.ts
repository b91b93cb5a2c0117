import { describe, expect, it } from 'vitest'
import { findVillages, toSearchable } from '../../../web/src/screens/roster/find-villages.ts'
import { firstArea } from '../../../web/src/screens/roster/first-area.ts'

const village = (code: string, nameLo: string, nameEn: string, contacts: number, quarantined = 0) => ({
  code,
  nameLo,
  nameEn,
  status: 'active' as const,
  hasSafePlace: contacts === 5,
  contacts,
  quarantined,
})

const all = toSearchable([
  village('1308901', 'ໜອງສູງ', 'Nongsoung', 0),
  village('1308902', 'ນ້ຳໃສ', 'Namxai', 5, 2),
  { ...village('1308903', 'ໂພນແດງ', 'Phondeng', 0), status: 'merged' as const },
])

const find = (words: string, filter: Parameters<typeof findVillages>[1]['filter'] = 'all'): string[] =>
  findVillages(all, { words, filter }).map(({ code }) => code)

describe('finding villages', () => {
  it('finds by Lao and Latin names, however they are spelt, and by code', () => {
    expect(find('ຫນອງ ສູງ')).toEqual(['1308901'])
    expect(find('ນໍ້າ')).toEqual(['1308902'])
    expect(find('PHON')).toEqual(['1308903'])
    expect(find('8902')).toEqual(['1308902'])
    expect(find('')).toHaveLength(3)
    expect(find('nowhere')).toEqual([])
  })

  it('filters what needs work; a merged village is no gap', () => {
    expect(find('', 'without-contact')).toEqual(['1308901'])
    expect(find('', 'failing')).toEqual(['1308902'])
    expect(find('', 'no-safe-place')).toEqual(['1308901'])
    expect(find('nam', 'without-contact')).toEqual([])
  })
})

describe('where a roster begins', () => {
  it.each([
    [['LA'], undefined],
    [['13', '14'], undefined],
    [['13'], '13'],
    [['1308', '1309'], '13'],
    [['1308'], '1308'],
    [['1308901', '1308902'], '1308'],
    [['1308', 'LA'], undefined],
  ])('is for %j %s', (areas, first) => {
    expect(firstArea(areas)).toBe(first)
  })
})
