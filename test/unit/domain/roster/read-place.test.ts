import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { districtsOf, findDistrictByName } from '../../../../shared/domain/laos-areas.ts'
import { provinces } from '../../../../shared/domain/laos-provinces.ts'
import { readDistrict, readVillageCode } from '../../../../shared/domain/roster/read-place.ts'

const allDistricts = provinces.flatMap(({ code }) => districtsOf(code))

describe('readVillageCode', () => {
  it.each([
    ['1401001', { code: '1401001', zeroRestored: false }],
    ['໑໔໐໑໐໐໑', { code: '1401001', zeroRestored: false }],
    ['103001', { code: '0103001', zeroRestored: true }],
    ['1401001.0', { code: '1401001', zeroRestored: false }],
    ["'0101001", { code: '0101001', zeroRestored: false }],
  ])('reads %j', (text, value) => {
    expect(readVillageCode(text)).toEqual({ outcome: 'ok', value })
  })

  it.each([
    ['1.40E+06', 'village-code-scientific'],
    ['1,4E6', 'village-code-scientific'],
    ['LA1401001', 'village-code-p-code'],
    ['1401', 'village-code-length'],
    ['14010011', 'village-code-length'],
    ['ໜອງປິງ', 'village-code-malformed'],
    ['9901001', 'village-code-unknown-district'],
    ['990100', 'village-code-uncertain'],
    ['101001', 'village-code-two-readings'],
    ['140100', 'village-code-uncertain'],
  ])('refuses %j as %s', (text, code) => {
    expect(readVillageCode(text)).toEqual({ outcome: 'refused', code })
  })

  it('brings back a dropped leading 0, and never takes a code for another village’s', () => {
    const district = fc.constantFrom(...allDistricts.map(({ code }) => code))
    const village = fc.integer({ min: 1, max: 999 }).map((number) => String(number).padStart(3, '0'))

    const ambiguous = { code: 'village-code-two-readings' }

    fc.assert(
      fc.property(district, village, (districtCode, number) => {
        const reading = readVillageCode(String(Number(districtCode + number)))
        const expected = reading.outcome === 'ok' ? { value: { code: districtCode + number } } : ambiguous
        expect(reading).toMatchObject(expected)
      }),
    )
  })
})

describe('readDistrict', () => {
  it('finds every district by code, by damaged code and by its names', () => {
    for (const { code, nameLo, nameEn } of allDistricts) {
      expect(readDistrict(code)).toEqual({ outcome: 'ok', value: [code] })
      expect(readDistrict(String(Number(code)))).toEqual({ outcome: 'ok', value: [code] })
      for (const name of [nameLo, nameEn]) {
        expect(readDistrict(name)).toEqual({
          outcome: 'ok',
          value: findDistrictByName(name).map((found) => found.code),
        })
        expect(findDistrictByName(name).map((found) => found.code)).toContain(code)
      }
    }
  })

  it('refuses what is no district', () => {
    expect(readDistrict('Atlantis')).toEqual({ outcome: 'refused', code: 'district-unknown' })
    expect(readDistrict('14')).toEqual({ outcome: 'refused', code: 'district-unknown' })
  })
})
