import { cleanText, looksLikeLegacyLaoFont, looksLikeLostText } from '../lao-text.ts'
import { ok, refused, type Reading } from './reading.ts'
import { textLimits } from './roster-columns.ts'

/**
 * Free text, cleaned. Refused where letters were lost. A font from before Unicode is only suspected: in a text that
 * need not be Lao, accented letters may be meant.
 */
export function readText(text: string, limit: number): Reading<string> {
  if (looksLikeLostText(text)) return refused('text-lost')
  const cleaned = cleanText(text)
  if (cleaned.length > limit) return refused('text-too-long', { limit })
  return looksLikeLegacyLaoFont(text)
    ? { outcome: 'ok', value: cleaned, warning: 'text-legacy-font' }
    : ok(cleaned)
}

/** Text of a column for Lao: warned about where no letter of it is Lao. */
export function readLaoText(text: string, limit: number): Reading<string> {
  if (/\?{3}/.test(text)) return refused('text-lost')
  const reading = readText(text, limit)
  if (reading.outcome === 'refused') return reading
  if (reading.warning === 'text-legacy-font') return refused('text-legacy-font')
  const isLao = reading.value === '' || laoLetter.test(reading.value)
  return isLao ? reading : { ...reading, warning: 'lao-without-lao-letters' }
}

const laoLetter = /\p{Script=Lao}/u

/** Names of languages, separated by semicolons, commas or slashes; each once. */
export function readLanguagesSpoken(text: string): Reading<string[]> {
  const whole = readText(text, textLimits.notes)
  if (whole.outcome === 'refused') return whole
  const named = namesIn(whole.value)
  const isTooMuch =
    named.length > textLimits.languagesSpoken || named.some((name) => name.length > textLimits.languageSpoken)
  return isTooMuch
    ? refused('languages-too-many', { limit: textLimits.languagesSpoken })
    : { ...whole, value: named }
}

/** Whether both name the same languages, however they are divided: a name with a comma in it comes back as two. */
export function areSameLanguages(one: readonly string[], other: readonly string[]): boolean {
  const [names, otherNames] = [one, other].map((list) => namesIn(cleanText(list.join(';'))).join(';'))
  return names === otherNames
}

function namesIn(text: string): string[] {
  const names = text.split(/[;,/、]/).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}
