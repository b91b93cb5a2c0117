import { describe, expect, it } from 'vitest'
import {
  mayWarn,
  ownDistricts,
  ownProvinces,
  withArea,
  withAreas,
} from '../../../web/src/screens/compose/own-areas.ts'
import { withReach } from '../../../web/src/screens/compose/saved-reaches.ts'

describe('the areas an officer may warn', () => {
  it('begin inside the one district of a district officer', () => {
    expect(ownProvinces(['1308'])).toEqual(['13'])
    expect(ownDistricts(['1308'], '13')).toEqual(['1308'])
    expect(mayWarn(['1308'], '1308910')).toBe(true)
    expect(mayWarn(['1308'], '13')).toBe(false)
    expect(mayWarn(['1308'], '1309901')).toBe(false)
  })

  it('are all of the country for the national centre, and the district around a village for its officer', () => {
    expect(ownProvinces(['LA'])).toHaveLength(18)
    expect(mayWarn(['LA'], '01')).toBe(true)
    expect(ownDistricts(['1308910'], '13')).toEqual(['1308'])
    expect(mayWarn(['1308910'], '1308')).toBe(false)
  })
})

describe('chosen areas', () => {
  it('let a district take the place of its villages, and take no village of a chosen district', () => {
    expect(withArea(['1308910', '1309901'], '1308')).toEqual(['1308', '1309901'])
    expect(withArea(['1308'], '1308910')).toEqual(['1308'])
    expect(withAreas(['1308911'], ['1308910', '1308911'])).toEqual(['1308910', '1308911'])
  })
})

describe('saved reaches', () => {
  it('stand by name, the newer of one name in place of the older', () => {
    const one = { name: 'B', areas: ['1308910'], slots: {} }
    const other = { name: 'A', areas: ['1309'], slots: { river: 'mekong' } }

    expect(withReach([one], other)).toEqual([other, one])
    expect(withReach([other, one], { ...one, areas: ['13'] })).toEqual([other, { ...one, areas: ['13'] }])
  })
})
