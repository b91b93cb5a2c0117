import * as fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import worldMetadata from 'libphonenumber-js/max/metadata'
import { describe, expect, test } from 'vitest'
import { laoPhoneMetadata } from '../../../shared/domain/lao-phone-metadata.ts'
import {
  maskPhoneNumber,
  operatorOf,
  parsePhoneNumber,
  receivesSms,
} from '../../../shared/domain/phone-number.ts'

const digitsOf = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const mobileSubscriber = fc.oneof(
  fc.tuple(fc.constantFrom('2', '3', '5', '7', '9'), digitsOf(7)).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('87', '88'), digitsOf(6)).map((parts) => parts.join('')),
)
const mobile = mobileSubscriber.map((subscriber) => `20${subscriber}`)
const wirelessFixed = digitsOf(7).map((subscriber) => `30${subscriber}`)
const fixed = fc
  .tuple(fc.constantFrom('21', '23', '31', '34', '41', '54', '61', '64', '71', '81', '86'), digitsOf(6))
  .map((parts) => parts.join(''))
const national = fc.oneof(mobile, wirelessFixed, fixed)

const separator = fc.constantFrom('', '', ' ', '  ', '-', '.', ' – ', '\u00a0', '\u200b', '\u2007', '\u202c')
const numerals = fc.constantFrom('0123456789', '໐໑໒໓໔໕໖໗໘໙', '０１２３４５６７８９')

/** The same digits as some person or program may write them. */
function writtenSomehow(digits: string, prefix: string): fc.Arbitrary<string> {
  const gaps = fc.array(separator, { minLength: digits.length, maxLength: digits.length })
  return fc.tuple(gaps, numerals).map(([after, shapes]) => {
    const spaced = Array.from(digits, (digit, index) => `${digit}${after[index] ?? ''}`).join('')
    return `${prefix}${spaced}`.replaceAll(/\d/g, (digit) => shapes[Number(digit)] ?? digit)
  })
}

describe('reading a telephone number', () => {
  test.each([
    ['0205512345.0', '+8562055123450'],
    ['85630122945.0', '+856301229450'],
    ['301229450.0', '+856301229450'],
  ])('tells a dot before a last 0 from the decimals of a spreadsheet: %j', (text, phone) => {
    expect(parsePhoneNumber(text)).toMatchObject({ outcome: 'ok', phone })
  })

  test.each([
    ['020 55 123 456'],
    ['+856 20 55 123 456'],
    ['+85620 5512-3456'],
    ['0085620 55123456'],
    ['85620.5512.3456'],
    ['+856 (0)20 55 123 456'],
    ['856 020 55123456'],
    ['(020) 55123456'],
    ['2055123456'],
    ['2055123456.0'],
    ["'02055123456"],
    ['5512 3456'],
    ['໐໒໐ ໕໕ ໑໒໓ ໔໕໖'],
    ['０２０５５１２３４５６'],
    ['＋856　20　55123456'],
    ['\u202a+8562055123456\u202c'],
    ['020\u00a055\u00a0123\u00a0456\u200b'],
    ['020–55—123−456'],
  ])('takes %j for one mobile number', (text) => {
    const reading = parsePhoneNumber(text)

    expect(reading).toEqual({
      outcome: 'ok',
      phone: '+8562055123456',
      type: 'mobile',
      display: '020 55 123 456',
      certain: true,
    })
  })

  test.each([
    ['030 5123456', '+856305123456', 'wireless-fixed', '030 51 23 456'],
    ['305123456', '+856305123456', 'wireless-fixed', '030 51 23 456'],
    ['021 212 345', '+85621212345', 'fixed', '021 212 345'],
    ['+856 41 212345', '+85641212345', 'fixed', '041 212 345'],
    ['054 123 456', '+85654123456', 'fixed', '054 123 456'],
    ['41212345', '+85641212345', 'fixed', '041 212 345'],
  ])('keeps %j as %s, %s', (text, phone, type, display) => {
    const reading = parsePhoneNumber(text)

    expect(reading).toEqual({ outcome: 'ok', phone, type, display, certain: true })
  })

  test.each(['54123456', '21212345', '71 212 345'])(
    'reads the 8 digits %j as mobile but says that they may be a fixed line',
    (text) => {
      const reading = parsePhoneNumber(text)

      expect(reading).toMatchObject({ outcome: 'ok', type: 'mobile', certain: false })
    },
  )

  test.each([
    ['', 'empty'],
    [' \u200b\u00a0', 'empty'],
    ['-', 'empty'],
    ['N/A', 'not-a-number'],
    ['ບໍ່ມີ', 'not-a-number'],
    ['????', 'not-a-number'],
    ['+', 'not-a-number'],
    ['020 55 123 45O', 'not-a-number'],
    ['020 55 123 456 ext 5', 'not-a-number'],
    ['020/55123456', 'not-a-number'],
    ['2,055,123,456', 'not-a-number'],
    ['020 55 123 456 / 020 55 987 654', 'several-numbers'],
    ['02055123456,02055987654', 'several-numbers'],
    ['+8562055123456 +8562055987654', 'several-numbers'],
    ['8.56E+11', 'scientific-notation'],
    ['8,56205E+12', 'scientific-notation'],
    ['2.05512e9', 'scientific-notation'],
    ['020 55 123 45', 'too-short'],
    ['+856 20 551234', 'too-short'],
    ['20551234', 'too-short'],
    ['1190', 'too-short'],
    ['020 55 123 4567', 'too-long'],
    ['030 51 23 4567', 'too-long'],
    ['02055123456 02055987654', 'too-long'],
    ['9'.repeat(5000), 'too-long'],
    ['+66 81 234 5678', 'foreign'],
    ['0066812345678', 'foreign'],
    ['+1 202 555 0100', 'foreign'],
    ['020 1234 5678', 'not-lao-number'],
    ['055 123 456', 'not-lao-number'],
    ['+856 55 123 456', 'not-lao-number'],
    ['12345678', 'not-lao-number'],
    ['0000000000', 'not-lao-number'],
  ])('refuses %j as %s', (text, reason) => {
    const reading = parsePhoneNumber(text)

    expect(reading).toEqual({ outcome: 'refused', reason })
  })

  test('gives the same number whatever the formatting', () => {
    const prefixes = fc.constantFrom('0', '+856', '00856', '856', '+8560', '+856 (0)', '(+856) ')
    const written = fc
      .tuple(national, prefixes)
      .chain(([digits, prefix]) => fc.tuple(fc.constant(digits), writtenSomehow(digits, prefix)))

    fc.assert(
      fc.property(written, ([digits, text]) => {
        expect(parsePhoneNumber(text)).toMatchObject({ outcome: 'ok', phone: `+856${digits}` })
      }),
    )
  })

  test('restores the 0 of mobile and wireless numbers and the 020 of 8 digits', () => {
    const eightDigits = mobileSubscriber.filter((subscriber) => !/^[23]0/.test(subscriber))

    fc.assert(
      fc.property(fc.oneof(mobile, wirelessFixed), eightDigits, (digits, subscriber) => {
        expect(parsePhoneNumber(digits)).toMatchObject({ phone: `+856${digits}`, certain: true })
        expect(parsePhoneNumber(subscriber)).toMatchObject({ phone: `+85620${subscriber}`, type: 'mobile' })
      }),
    )
  })

  test('reads back what it displays and what it stores', () => {
    fc.assert(
      fc.property(national, (digits) => {
        const reading = parsePhoneNumber(`+856${digits}`)
        if (reading.outcome === 'refused') throw new Error('a number of the plan was refused')

        expect(parsePhoneNumber(reading.display)).toEqual(reading)
        expect(parsePhoneNumber(reading.phone)).toEqual(reading)
      }),
    )
  })

  test('never throws, and stores only numbers that the library calls valid', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+0-9 ().-]{0,16}$/))

    fc.assert(
      fc.property(anything, (text) => {
        const reading = parsePhoneNumber(text)
        const stored = reading.outcome === 'ok' ? reading.phone : '+8562055123456'

        expect(parsePhoneNumberFromString(stored)).toMatchObject({ country: 'LA', number: stored })
        expect(parsePhoneNumberFromString(stored)?.isValid()).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('knows the same numbering plan as the installed library', () => {
    expect(laoPhoneMetadata.version).toBe(worldMetadata.version)
    expect(laoPhoneMetadata.countries.LA).toEqual(worldMetadata.countries.LA)
  })
})

describe('a stored number', () => {
  test.each([
    ['+8562055123456', true],
    ['+856305123456', true],
    ['+85621212345', false],
    ['+66812345678', false],
    ['', false],
  ])('%j can receive SMS: %s', (phone, expected) => {
    expect(receivesSms(phone)).toBe(expected)
  })

  test.each([
    ['+8562055123456', '+856********56'],
    ['+856305123456', '+856*******56'],
    ['+85621212345', '+856******45'],
    ['+66812345678', '********'],
    ['020 55 123 456', '********'],
    ['', '********'],
  ])('%j is shown as %j', (phone, expected) => {
    expect(maskPhoneNumber(phone)).toBe(expected)
  })

  test('shows no digits but the country code and the last two when masked', () => {
    fc.assert(
      fc.property(national, (digits) => {
        const masked = maskPhoneNumber(`+856${digits}`)

        expect(masked.replaceAll(/\D/g, '')).toBe(`856${digits.slice(-2)}`)
        expect(masked).toHaveLength(digits.length + 4)
      }),
    )
  })

  test.each([
    ['+8562022123456', 'etl'],
    ['+8562033123456', 'etl'],
    ['+8562055123456', 'lao-telecom'],
    ['+8562077123456', 'tplus'],
    ['+8562099123456', 'unitel'],
    ['+8562088123456', 'best'],
    ['+8562087123456', 'unknown'],
    ['+856302123456', 'etl'],
    ['+856305123456', 'unknown'],
    ['+85621212345', 'unknown'],
    ['+66205512345', 'unknown'],
    ['', 'unknown'],
  ])('%j belongs to %s', (phone, operator) => {
    expect(operatorOf(phone)).toBe(operator)
  })
})
