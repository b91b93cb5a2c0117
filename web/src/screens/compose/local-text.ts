import {
  entryOf,
  metresOf,
  type Draft,
  type SlotEntry,
  type TemplateView,
  type Wording,
  ownWords,
} from '../../drafts/draft.ts'
import { shortTime } from '../../words/dates.ts'

type Language = 'lo' | 'en'

const valueOf = (
  entry: SlotEntry,
  type: TemplateView['slots'][number]['type'],
  template: TemplateView,
  language: Language,
): string | undefined => {
  if (typeof entry !== 'string') return entry[language] || undefined
  if (entry === '') return undefined
  if (type === 'time') return shortTime(entry)
  if (type === 'metres') return Number.isNaN(metresOf(entry)) ? undefined : String(metresOf(entry))
  return [...template.rivers, ...template.places].find(({ id }) => id === entry)?.name[language]
}

/**
 * The text as far as this device can write it, without number and time of issue. What nobody has filled in, and
 * what each village has of its own, stays in braces.
 */
export const localText = (draft: Draft, wording: Wording, language: Language): string => {
  if (wording === undefined) return ''
  if (wording === ownWords) return draft.texts[language]
  const text = wording.wordings.find((one) => one.language === language)?.text ?? ''
  const values = new Map(
    wording.slots.map((slot) => [slot.slot, valueOf(entryOf(draft, slot), slot.type, wording, language)]),
  )
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole)
}
