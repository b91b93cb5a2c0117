import { countSmsParts, gsm7Offenders } from './sms-parts.ts'

/** A change of spelling that makes a text cheaper and keeps its words. Offered, never made unasked. */
type TextOffer = {
  kind: 'lao-spelling' | 'plain-character'
  from: string
  to: string
  /** How often it stands in the text. */
  count: number
  /** Units of the SMS saved if this change alone is made; 0 where it saves only together with the others. */
  unitsSaved: number
}

/** All offers together. `text` is the text with every one of them taken. */
type TextOffers = { offers: TextOffer[]; text: string; unitsSaved: number; partsSaved: number }

/**
 * Two ways to type the same Lao syllable, of which the second takes fewer units. Tone marks stand before ໍ or after
 * it, and ຫນ, ຫມ are in rare words two letters: a reader of Lao decides.
 */
const laoSpellings: readonly (readonly [RegExp, (whole: string) => string])[] = [
  // ໍ (0ecd), a tone mark (0ec8 to 0ecb) and າ (0eb2), in the two orders in which people type them.
  [
    /\u0ecd[\u0ec8-\u0ecb]\u0eb2|[\u0ec8-\u0ecb]\u0ecd\u0eb2|\u0ecd\u0eb2/g,
    (whole) => `${whole.replaceAll('\u0ecd', '').replaceAll('\u0eb2', '')}ຳ`,
  ],
  [/ຫນ/g, () => 'ໜ'],
  [/ຫມ/g, () => 'ໝ'],
  [/ເເ/g, () => 'ແ'],
]

/** Characters that make a text UCS-2, with what GSM-7 has for them. */
const plainCharacters = new Map([
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['«', '"'],
  ['»', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['‚', "'"],
  ['`', "'"],
  ['´', "'"],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['‑', '-'],
  ['…', '...'],
  ['•', '-'],
  ['·', '.'],
  ['×', 'x'],
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['\u2009', ' '],
])

/** The text with every Lao syllable in its shortest spelling. For comparing; never sent unasked. */
export const foldLaoSpelling = (text: string): string =>
  laoSpellings.reduce((folded, [pattern, shorten]) => folded.replaceAll(pattern, shorten), text)

const unitsOf = (text: string): number => countSmsParts(text).units

type Change = Pick<TextOffer, 'kind' | 'from' | 'to' | 'count'>

const laoChanges = (text: string): Change[] =>
  laoSpellings.flatMap(([pattern, shorten]) => {
    const counts = new Map<string, number>()
    for (const [found] of text.matchAll(pattern)) counts.set(found, (counts.get(found) ?? 0) + 1)
    return [...counts].map(([from, count]) => ({
      kind: 'lao-spelling' as const,
      from,
      to: shorten(from),
      count,
    }))
  })

/** Only where nothing else keeps the text from GSM-7: in a Lao text a curly quote costs no more than a straight one. */
const characterChanges = (text: string): Change[] => {
  const offenders = gsm7Offenders(text).map(({ character }) => character)
  if (!offenders.every((character) => plainCharacters.has(character))) return []
  return [...new Set(offenders)].map((from) => ({
    kind: 'plain-character' as const,
    from,
    to: plainCharacters.get(from) ?? from,
    count: offenders.filter((character) => character === from).length,
  }))
}

const take = (text: string, { from, to }: Change): string => text.replaceAll(from, to)

/** Finds what can be spelt shorter, with what each change and all of them save. */
export const offerShorterSpelling = (text: string): TextOffers => {
  const changes = [...laoChanges(text), ...characterChanges(text)]
  const before = countSmsParts(text)
  const shorter = changes.reduce(take, text)
  const after = countSmsParts(shorter)
  return {
    offers: changes.map((change) => ({
      ...change,
      unitsSaved: Math.max(0, before.units - unitsOf(take(text, change))),
    })),
    text: shorter,
    // From UCS-2 to GSM-7 the units grow smaller, not fewer: there only the parts tell.
    unitsSaved: Math.max(0, before.units - after.units),
    partsSaved: before.parts - after.parts,
  }
}

/** How many units must go for one part less; null where there is one part already. */
export const unitsToSaveAPart = (text: string): { units: number; parts: number } | null => {
  const { encoding, units, parts } = countSmsParts(text)
  if (parts <= 1) return null
  const [single, joined] = encoding === 'GSM-7' ? [160, 153] : [70, 67]
  const room = parts === 2 ? single : joined * (parts - 1)
  return { units: Math.max(1, units - room), parts: parts - 1 }
}
