import pMap from 'p-map'
import { withMembersMeant } from '../../shared/domain/audience.ts'
import { isAlerted, planDispatches } from '../../shared/domain/committee.ts'
import { findDistrict } from '../../shared/domain/laos-areas.ts'
import { languageFor, type Texts } from '../../shared/domain/render-text.ts'
import { countSmsParts } from '../../shared/domain/sms-parts.ts'
import { fillText } from '../../shared/domain/templates/read-slots.ts'
import { slotsIn } from '../../shared/domain/templates/template.ts'
import { safePlaceIn, villageFill } from '../../shared/domain/templates/village-values.ts'
import type { Language, Village } from '../../shared/domain/village.ts'
import type { AlertsApiDeps } from './deps.ts'
import type { Audience } from './resolve-audience.ts'

/** What one language's text comes to over all villages that get it. */
export type TextMeasure = {
  recipients: number
  partsTotal: number
  /** The longest text that anybody gets, and in which village. */
  widest: { text: string; units: number; village: string } | undefined
  safePlaceInOtherLanguage: number
  safePlaceUnknown: number
}

/** Districts that are read at a time: all of Laos is over a hundred. */
const districtsAtOnce = 16

const emptyMeasure = (): TextMeasure => ({
  recipients: 0,
  partsTotal: 0,
  widest: undefined,
  safePlaceInOtherLanguage: 0,
  safePlaceUnknown: 0,
})

const addSafePlace = (measure: TextMeasure, language: Language, text: string, village: Village): void => {
  if (!slotsIn(text).has('safePlace')) return
  const { source } = safePlaceIn(language, village)
  if (source === 'other-language') measure.safePlaceInOtherLanguage += 1
  if (source === 'fallback') measure.safePlaceUnknown += 1
}

const addVillage = (
  measures: Record<Language, TextMeasure>,
  texts: Texts,
  village: Village,
  fill: Record<Language, Record<string, string>>,
  recipients: readonly { language: Language }[],
): void => {
  const got = Map.groupBy(recipients, (recipient) => languageFor(recipient.language, texts).language)
  for (const [language, readers] of got) {
    const template = texts[language] ?? ''
    const text = fillText(template, fill[language])
    const { parts, units } = countSmsParts(text)
    const measure = measures[language]
    measure.recipients += readers.length
    measure.partsTotal += parts * readers.length
    const isWider = measure.widest === undefined || units > measure.widest.units
    if (isWider) measure.widest = { text, units, village: village.code }
    addSafePlace(measure, language, template, village)
  }
}

/** Fills the texts in for every village of the audience, as fan-out and senders would, and adds up what it comes to. */
export const measureVillages = async (
  deps: Pick<AlertsApiDeps, 'villages' | 'fallbackDesk'>,
  { districts, desks, filter }: Pick<Audience, 'districts' | 'desks' | 'filter'>,
  texts: Texts,
  lane: 'urgent' | 'routine',
): Promise<Record<Language, TextMeasure>> => {
  const measures = { lo: emptyMeasure(), en: emptyMeasure() }
  await pMap(
    Object.entries(districts),
    async ([code, only]) => {
      const district = findDistrict(code)
      if (district === undefined) return
      const all = (await deps.villages.listDistrict(code)).filter(isAlerted)
      const meant = only.length === 0 ? all : all.filter((village) => only.includes(village.code))
      const byCode = new Map(meant.map((village) => [village.code, village]))
      for (const planned of planDispatches(withMembersMeant(meant, filter), lane)) {
        const village = byCode.get(planned.village)
        if (village === undefined) continue
        const fill = villageFill(texts, village, district, desks[code] ?? deps.fallbackDesk)
        const recipients = planned.recipients.filter(({ sharedWith }) => sharedWith === undefined)
        addVillage(measures, texts, village, fill, recipients)
      }
    },
    { concurrency: districtsAtOnce },
  )
  return measures
}
