import { cleanText } from '../lao-text.ts'
import { places, rivers } from '../named-places.ts'
import { localTime } from '../render-text.ts'
import { gsm7Offenders } from '../sms-parts.ts'
import type { Language } from '../village.ts'
import type { Words } from '../wording.ts'
import type { SlotType, Template } from './template.ts'

/** What stands in for a slot, by language. */
export type SlotText = Words

/** What an officer gives for a slot: an id of the lists, a pair of names, metres, or an instant with offset. */
export type SlotInput = string | number | SlotText

/** A slot that cannot be filled; `message` never holds what was given. */
type SlotFault = { slot: string; message: Words }

type SlotReading = { values: Record<string, SlotText>; faults: SlotFault[] }

type Reading = { value: SlotText } | { fault: Words }

const maxNameUnits = 30
const furthestAheadDays = 180
const dayMs = 24 * 3_600_000
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

const inBoth = (text: string): Reading => ({ value: { lo: text, en: text } })
const refuse = (en: string, lo: string): Reading => ({ fault: { en, lo } })

const readNames = (names: SlotText): Reading => {
  const lo = cleanText(names.lo)
  const en = cleanText(names.en)
  if (lo === '' || en === '')
    return refuse('Give the name in Lao and in English letters.', 'ໃສ່ຊື່ເປັນພາສາລາວ ແລະ ອັງກິດ.')
  if ([lo, en].some((name) => name.length > maxNameUnits))
    return refuse(`A name has ${maxNameUnits} characters at most.`, `ຊື່ມີໄດ້ບໍ່ເກີນ ${maxNameUnits} ຕົວ.`)
  if ([lo, en].some((name) => /[{}<>\n]|https?:|www\./i.test(name)))
    return refuse('A name holds no braces, links or line ends.', 'ຊື່ມີວົງປີກກາ, ລິ້ງ ຫຼື ຂຶ້ນແຖວໃໝ່ບໍ່ໄດ້.')
  if (!/\p{Script=Lao}/u.test(lo)) return refuse('The Lao name has no Lao letter.', 'ຊື່ພາສາລາວບໍ່ມີຕົວລາວ.')
  return gsm7Offenders(en).length > 0
    ? refuse(
        'The English name has characters that double the parts of the SMS: write plain Latin letters.',
        'ຊື່ພາສາອັງກິດມີຕົວອັກສອນທີ່ເຮັດໃຫ້ SMS ຍາວຂຶ້ນສອງເທົ່າ: ໃຊ້ຕົວລາຕິນທຳມະດາ.',
      )
    : { value: { lo, en } }
}

const readFrom = (list: typeof rivers, given: SlotInput, what: Words): Reading => {
  if (typeof given === 'object') return readNames(given)
  const found = list.find(({ id }) => id === given)
  return found === undefined
    ? refuse(
        `Give the id of a ${what.en} of the list, or its name as { lo, en }.`,
        `ເລືອກ${what.lo}ຈາກລາຍການ, ຫຼື ໃສ່ຊື່ເປັນ { lo, en }.`,
      )
    : { value: { lo: found.name.lo, en: found.name.en } }
}

const readMetres = (given: SlotInput): Reading => {
  if (typeof given !== 'number' || !(given > 0 && given <= 60))
    return refuse('Give metres as a number above 0, 60 at most.', 'ໃສ່ແມັດເປັນຕົວເລກ, ຫຼາຍກວ່າ 0, ບໍ່ເກີນ 60.')
  return inBoth(String(Math.round(given * 100) / 100))
}

const readTime = (given: SlotInput, nowMs: number | undefined): Reading => {
  const atMs = typeof given === 'string' && isoInstant.test(given) ? Date.parse(given) : Number.NaN
  if (Number.isNaN(atMs))
    return refuse(
      'Give date, time and offset, like 2026-07-23T18:00:00+07:00.',
      'ໃສ່ວັນທີ, ເວລາ ແລະ ເຂດເວລາ ແບບ 2026-07-23T18:00:00+07:00.',
    )
  if (nowMs === undefined) return inBoth(localTime(atMs))
  if (atMs <= nowMs) return refuse('Lies in the past.', 'ເວລານີ້ຜ່ານໄປແລ້ວ.')
  return atMs - nowMs > furthestAheadDays * dayMs
    ? refuse(
        `Lies more than ${furthestAheadDays} days ahead: the SMS shows no year.`,
        `ດົນເກີນ ${furthestAheadDays} ມື້: SMS ບໍ່ບອກປີ.`,
      )
    : inBoth(localTime(atMs))
}

const readSlot = (type: SlotType, given: SlotInput, nowMs: number | undefined): Reading => {
  switch (type) {
    case 'river':
      return readFrom(rivers, given, { en: 'river', lo: 'ແມ່ນ້ຳ' })
    case 'place':
      return readFrom(places, given, { en: 'place', lo: 'ສະຖານທີ່' })
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
    .map((slot) => ({ slot, message: { en: 'The template has no such slot.', lo: 'ແມ່ແບບບໍ່ມີຊ່ອງນີ້.' } }))
  for (const [slot, type] of Object.entries(template.slots)) {
    const input = Object.hasOwn(given, slot) ? given[slot] : undefined
    const reading =
      input === undefined
        ? refuse('The template needs this.', 'ແມ່ແບບຕ້ອງການຊ່ອງນີ້.')
        : readSlot(type, input, nowMs)
    if ('fault' in reading) faults.push({ slot, message: reading.fault })
    else values[slot] = reading.value
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
