import type { Dispatch } from './dispatch.ts'
import { languageFor, type Texts } from './render-text.ts'
import { countSmsParts } from './sms-parts.ts'
import { smsTakenOf } from './sms-taken.ts'
import { fillText } from './templates/read-slots.ts'
import type { Language } from './village.ts'

type Fill = Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>

/** Parts of the text that readers of each language get, with these words of their village. */
export const partsByLanguage = (rendered: Texts, fill: Fill = {}): ((own: Language) => number) => {
  const known = new Map<Language, number>()
  return (own) => {
    const { language } = languageFor(own, rendered)
    const parts =
      known.get(language) ?? countSmsParts(fillText(rendered[language] ?? '', fill[language] ?? {})).parts
    known.set(language, parts)
    return parts
  }
}

/** What the dispatch's SMS come to, as a gateway bills them. */
export const billedParts = (
  { recipients, fill }: Pick<Dispatch, 'recipients' | 'fill'>,
  rendered: Texts,
): number => {
  const partsOf = partsByLanguage(rendered, fill)
  return recipients.reduce((sum, recipient) => {
    const sms = smsTakenOf(recipient)
    return sms === 0 ? sum : sum + sms * partsOf(recipient.language)
  }, 0)
}
