import { districts } from '../../../shared/domain/laos-districts.ts'
import { provinces } from '../../../shared/domain/laos-provinces.ts'
import type { ConsoleLanguage } from '../words/language.ts'

type Named = { nameLo: string; nameEn: string }

/** All of Laos is no area of the roster, but one of people’s rights and of budgets. Lao wording unreviewed. */
const allLaos = { code: 'LA', nameLo: 'ທົ່ວປະເທດ', nameEn: 'All of Laos' }

const named = new Map<string, Named>([allLaos, ...provinces, ...districts].map((area) => [area.code, area]))

/** The name of a province or district, or of all Laos, in a language; its code where there is none, as of villages. */
export const areaName = (code: string, language: ConsoleLanguage): string => {
  const area = named.get(code)
  if (area === undefined) return code
  return language === 'lo' ? area.nameLo : area.nameEn
}
