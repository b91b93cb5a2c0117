import type { AlertMode } from '../alert.ts'
import { findDistrict } from '../laos-areas.ts'
import { markScript } from '../loudspeaker-script.ts'
import type { Texts } from '../render-text.ts'
import { findTemplate } from '../templates/catalogue.ts'
import { fillText, readSlots, type SlotInput } from '../templates/read-slots.ts'
import { renderTemplate } from '../templates/render-template.ts'
import { fillForAnyone, villageValues } from '../templates/village-values.ts'
import { languages, type Language } from '../village.ts'
import { instructionWords } from './cap-words.ts'

/** What a version says, as far as texts are concerned. */
export type WrittenVersion = {
  readonly number: number
  readonly mode: AlertMode
  readonly texts: Texts
  readonly template?: { id: string; version: number; slots: Readonly<Record<string, SlotInput>> } | undefined
  readonly districts: Readonly<Record<string, readonly string[]>>
  readonly issuedAtEpochSeconds: number
}

const nowhere = { nameLo: '', nameEn: '' }

/** Words of a village and numbers of a desk are for those who get the SMS; one district's name is for all. */
const fillForPublic = (text: string, language: Language, districts: readonly string[]): string => {
  const [only, ...others] = districts
  const district = only === undefined || others.length > 0 ? undefined : findDistrict(only)
  if (district === undefined) return fillForAnyone({ [language]: text })[language] ?? ''
  return fillText(text, villageValues(language, nowhere, district, undefined))
}

/** Times of a template may be past when it is issued, and are written out all the same. */
const longBeforeMs = 30 * 24 * 3_600_000

/** What the template has read out by loudspeaker: whole sentences that say what to do. */
const scriptsOf = ({ template: choice, number, issuedAtEpochSeconds }: WrittenVersion): Texts => {
  const template = choice === undefined ? undefined : findTemplate(choice.id)
  if (choice === undefined || template === undefined || template.version !== choice.version) return {}
  const { values, faults } = readSlots(template, choice.slots, issuedAtEpochSeconds * 1000 - longBeforeMs)
  return faults.length > 0 ? {} : renderTemplate(template, values, number).scripts
}

/** What the public reads of a version, by language; the mode's word stands at start and end. */
export const publicTexts = (
  version: WrittenVersion,
): { language: Language; description: string; instruction: string }[] => {
  const scripts = scriptsOf(version)
  const districts = Object.keys(version.districts)
  return languages.flatMap((language) => {
    const text = version.texts[language]
    if (text === undefined) return []
    const toPublic = (words: string): string =>
      markScript(fillForPublic(words.trim(), language, districts), language, version.mode)
    const instruction = scripts[language] ?? instructionWords[language]
    return [{ language, description: toPublic(text), instruction: toPublic(instruction) }]
  })
}
