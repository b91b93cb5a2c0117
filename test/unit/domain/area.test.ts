import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  areaLevel,
  covers,
  districtOf,
  isAreaCode,
  normaliseAreas,
  parentOf,
  parseAreaCode,
  pCode,
  provinceOf,
} from '../../../shared/domain/area.ts'

const fewDigits = (length: number) => fc.stringMatching(new RegExp(`^[01]{${length}}$`))
/** Few digits, so that areas inside each other are common. */
const areaCode = fc.oneof(fewDigits(2), fewDigits(4), fewDigits(7))
const areaCodes = fc.array(areaCode, { maxLength: 12 })

describe('reading an area code', () => {
  test.each([
    ['13', '13', 'province', false],
    ['1301', '1301', 'district', false],
    ['0101001', '0101001', 'village', false],
    [' 13 01 ', '1301', 'district', false],
    ['໑໓໐໑', '1301', 'district', false],
    ['１３０１', '1301', 'district', false],
    ['\ufeff1301001', '1301001', 'village', false],
    ['1301.0', '1301', 'district', false],
    ["'0101", '0101', 'district', false],
    ['1', '01', 'province', true],
    ['101', '0101', 'district', true],
    ['101001', '0101001', 'village', true],
    ['101001.0', '0101001', 'village', true],
  ])('reads %j as %s, a %s', (text, code, level, zeroRestored) => {
    expect(parseAreaCode(text)).toEqual({ outcome: 'ok', code, level, zeroRestored })
  })

  test.each([
    ['', 'empty'],
    [' \u200b ', 'empty'],
    ['Xe', 'not-digits'],
    ['13-01', 'not-digits'],
    ['1.3E+06', 'not-digits'],
    ['LA01', 'p-code'],
    ['la1301', 'p-code'],
    ['LA.01', 'p-code'],
    ['13010', 'wrong-length'],
    ['13010011', 'wrong-length'],
    ['1'.repeat(5000), 'wrong-length'],
  ])('refuses %j as %s', (text, reason) => {
    expect(parseAreaCode(text)).toEqual({ outcome: 'refused', reason })
  })

  test('reads a code back as it is stored, and again if its 0 was lost', () => {
    fc.assert(
      fc.property(areaCode, (code) => {
        const level = areaLevel(code)
        const withoutZero = code.replace(/^0/, '')

        expect(parseAreaCode(code)).toEqual({ outcome: 'ok', code, level, zeroRestored: false })
        expect(parseAreaCode(withoutZero)).toMatchObject({ code, zeroRestored: withoutZero !== code })
      }),
    )
  })

  test('never throws, and accepts only what can be stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[LA0-9. ]{0,9}$/)), (text) => {
        const reading = parseAreaCode(text)

        expect(reading.outcome === 'refused' || isAreaCode(reading.code)).toBe(true)
      }),
    )
  })
})

describe('the place of an area', () => {
  test('is told by the code of a village', () => {
    expect(areaLevel('1301001')).toBe('village')
    expect(parentOf('1301001')).toBe('1301')
    expect(districtOf('1301001')).toBe('1301')
    expect(provinceOf('1301001')).toBe('13')
    expect(pCode('1301001')).toBe('LA1301001')
  })

  test('is told by the code of a district', () => {
    expect(areaLevel('1301')).toBe('district')
    expect(parentOf('1301')).toBe('13')
    expect(districtOf('1301')).toBe('1301')
    expect(provinceOf('1301')).toBe('13')
    expect(pCode('1301')).toBe('LA1301')
  })

  test('is told by the code of a province, which lies in nothing', () => {
    expect(areaLevel('13')).toBe('province')
    expect(parentOf('13')).toBeUndefined()
    expect(provinceOf('13')).toBe('13')
    expect(() => districtOf('13')).toThrow(RangeError)
  })

  test.each(['', '130', 'LA13', '13 1', '໑໓'])('is refused for %j, which is no code', (text) => {
    expect(isAreaCode(text)).toBe(false)
    expect(() => areaLevel(text)).toThrow(RangeError)
    expect(() => provinceOf(text)).toThrow(RangeError)
    expect(() => districtOf(text)).toThrow(RangeError)
    expect(() => parentOf(text)).toThrow(RangeError)
    expect(() => pCode(text)).toThrow(RangeError)
  })
})

describe('one area covering another', () => {
  test.each([
    ['13', '13', true],
    ['13', '1301', true],
    ['13', '1301001', true],
    ['1301', '1301001', true],
    ['1301', '13', false],
    ['1301', '1302', false],
    ['13', '130', false],
    ['1', '13', false],
    ['', '13', false],
    ['130', '1301', false],
  ])('%j covers %j: %s', (area, code, expected) => {
    expect(covers(area, code)).toBe(expected)
  })

  test('is a partial order', () => {
    fc.assert(
      fc.property(areaCode, areaCode, areaCode, (a, b, c) => {
        expect(covers(a, a)).toBe(true)
        expect(covers(a, b) && covers(b, a)).toBe(a === b)
        expect(!(covers(a, b) && covers(b, c)) || covers(a, c)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('holds for the parent of every area', () => {
    fc.assert(
      fc.property(areaCode, (code) => {
        const parent = parentOf(code)

        expect(parent === undefined ? areaLevel(code) === 'province' : covers(parent, code)).toBe(true)
      }),
    )
  })
})

describe('a list of areas', () => {
  test('keeps no area twice and none inside another', () => {
    const codes = ['1302', '1301001', '1301', '14', '1401', '1302', '0101001']

    expect(normaliseAreas(codes)).toEqual(['0101001', '1301', '1302', '14'])
    expect(normaliseAreas([])).toEqual([])
  })

  test('still covers the same areas, in any order and when put in order again', () => {
    fc.assert(
      fc.property(areaCodes, areaCode, (codes, code) => {
        const kept = normaliseAreas(codes)

        expect(kept.some((area) => covers(area, code))).toBe(codes.some((area) => covers(area, code)))
        expect(kept.every((area) => codes.includes(area))).toBe(true)
        expect(kept.filter((area) => kept.some((other) => other !== area && covers(other, area)))).toEqual([])
        expect(normaliseAreas(kept)).toEqual(kept)
        expect(normaliseAreas(codes.toReversed())).toEqual(kept)
      }),
    )
  })
})
