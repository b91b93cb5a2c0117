import { districts } from '../../../../shared/domain/laos-districts.ts'
import { places, rivers } from '../../../../shared/domain/named-places.ts'
import type { SlotText } from '../../../../shared/domain/templates/read-slots.ts'
import type { SlotType, Template } from '../../../../shared/domain/templates/template.ts'
import { villageValues } from '../../../../shared/domain/templates/village-values.ts'
import type { Language } from '../../../../shared/domain/village.ts'

const longest = (texts: readonly string[]): string => texts.toSorted((a, b) => b.length - a.length)[0] ?? ''

const longestIn = (language: Language, type: SlotType): string => {
  switch (type) {
    case 'river':
      return longest(rivers.map(({ name }) => name[language]))
    case 'place':
      return longest(places.map(({ name }) => name[language]))
    case 'metres':
      return '12.75'
    case 'time':
      return '23/07 18:00'
    default:
      return type satisfies never
  }
}

/** The longest that an officer plausibly fills in. */
export const longestSlots = (template: Template): Record<string, SlotText> =>
  Object.fromEntries(
    Object.entries(template.slots).map(([slot, type]) => [
      slot,
      { lo: longestIn('lo', type), en: longestIn('en', type) },
    ]),
  )

/** A village with long names, in the district with the longest one, whose desk has a mobile number. */
export const longestVillage = (language: Language): Record<string, string> =>
  villageValues(
    language,
    {
      nameLo: 'ໂພນສະຫວ່າງ',
      nameEn: 'Phonesavang Neua',
      safePlaceLo: 'ໂຮງຮຽນບ້ານໜອງສູງ',
      safePlaceEn: 'Nongsoung primary school hill',
    },
    {
      nameLo: longest(districts.map(({ nameLo }) => nameLo)),
      nameEn: longest(districts.map(({ nameEn }) => nameEn)),
    },
    '020 55 123 456',
  )
