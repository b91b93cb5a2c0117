import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeOfCodes, userCovers, userTouches } from '../../../shared/domain/user.ts'

const code = fc.constantFrom('13', '1308', '1309', '1308001', '1308002', '1309001', '14', '1401', '1401001')
const areas = fc.uniqueArray(fc.oneof(code, fc.constant('LA')), { maxLength: 3 })

describe('areas of a user', () => {
  it('cover what lies in them, and touch what they lie in too', () => {
    const officer = { areas: ['1308'] }

    expect(['1308', '1308001'].map((one) => userCovers(officer, one))).toEqual([true, true])
    expect(['13', '1309', '14'].map((one) => userCovers(officer, one))).toEqual([false, false, false])
    expect(['13', '1308', '1308001', '1309'].map((one) => userTouches(officer, one))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('lie between two codes with every village that they cover; in the whole country between none', () => {
    fc.assert(
      fc.property(areas, fc.constantFrom('1308001', '1309999', '1401001'), (own, village) => {
        const range = rangeOfCodes({ areas: own })
        const isWithin = range === undefined || (range.from <= village && village <= range.to)
        expect(isWithin || !userCovers({ areas: own }, village)).toBe(true)
      }),
    )
    expect(rangeOfCodes({ areas: ['1309', '1308001'] })).toEqual({ from: '1308001', to: '1309999' })
    expect(rangeOfCodes({ areas: ['1308', 'LA'] })).toBeUndefined()
  })

  it('touch all that they cover', () => {
    fc.assert(
      fc.property(areas, code, (own, one) => {
        expect(userTouches({ areas: own }, one) || !userCovers({ areas: own }, one)).toBe(true)
      }),
    )
  })

  it('cover with a parent all that they cover with its parts', () => {
    fc.assert(
      fc.property(areas, code, (own, one) => {
        const wider = { areas: own.map((area) => (area === 'LA' ? area : area.slice(0, 2))) }

        expect(userCovers(wider, one) || !userCovers({ areas: own }, one)).toBe(true)
      }),
    )
  })

  it('are all of Laos with LA, and nothing without any', () => {
    fc.assert(
      fc.property(code, (one) => {
        expect([userCovers({ areas: ['LA'] }, one), userTouches({ areas: [] }, one)]).toEqual([true, false])
      }),
    )
  })
})
