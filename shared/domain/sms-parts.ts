type SmsEncoding = 'GSM-7' | 'UCS-2'

/** What a text costs as SMS. Units are septets of GSM-7 or 16-bit units of UCS-2. */
export type SmsPartCount = {
  encoding: SmsEncoding
  units: number
  parts: number
  /** Units that still fit into the last part; for an empty text those of the first. */
  unitsLeftInPart: number
  /** Parts if no visible letter with its marks is cut; a carrier that cuts so bills these. Never below `parts`. */
  graphemeSafeParts: number
}

/** A character outside GSM-7 and where it stands in the text (UTF-16 index). */
export type Gsm7Offender = { character: string; index: number }

/**
 * Counts the parts of an SMS by 3GPP TS 23.038 and 23.040: 160 units of GSM-7 or 70 of UCS-2 in a single SMS,
 * 153 or 67 in each part of a longer one. A GSM-7 extension character counts 2 and is never cut.
 */
export function countSmsParts(text: string): SmsPartCount {
  const characters = Array.from(text)
  const encoding = characters.every(isGsm7) ? 'GSM-7' : 'UCS-2'
  const unitsOf = encoding === 'GSM-7' ? gsm7Units : ucs2Units
  const units = unitsOf(text)
  const single = singlePartUnits[encoding]
  if (units <= single) {
    const parts = units === 0 ? 0 : 1
    return { encoding, units, parts, unitsLeftInPart: single - units, graphemeSafeParts: parts }
  }
  const limit = joinedPartUnits[encoding]
  const pieces = encoding === 'GSM-7' ? characters : text.split('')
  const { parts, unitsInLastPart } = fillParts(pieces.map(unitsOf), limit)
  const graphemes = Array.from(graphemeSegmenter().segment(text), ({ segment }) => segment)
  const graphemeSafeParts = fillParts(graphemes.map(unitsOf), limit).parts
  return { encoding, units, parts, unitsLeftInPart: limit - unitsInLastPart, graphemeSafeParts }
}

/** The characters that make an SMS UCS-2: where they are few (a curly quote, a dash), without them it costs less. */
export function gsm7Offenders(text: string): Gsm7Offender[] {
  const offenders: Gsm7Offender[] = []
  let index = 0
  for (const character of text) {
    if (!isGsm7(character)) offenders.push({ character, index })
    index += character.length
  }
  return offenders
}

const singlePartUnits = { 'GSM-7': 160, 'UCS-2': 70 } as const
const joinedPartUnits = { 'GSM-7': 153, 'UCS-2': 67 } as const

const gsm7Basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const gsm7Extension = new Set('\f^{}\\[~]|€')
/** Made at first use: it takes some 9 ms of a cold start, which most requests would pay for nothing. */
const graphemeSegmenter = (): Intl.Segmenter => {
  madeSegmenter ??= new Intl.Segmenter('lo', { granularity: 'grapheme' })
  return madeSegmenter
}
let madeSegmenter: Intl.Segmenter | undefined

function isGsm7(character: string): boolean {
  return gsm7Basic.has(character) || gsm7Extension.has(character)
}

function gsm7Units(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (gsm7Extension.has(character) ? 2 : 1), 0)
}

function ucs2Units(text: string): number {
  return text.length
}

/** Puts pieces into parts in order, cutting none but what is longer than a whole part. */
function fillParts(pieceUnits: number[], limit: number): { parts: number; unitsInLastPart: number } {
  let parts = 0
  let unitsInLastPart = limit
  for (const units of pieceUnits) {
    if (unitsInLastPart + units <= limit) {
      unitsInLastPart += units
    } else {
      const partsOfPiece = Math.ceil(units / limit)
      parts += partsOfPiece
      unitsInLastPart = units - (partsOfPiece - 1) * limit
    }
  }
  return { parts, unitsInLastPart }
}
