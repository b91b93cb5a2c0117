import type { Language } from '../village.ts'
import { fillText, valuesIn, type SlotText } from './read-slots.ts'
import type { Template } from './template.ts'

/** What goes out as SMS and what is read out, by language. */
type TemplateTexts = {
  texts: Record<Language, string>
  scripts: Record<Language, string>
}

/**
 * Fills in what an officer gave and the alert's number. The slots of village and district stay in braces: a sender
 * fills them for each recipient from what the dispatch has fixed.
 */
export const renderTemplate = (
  template: Template,
  values: Readonly<Record<string, SlotText>>,
  alertNumber: number,
): TemplateTexts => {
  const fill = (text: string, language: Language): string =>
    fillText(text, { ...valuesIn(values, language), number: String(alertNumber) })
  const textIn = (language: Language): string => {
    const { first, rest } = template.wordings[language]
    return fill(`${first} ${rest}`, language)
  }
  return {
    texts: { lo: textIn('lo'), en: textIn('en') },
    scripts: {
      lo: fill(template.wordings.lo.script, 'lo'),
      en: fill(template.wordings.en.script, 'en'),
    },
  }
}
