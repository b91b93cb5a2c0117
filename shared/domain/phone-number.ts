import { parsePhoneNumberFromString } from 'libphonenumber-js/core'
import { laoPhoneMetadata } from './lao-phone-metadata.ts'
import { foldLaoDigits } from './lao-text.ts'

/** `mobile` is 020, `wireless-fixed` is 030 (a telephone at home on a radio link), `fixed` a land line. */
type PhoneType = 'mobile' | 'wireless-fixed' | 'fixed'

/** Why a text is no telephone number in Laos. */
type PhoneRefusal =
  | 'empty'
  | 'not-a-number'
  | 'several-numbers'
  | 'scientific-notation'
  | 'too-short'
  | 'too-long'
  | 'foreign'
  | 'not-lao-number'

export type PhoneNumberReading =
  | {
      outcome: 'ok'
      /** E.164, for instance +8562055123456. */
      phone: string
      type: PhoneType
      /** As people in Laos write it: 020 55 123 456. */
      display: string
      /** False where 8 digits, read as a mobile number, may also be a fixed line that lost its 0. */
      certain: boolean
    }
  | { outcome: 'refused'; reason: PhoneRefusal }

export type Operator = 'lao-telecom' | 'unitel' | 'tplus' | 'etl' | 'best' | 'unknown'

/**
 * Reads a telephone number of Laos as people and spreadsheets write it: with or without the country code,
 * without the leading 0, without 020, in Lao or full-width digits, with spaces, dashes, dots and brackets.
 */
export function parsePhoneNumber(text: string): PhoneNumberReading {
  if (text.length > maxTextLength) return refuse('too-long')
  const written = plainText(text)
  const unreadable = whyUnreadable(written)
  if (unreadable !== undefined) return refuse(unreadable)
  const asWritten = () => readDigits(written.replaceAll(/\D/g, ''), written.includes('+'))
  const wholeNumber = /^(\d+)\.0+$/.exec(written)?.[1]
  if (wholeNumber === undefined) return asWritten()
  // Spreadsheets add decimals; but a person may also set a dot before a last 0.
  const reading = readDigits(wholeNumber, false)
  const dotted = reading.outcome === 'ok' ? reading : asWritten()
  return dotted.outcome === 'ok' ? dotted : reading
}

/** Whether an SMS can arrive there. Wireless home telephones mostly show SMS, fixed lines never. */
export function receivesSms(phone: string): boolean {
  if (storedMobile.test(phone)) return true
  const reading = parsePhoneNumber(phone)
  return reading.outcome === 'ok' && reading.type !== 'fixed'
}

/** `+856********56` for an E.164 number of Laos; nothing of any other text is shown. */
export function maskPhoneNumber(phone: string): string {
  const parts = /^\+856(\d{4,})(\d{2})$/.exec(phone)
  const [, hidden = '', lastTwo = ''] = parts ?? []
  return parts === null ? '********' : `+856${'*'.repeat(hidden.length)}${lastTwo}`
}

/** The network that gave out an E.164 number. Numbers cannot be carried to another network in Laos. */
export function operatorOf(phone: string): Operator {
  return operatorPrefixes.find(([prefix]) => phone.startsWith(prefix))?.[1] ?? 'unknown'
}

const operatorPrefixes: readonly (readonly [string, Operator])[] = [
  ['+856202', 'etl'],
  ['+856203', 'etl'],
  ['+856205', 'lao-telecom'],
  ['+856207', 'tplus'],
  ['+856209', 'unitel'],
  ['+8562088', 'best'],
  ['+856302', 'etl'],
]

const maxTextLength = 200
/** Spares whole districts of stored numbers the library's slow reading. */
const storedMobile = /^\+856(?:20\d{8}|30\d{7})$/
const onlyPunctuation = /^[\s\p{Pd}−.()[\]]*$/u
const writtenLikeNumber = /^[([]*\+?[\d\s\p{Pd}−.()[\]]+$/u
const scientific = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i
const betweenNumbers = /[/,;&|\n\r]|(?<=\d\D*)\+/

function plainText(text: string): string {
  const visible = foldLaoDigits(text.normalize('NFKC'))
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
  return visible.replace(/^'/, '')
}

function whyUnreadable(written: string): PhoneRefusal | undefined {
  if (onlyPunctuation.test(written)) return 'empty'
  if (scientific.test(written.replaceAll(/\s/g, ''))) return 'scientific-notation'
  const longPieces = written.split(betweenNumbers).filter((piece) => piece.replaceAll(/\D/g, '').length >= 6)
  if (longPieces.length > 1) return 'several-numbers'
  return writtenLikeNumber.test(written) && /\d/.test(written) ? undefined : 'not-a-number'
}

function readDigits(digits: string, hasPlus: boolean): PhoneNumberReading {
  if (hasPlus || digits.startsWith('00')) {
    const international = digits.replace(/^00/, '')
    if (international.startsWith('856')) return readNational(international.slice(3).replace(/^0/, ''))
    return refuse(international.startsWith('0') ? 'not-lao-number' : 'foreign')
  }
  if (digits.startsWith('0')) return readNational(digits.slice(1))
  if (digits.startsWith('856') && digits.length > 10) return readNational(digits.slice(3).replace(/^0/, ''))
  return readShortMobile(digits) ?? readNational(digits)
}

/** 8 digits are a mobile number without its 020, unless they begin as a longer number that lost digits. */
function readShortMobile(digits: string): PhoneNumberReading | undefined {
  if (digits.length !== 8 || /^[23]0/.test(digits)) return undefined
  const mobile = readNational(`20${digits}`)
  if (mobile.outcome === 'refused') return undefined
  return { ...mobile, certain: readNational(digits).outcome === 'refused' }
}

function readNational(national: string): PhoneNumberReading {
  const expectedLength = national.startsWith('20') ? 10 : national.startsWith('30') ? 9 : 8
  if (national.length < expectedLength) return refuse('too-short')
  if (national.length > expectedLength) return refuse('too-long')
  const known = parsePhoneNumberFromString(`+856${national}`, laoPhoneMetadata)
  const libraryType = known?.getType()
  if (known === undefined || libraryType === undefined) return refuse('not-lao-number')
  const wireless = national.startsWith('30') ? 'wireless-fixed' : 'mobile'
  const type = libraryType === 'FIXED_LINE' ? 'fixed' : wireless
  return { outcome: 'ok', phone: known.number, type, display: known.formatNational(), certain: true }
}

function refuse(reason: PhoneRefusal): PhoneNumberReading {
  return { outcome: 'refused', reason }
}
