import type { PlannedDispatch } from '../../../shared/domain/committee.ts'
import type { District } from '../../../shared/domain/laos-districts.ts'
import { languageFor, type Texts } from '../../../shared/domain/render-text.ts'
import { countSmsParts } from '../../../shared/domain/sms-parts.ts'
import { fillText } from '../../../shared/domain/templates/read-slots.ts'
import { slotsIn } from '../../../shared/domain/templates/template.ts'
import {
  safePlaceIn,
  villageFill,
  type NamedVillage,
} from '../../../shared/domain/templates/village-values.ts'
import type { Language, Village } from '../../../shared/domain/village.ts'

/** What one language's text comes to over all villages that get it. */
export type TextMeasure = {
  recipients: number
  partsTotal: number
  /** The longest text that anybody gets, and in which village. */
  widest: { text: string; units: number; village: string } | undefined
  safePlaceInOtherLanguage: number
  safePlaceUnknown: number
}

export type TextMeasures = Record<Language, TextMeasure>

const emptyMeasure = (): TextMeasure => ({
  recipients: 0,
  partsTotal: 0,
  widest: undefined,
  safePlaceInOtherLanguage: 0,
  safePlaceUnknown: 0,
})

export const emptyMeasures = (): TextMeasures => ({ lo: emptyMeasure(), en: emptyMeasure() })

/** Who was told before may be of a village that the roster has no more. */
const nameless: NamedVillage = { nameLo: '', nameEn: '' }

const addSafePlace = (
  measure: TextMeasure,
  language: Language,
  text: string,
  village: NamedVillage,
): void => {
  if (!slotsIn(text).has('safePlace')) return
  const { source } = safePlaceIn(language, village)
  if (source === 'other-language') measure.safePlaceInOtherLanguage += 1
  if (source === 'fallback') measure.safePlaceUnknown += 1
}

/** Adds what the texts come to in the villages of a district, filled in as fan-out and senders would. */
export const addDispatches = (
  measures: TextMeasures,
  texts: Texts,
  dispatches: readonly PlannedDispatch[],
  {
    district,
    villages,
    desk,
  }: { district: District; villages: readonly Village[]; desk: string | undefined },
): void => {
  const byCode = new Map(villages.map((village) => [village.code, village]))
  for (const { village: code, recipients } of dispatches) {
    const village = byCode.get(code) ?? nameless
    const fill = villageFill(texts, village, district, desk)
    const own = recipients.filter(({ sharedWith }) => sharedWith === undefined)
    const got = Map.groupBy(own, (recipient) => languageFor(recipient.language, texts).language)
    for (const [language, readers] of got) {
      const template = texts[language] ?? ''
      const text = fillText(template, fill[language])
      const { parts, units } = countSmsParts(text)
      const measure = measures[language]
      measure.recipients += readers.length
      measure.partsTotal += parts * readers.length
      const isWider = measure.widest === undefined || units > measure.widest.units
      if (isWider) measure.widest = { text, units, village: code }
      addSafePlace(measure, language, template, village)
    }
  }
}
