import { districts, type District } from './laos-districts.ts'
import { searchKey } from './lao-text.ts'
import { provinces, type Province } from './laos-provinces.ts'

export function findProvince(code: string): Province | undefined {
  return provincesByCode.get(code)
}

export function findDistrict(code: string): District | undefined {
  return districtsByCode.get(code)
}

/** By code; empty where there is no such province. */
export function districtsOf(provinceCode: string): readonly District[] {
  return districts.filter(({ code }) => code.slice(0, 2) === provinceCode)
}

/** Whether a province or district has this code. Villages are on the roster, not here: always false for them. */
export function isKnownArea(code: string): boolean {
  return provincesByCode.has(code) || districtsByCode.has(code)
}

/**
 * All districts of that name in Lao or English, in order of code; spellings are unified as by `searchKey`, and
 * the word for district may stand with the name. Two provinces each have a Viengkham, a Phonthong, a Xaysettha.
 */
export function findDistrictByName(text: string): readonly District[] {
  const key = searchKey(text.slice(0, 200))
  districtsByName ??= indexByName()
  return districtsByName.get(key) ?? districtsByName.get(key.replaceAll(wordForDistrict, '')) ?? []
}

const wordForDistrict = /^(?:ເມືອງ|me?uang|district(?:of)?)|district$/g

const provincesByCode = new Map(provinces.map((province) => [province.code, province]))
const districtsByCode = new Map(districts.map((district) => [district.code, district]))
/** Made at first use: to unify the spellings of all names takes time that few starts of a function have use for. */
let districtsByName: Map<string, District[]> | undefined

function indexByName(): Map<string, District[]> {
  const index = new Map<string, District[]>()
  for (const district of districts) {
    const names = [district.nameLo, district.nameEn, ...(district.otherNames ?? [])]
    for (const key of new Set(names.map(searchKey))) index.set(key, [...(index.get(key) ?? []), district])
  }
  return index
}
