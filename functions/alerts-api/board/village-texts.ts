import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { districtOf } from '../../../shared/domain/area.ts'
import type { Dispatch } from '../../../shared/domain/dispatch.ts'
import { findDistrict } from '../../../shared/domain/laos-areas.ts'
import { markScript, scriptOf } from '../../../shared/domain/loudspeaker-script.ts'
import { languageFor } from '../../../shared/domain/render-text.ts'
import { findTemplate } from '../../../shared/domain/templates/catalogue.ts'
import { fillText, readSlots } from '../../../shared/domain/templates/read-slots.ts'
import { renderTemplate } from '../../../shared/domain/templates/render-template.ts'
import { villageValues } from '../../../shared/domain/templates/village-values.ts'
import { languages, type Language, type Village } from '../../../shared/domain/village.ts'

/** A village of a version, with its share of it and how its district's desk is rung. */
type Told = {
  version: VersionRecord
  village: Village | undefined
  dispatch: Dispatch | undefined
  desk: string | undefined
}

const nobody = { nameLo: '', nameEn: '' }

/** Every word of the village: those that its dispatch has fixed, the roster's where it has none. */
const wordsOf = ({ village, dispatch, desk }: Told, code: string, language: Language) => ({
  ...villageValues(language, village ?? nobody, findDistrict(districtOf(code)) ?? nobody, desk),
  ...dispatch?.fill?.[language],
})

/** The template's own script where its words still are those of the version, else the text, said twice. */
const scriptIn = ({ version }: Told, language: Language): string => {
  const choice = version.template
  const template = choice === undefined ? undefined : findTemplate(choice.id)
  if (choice !== undefined && template?.version === choice.version) {
    // Read as of no time: what has passed meanwhile is still what was said.
    const { values, faults } = readSlots(template, choice.slots, undefined)
    if (faults.length === 0) return renderTemplate(template, values, version.number).scripts[language]
  }
  return scriptOf(version.texts[language] ?? '', language)
}

/** What the village's people get, in each language that somebody of it is written to in, and what is read out there. */
export const villageTexts = (told: Told, code: string) => {
  const { version, dispatch } = told
  const texts = version.rendered ?? version.texts
  const readers = Map.groupBy(
    (dispatch?.recipients ?? []).filter(({ sharedWith }) => sharedWith === undefined),
    (recipient) => languageFor(recipient.language, texts).language,
  )
  return languages.flatMap((language) => {
    const recipients = readers.get(language)?.length ?? 0
    const text = texts[language]
    // Where nobody gets an SMS somebody still has to read it out.
    if (text === undefined || (recipients === 0 && readers.size > 0)) return []
    const words = wordsOf(told, code, language)
    const script = fillText(scriptIn(told, language), words)
    return [
      {
        language,
        text: fillText(text, words),
        script: markScript(script, language, version.mode),
        recipients,
      },
    ]
  })
}
