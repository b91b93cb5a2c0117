import { districts } from '../../shared/domain/laos-districts.ts'
import { provinces } from '../../shared/domain/laos-provinces.ts'
import type { ConsoleLanguage } from './words/language.ts'

type Named = { nameLo: string; nameEn: string }

const named = new Map<string, Named>([...provinces, ...districts].map((area) => [area.code, area]))

/** The name of a province or district in a language; its code where there is none, as of villages. */
export const areaName = (code: string, language: ConsoleLanguage): string => {
  const area = named.get(code)
  if (area === undefined) return code
  return language === 'lo' ? area.nameLo : area.nameEn
}
