import { describe, expect, test } from 'vitest'
import { areaLevel, provinceOf } from '../../../shared/domain/area.ts'
import {
  districtsOf,
  findDistrict,
  findDistrictByName,
  findProvince,
  isKnownArea,
} from '../../../shared/domain/laos-areas.ts'
import { provinces } from '../../../shared/domain/laos-provinces.ts'
import { districts } from '../../../shared/domain/laos-districts.ts'
import {
  cleanText,
  looksLikeLegacyLaoFont,
  looksLikeLostText,
  searchKey,
} from '../../../shared/domain/lao-text.ts'

const codesOf = (areas: readonly { code: string }[]) => areas.map(({ code }) => code)

describe('the provinces and districts of Laos', () => {
  test('are 18 and 148, in order of code, each once', () => {
    const provinceCodes = codesOf(provinces)
    const districtCodes = codesOf(districts)

    expect(provinceCodes).toHaveLength(18)
    expect(districtCodes).toHaveLength(148)
    expect(provinceCodes).toEqual([...new Set(provinceCodes)].toSorted())
    expect(districtCodes).toEqual([...new Set(districtCodes)].toSorted())
  })

  test('have codes of their level, and districts lie in a province that there is', () => {
    expect(provinces.every(({ code }) => areaLevel(code) === 'province')).toBe(true)
    expect(districts.every(({ code }) => areaLevel(code) === 'district')).toBe(true)
    expect(districts.every(({ code }) => findProvince(provinceOf(code)) !== undefined)).toBe(true)
  })

  test('have clean names in Lao letters and in Latin ones', () => {
    for (const { nameLo, nameEn } of [...provinces, ...districts]) {
      expect(nameLo).toMatch(/^[\p{Script=Lao} ]+$/u)
      expect(nameEn).toMatch(/^[A-Z][A-Za-z ]+$/)
      expect([cleanText(nameLo), cleanText(nameEn)]).toEqual([nameLo, nameEn])
      expect([nameLo, nameEn].some(looksLikeLegacyLaoFont)).toBe(false)
      expect([nameLo, nameEn].some(looksLikeLostText)).toBe(false)
    }
  })

  test('are as many in each province as the country counts', () => {
    const counts = provinces.map(({ code }) => districtsOf(code).length)

    expect(counts).toEqual([9, 7, 5, 7, 5, 12, 10, 11, 7, 11, 7, 10, 15, 8, 4, 10, 5, 5])
    expect(districtsOf('99')).toEqual([])
    expect(districtsOf('1301')).toEqual([])
  })

  test('are found by code', () => {
    expect(findProvince('17')).toMatchObject({ nameLo: 'ອັດຕະປື', nameEn: 'Attapeu' })
    expect(findDistrict('1703')).toMatchObject({ nameLo: 'ສະໜາມໄຊ', nameEn: 'Sanamxay' })
    expect(findProvince('19')).toBeUndefined()
    expect(findDistrict('1706')).toBeUndefined()
  })

  test.each([
    ['17', true],
    ['1703', true],
    ['19', false],
    ['1706', false],
    ['1703001', false],
    ['', false],
  ])('%j is known as a province or district: %s', (code, expected) => {
    expect(isKnownArea(code)).toBe(expected)
  })
})

describe('finding a district by name', () => {
  test.each([
    ['Sanamxay', ['1703']],
    ['  sanam XAY ', ['1703']],
    ['ສະໜາມໄຊ', ['1703']],
    ['ສະຫນາມໄຊ', ['1703']],
    ['ເມືອງ ສະໜາມໄຊ', ['1703']],
    ['Sanamxay District', ['1703']],
    ['Muang Sing', ['0302']],
    ['ຫົວເມືອງ', ['0705']],
    ['ຫຼວງນ້ຳທາ', ['0301']],
    ['ຫລວງນໍ້າທາ', ['0301']],
    ['Khanthabouly', ['1301']],
    ['ໄຊເສດຖາ', ['0103', '1701']],
    ['Xaysettha', ['0103', '1701']],
    ['Phonthong', ['0612', '1606']],
    ['ວຽງຄຳ', ['0610', '1009']],
    ['Nowhere', []],
    ['', []],
    ['ເມືອງ', []],
    ['district', []],
  ])('finds for %j %j', (text, expected) => {
    expect(codesOf(findDistrictByName(text))).toEqual(expected)
  })

  test('finds every district by both of its names, and by the English name all that share the Lao one', () => {
    for (const { nameLo, nameEn } of districts) {
      const sameInLao = codesOf(districts.filter((other) => searchKey(other.nameLo) === searchKey(nameLo)))

      expect(codesOf(findDistrictByName(nameLo))).toEqual(expect.arrayContaining(sameInLao))
      expect(codesOf(findDistrictByName(nameEn))).toEqual(expect.arrayContaining(sameInLao))
    }
  })
})
