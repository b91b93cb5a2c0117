import { districts } from '../../../../shared/domain/laos-districts.ts'
import { provinces } from '../../../../shared/domain/laos-provinces.ts'

const wholeCountry = 'LA'

/** Whether somebody of these areas may warn all of an area. */
export const mayWarn = (own: readonly string[], code: string): boolean =>
  own.some((area) => area === wholeCountry || code.startsWith(area))

/** Whether somebody of these areas may warn it, or something in it. */
const touches = (own: readonly string[], code: string): boolean =>
  mayWarn(own, code) || own.some((area) => area.startsWith(code))

/** The provinces in which somebody of these areas has something to warn. */
export const ownProvinces = (own: readonly string[]): string[] =>
  provinces.map(({ code }) => code).filter((code) => touches(own, code))

export const ownDistricts = (own: readonly string[], province: string): string[] =>
  districts.map(({ code }) => code).filter((code) => code.startsWith(province) && touches(own, code))

/** The areas with one more, which takes the place of what lies in it. */
export const withArea = (areas: readonly string[], added: string): string[] =>
  areas.some((area) => added.startsWith(area))
    ? [...areas]
    : [...areas.filter((area) => !area.startsWith(added)), added].sort()

export const withAreas = (areas: readonly string[], added: readonly string[]): string[] =>
  added.reduce<string[]>(withArea, [...areas])
