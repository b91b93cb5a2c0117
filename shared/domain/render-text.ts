import type { AlertMode } from './alert.ts'
import { languages, type Language } from './village.ts'
import { modeWords } from './wording.ts'

/** Text per language; at least one is there. */
export type Texts = Partial<Record<Language, string | undefined>>

/** What every SMS carries, so that one that a carrier held for hours can be told from a newer one. */
export type Stamp = { number: number; version: number; issuedAtMs: number }

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** dd/mm HH:MM in Laos (UTC+7), digits 0-9. */
export const localTime = (epochMs: number): string => {
  const local = new Date(epochMs + 7 * 3_600_000)
  const day = `${twoDigits(local.getUTCDate())}/${twoDigits(local.getUTCMonth() + 1)}`
  return `${day} ${twoDigits(local.getUTCHours())}:${twoDigits(local.getUTCMinutes())}`
}

/** `#12.1 21/11 20:18`: alert number, version, and when it was issued. */
const stampText = ({ number, version, issuedAtMs }: Stamp): string =>
  `#${number}.${version} ${localTime(issuedAtMs)}`

/** One text as the phones show it: the mode's word at start and end, and the stamp. NFC, as typed otherwise. */
const renderText = (text: string, language: Language, mode: AlertMode, stamp: Stamp): string => {
  const stamped = `${text.trim().normalize('NFC')} ${stampText(stamp)}`
  if (mode === 'actual') return stamped
  const word = modeWords[mode][language]
  return `${word}: ${stamped} ${word}`
}

/** Every text that was written, as the phones show it. */
export const renderTexts = (texts: Texts, mode: AlertMode, stamp: Stamp): Texts => {
  const rendered: Texts = {}
  for (const language of languages) {
    const text = texts[language]
    if (text !== undefined) rendered[language] = renderText(text, language, mode, stamp)
  }
  return rendered
}

/** The language in which a recipient is written to: their own where there is a text in it, else Lao, else any. */
export const languageFor = (own: Language, texts: Texts): { language: Language; fallback: boolean } => {
  const language = [own, ...languages].find((candidate) => texts[candidate] !== undefined)
  if (language === undefined) throw new Error('a version without any text')
  return { language, fallback: language !== own }
}
