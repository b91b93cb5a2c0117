import { cleanText } from '../lao-text.ts'
import { places, rivers } from '../named-places.ts'
import { localTime } from '../render-text.ts'
import { gsm7Offenders } from '../sms-parts.ts'
import type { Language } from '../village.ts'
import type { SlotType, Template } from './template.ts'

/** What stands in for a slot, by language. */
export type SlotText = Readonly<Record<Language, string>>

/** What an officer gives for a slot: an id of the lists, a pair of names, metres, or an instant with offset. */
export type SlotInput = string | number | SlotText

/** A slot that cannot be filled; `message` never holds what was given. */
type SlotFault = { slot: string; message: string }

type SlotReading = { values: Record<string, SlotText>; faults: SlotFault[] }

type Reading = SlotText | string

const maxNameUnits = 30
const furthestAheadDays = 180
const dayMs = 24 * 3_600_000
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

const inBoth = (text: string): SlotText => ({ lo: text, en: text })

const readNames = (names: SlotText): Reading => {
  const lo = cleanText(names.lo)
  const en = cleanText(names.en)
  if (lo === '' || en === '') return 'Give the name in Lao and in English letters.'
  if ([lo, en].some((name) => name.length > maxNameUnits))
    return `A name has ${maxNameUnits} characters at most.`
  if ([lo, en].some((name) => /[{}<>\n]|https?:|www\./i.test(name)))
    return 'A name holds no braces, links or line ends.'
  if (!/\p{Script=Lao}/u.test(lo)) return 'The Lao name has no Lao letter.'
  return gsm7Offenders(en).length > 0
    ? 'The English name has characters that double the parts of the SMS: write plain Latin letters.'
    : { lo, en }
}

const readFrom = (list: typeof rivers, given: SlotInput, what: string): Reading => {
  if (typeof given === 'object') return readNames(given)
  const found = list.find(({ id }) => id === given)
  return found === undefined
    ? `Give the id of a ${what} of the list, or its name as { lo, en }.`
    : { lo: found.name.lo, en: found.name.en }
}

const readMetres = (given: SlotInput): Reading => {
  if (typeof given !== 'number' || !(given > 0 && given <= 60))
    return 'Give metres as a number above 0, 60 at most.'
  return inBoth(String(Math.round(given * 100) / 100))
}

const readTime = (given: SlotInput, nowMs: number | undefined): Reading => {
  const atMs = typeof given === 'string' && isoInstant.test(given) ? Date.parse(given) : Number.NaN
  if (Number.isNaN(atMs)) return 'Give date, time and offset, like 2026-07-23T18:00:00+07:00.'
  if (nowMs === undefined) return inBoth(localTime(atMs))
  if (atMs <= nowMs) return 'Lies in the past.'
  return atMs - nowMs > furthestAheadDays * dayMs
    ? `Lies more than ${furthestAheadDays} days ahead: the SMS shows no year.`
    : inBoth(localTime(atMs))
}

const readSlot = (type: SlotType, given: SlotInput, nowMs: number | undefined): Reading => {
  switch (type) {
    case 'river':
      return readFrom(rivers, given, 'river')
    case 'place':
      return readFrom(places, given, 'place')
    case 'metres':
      return readMetres(given)
    case 'time':
      return readTime(given, nowMs)
    default:
      return type satisfies never
  }
}

/**
 * Reads everything that an officer gave for a template's slots, and names all that is wrong with it at once. Without
 * `nowMs` times may have passed: what was said then is read again.
 */
export const readSlots = (
  template: Pick<Template, 'slots'>,
  given: Readonly<Record<string, SlotInput>>,
  nowMs: number | undefined,
): SlotReading => {
  const values: Record<string, SlotText> = {}
  const faults: SlotFault[] = Object.keys(given)
    .filter((slot) => !Object.hasOwn(template.slots, slot))
    .map((slot) => ({ slot, message: 'The template has no such slot.' }))
  for (const [slot, type] of Object.entries(template.slots)) {
    const input = Object.hasOwn(given, slot) ? given[slot] : undefined
    const reading = input === undefined ? 'The template needs this.' : readSlot(type, input, nowMs)
    if (typeof reading === 'string') faults.push({ slot, message: reading })
    else values[slot] = reading
  }
  return { values, faults }
}

/** Puts values into `{slots}`; what has none stays to be seen. */
export const fillText = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(
    /\{(\w+)\}/g,
    (whole, name: string) => (Object.hasOwn(values, name) ? values[name] : undefined) ?? whole,
  )

/** The values of one language. */
export const valuesIn = (
  values: Readonly<Record<string, SlotText>>,
  language: Language,
): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([slot, text]) => [slot, text[language]]))
