import type { District } from '../laos-districts.ts'
import { gsm7Offenders } from '../sms-parts.ts'
import type { Texts } from '../render-text.ts'
import { languages, type Language, type Village } from '../village.ts'
import type { Wording } from '../wording.ts'
import { fillText, valuesIn, type SlotText } from './read-slots.ts'
import { slotsIn, villageSlots } from './template.ts'

/** What Siang says where the roster does not know the village's own words. Lao wording unreviewed. */
export const fallbackWords = {
  village: { en: 'your village', lo: 'ບ້ານຂອງທ່ານ', laoReviewedBy: null },
  safePlace: { en: 'the high ground of your village', lo: 'ບ່ອນສູງຂອງບ້ານ', laoReviewedBy: null },
  office: { en: 'Your district', lo: 'ເມືອງຂອງທ່ານ', laoReviewedBy: null },
  desk: { en: 'of the district office', lo: 'ຫ້ອງການເມືອງ', laoReviewedBy: null },
} as const satisfies Record<string, Wording>

/**
 * What a caller says of any village. Not "the high ground": the SMS may have named a school, and who hears both must
 * not be sent to two places. Lao wording unreviewed.
 */
export const callerWords = {
  ...fallbackWords,
  safePlace: { en: 'the safe place of your village', lo: 'ບ່ອນປອດໄພຂອງບ້ານ', laoReviewedBy: null },
} as const satisfies Record<string, Wording>

/** How an office is named; `{name}` is the district's name. Lao wording unreviewed. */
export const officeWords: Wording = { en: '{name} District', lo: 'ເມືອງ{name}', laoReviewedBy: null }

/** How a village is named; `{name}` is its own name. Lao wording unreviewed. */
export const villageWords: Wording = { en: '{name} village', lo: 'ບ້ານ{name}', laoReviewedBy: null }

/** Where the words for a slot are from: the recipient's language, another one, or Siang's own. */
type ValueSource = 'own' | 'other-language' | 'fallback'

type Choice = { text: string; source: ValueSource }

/** What a dispatch fixes for its village: the values of the slots that its texts have, by language. */
export type VillageFill = Record<Language, Record<string, string>>

/** What of a village its texts may say. */
export type NamedVillage = Pick<Village, 'nameLo' | 'nameEn' | 'safePlaceLo' | 'safePlaceEn'>

/**
 * Lao words in an English SMS would double its parts, on a phone that may show no Lao letters: those of the
 * fallback stand there instead. English words in a Lao SMS cost nothing and are better than none.
 */
const choose = (
  language: Language,
  lo: string | undefined,
  en: string | undefined,
  fallback: SlotText,
): Choice => {
  const own = language === 'lo' ? lo : en
  const isPlain = (text: string): boolean => language === 'lo' || gsm7Offenders(text).length === 0
  if (own !== undefined && own !== '' && isPlain(own)) return { text: own, source: 'own' }
  if (language === 'lo' && en !== undefined && en !== '') return { text: en, source: 'other-language' }
  return { text: fallback[language], source: 'fallback' }
}

/** Where the village's safe place is to be read, in one language. */
export const safePlaceIn = (language: Language, village: NamedVillage): Choice =>
  choose(language, village.safePlaceLo, village.safePlaceEn, fallbackWords.safePlace)

const hasWordForVillage: Record<Language, RegExp> = { lo: /^ບ້ານ/, en: /^ban\s|village$/i }

const villageIn = (language: Language, village: NamedVillage): string => {
  const { text, source } = choose(language, village.nameLo, village.nameEn, fallbackWords.village)
  if (source === 'fallback' || hasWordForVillage[language].test(text)) return text
  return fillText(villageWords[language], { name: text })
}

const officeIn = (language: Language, district: Pick<District, 'nameLo' | 'nameEn'>): string =>
  fillText(officeWords[language], { name: language === 'lo' ? district.nameLo : district.nameEn })

/** Whether any of the texts speaks of the village or its district. */
export const varyByVillage = (texts: Texts): boolean =>
  languages.some((language) => {
    const slots = slotsIn(texts[language] ?? '')
    return villageSlots.some((slot) => slots.has(slot))
  })

/** A text as it stands for any village: what only a roster knows is said in Siang's own words. */
export const fillForAnyone = (
  texts: Texts,
  words: typeof fallbackWords | typeof callerWords = fallbackWords,
): Texts => {
  const filled: Texts = {}
  for (const language of languages) {
    const text = texts[language]
    const values = valuesIn(words, language)
    if (text !== undefined) filled[language] = fillText(text, values)
  }
  return filled
}

/** Every value of a village in one language. `desk` is the number of its district as people dial it. */
export const villageValues = (
  language: Language,
  village: NamedVillage,
  district: Pick<District, 'nameLo' | 'nameEn'>,
  desk: string | undefined,
): Record<string, string> => ({
  village: villageIn(language, village),
  safePlace: safePlaceIn(language, village).text,
  office: officeIn(language, district),
  desk: desk ?? fallbackWords.desk[language],
})

/** The values that these texts need, and no others: thousands of dispatches hold them. */
export const villageFill = (
  texts: Texts,
  village: NamedVillage,
  district: Pick<District, 'nameLo' | 'nameEn'>,
  desk: string | undefined,
): VillageFill => {
  const fillIn = (language: Language): Record<string, string> => {
    const needed = slotsIn(texts[language] ?? '')
    const values = villageValues(language, village, district, desk)
    return Object.fromEntries(Object.entries(values).filter(([slot]) => needed.has(slot)))
  }
  return { lo: fillIn('lo'), en: fillIn('en') }
}
