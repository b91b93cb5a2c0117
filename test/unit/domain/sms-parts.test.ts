import * as fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, test } from 'vitest'
import { countSmsParts, gsm7Offenders } from '../../../shared/domain/sms-parts.ts'

const gsm7Text = fc.string({
  unit: fc.constantFrom(...Array.from('abc XYZ 0159.,@£Δé\n^{}[]~|€\\')),
  maxLength: 500,
})
const laoText = fc.string({
  unit: fc.constantFrom('ນ້ຳ', 'ຖ້', 'ວ', 'ມ', 'ບ້', 'າ', 'ທີ່', 'ປອດ', 'ໄພ', ' ', '18:00', 'ແຈ້', 'ງ'),
  maxLength: 150,
})
const anyText = fc.oneof(gsm7Text, laoText, fc.string({ unit: 'binary', maxLength: 300 }))

describe('counting the parts of an SMS', () => {
  test.each([
    ['nothing', '', 'GSM-7', 0, 0, 160],
    ['one letter', 'a', 'GSM-7', 1, 1, 159],
    ['160 letters', 'a'.repeat(160), 'GSM-7', 160, 1, 0],
    ['161 letters', 'a'.repeat(161), 'GSM-7', 161, 2, 145],
    ['306 letters', 'a'.repeat(306), 'GSM-7', 306, 2, 0],
    ['307 letters', 'a'.repeat(307), 'GSM-7', 307, 3, 152],
    ['80 extension characters', '€'.repeat(80), 'GSM-7', 160, 1, 0],
    ['81 extension characters', '€'.repeat(81), 'GSM-7', 162, 2, 143],
    [
      'an extension character at the end of a part',
      `${'a'.repeat(152)}€${'a'.repeat(151)}`,
      'GSM-7',
      305,
      2,
      0,
    ],
    ['one unit more than that', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 306, 3, 152],
    ['one Lao letter', 'ກ', 'UCS-2', 1, 1, 69],
    ['70 Lao letters', 'ກ'.repeat(70), 'UCS-2', 70, 1, 0],
    ['71 Lao letters', 'ກ'.repeat(71), 'UCS-2', 71, 2, 63],
    ['134 Lao letters', 'ກ'.repeat(134), 'UCS-2', 134, 2, 0],
    ['135 Lao letters', 'ກ'.repeat(135), 'UCS-2', 135, 3, 66],
    ['201 Lao letters', 'ກ'.repeat(201), 'UCS-2', 201, 3, 0],
    ['marks, each of which is a unit', 'ທີ່'.repeat(10), 'UCS-2', 30, 1, 40],
    ['surrogate pairs, which are two units', '🌊'.repeat(35), 'UCS-2', 70, 1, 0],
    ['a curly quote among Latin letters', `${'a'.repeat(70)}’`, 'UCS-2', 71, 2, 63],
  ])('counts %s', (_, text, encoding, units, parts, unitsLeftInPart) => {
    const count = countSmsParts(text)

    expect(count).toMatchObject({ encoding, units, parts, unitsLeftInPart })
  })

  test.each([
    ['a Lao letter with its tone', `${'ກ'.repeat(66)}ນ້${'ກ'.repeat(66)}`, 2, 3],
    ['ນ້ຳ', `${'ກ'.repeat(65)}ນ້ຳ${'ກ'.repeat(66)}`, 2, 3],
    ['an emoji', `${'ກ'.repeat(66)}🌊${'ກ'.repeat(66)}`, 2, 3],
    ['nothing', 'ກ'.repeat(134), 2, 2],
    ['nothing, because all fits one part', `${'ກ'.repeat(66)}ນ້`, 1, 1],
  ])('tells what it costs that %s stays whole', (_, text, parts, graphemeSafeParts) => {
    const count = countSmsParts(text)

    expect(count).toMatchObject({ parts, graphemeSafeParts })
  })

  test('cuts a cluster that is longer than a part', () => {
    const count = countSmsParts(`ກ${'\u0ec9'.repeat(200)}`)

    expect(count).toMatchObject({ units: 201, parts: 3, graphemeSafeParts: 3 })
  })

  test('agrees with sms-segments-calculator on GSM-7', () => {
    fc.assert(
      fc.property(
        gsm7Text.filter((text) => text !== ''),
        (text) => {
          const oracle = new SegmentedMessage(text)
          const count = countSmsParts(text)

          expect(count.encoding).toBe(oracle.encodingName)
          expect(count.parts).toBe(oracle.segmentsCount)
          expect(count.graphemeSafeParts).toBe(oracle.segmentsCount)
        },
      ),
    )
  })

  test('agrees with sms-segments-calculator on Lao, which it never cuts inside a grapheme', () => {
    fc.assert(
      fc.property(
        laoText.filter((text) => text !== ''),
        (text) => {
          const oracle = new SegmentedMessage(text)
          const count = countSmsParts(text)

          expect(count.encoding).toBe(oracle.encodingName)
          expect(count.graphemeSafeParts).toBe(oracle.segmentsCount)
        },
      ),
    )
  })

  test('has the same alphabet of GSM-7 as sms-segments-calculator', () => {
    const everyUnit = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code))
    const foundHere = everyUnit.filter((character) => countSmsParts(character).encoding === 'GSM-7')
    const foundThere = everyUnit.filter(
      (character) => new SegmentedMessage(character).encodingName === 'GSM-7',
    )

    expect(foundHere).toEqual(foundThere)
    expect(foundHere).toHaveLength(137)
  })

  test('never gets cheaper as a text grows', () => {
    fc.assert(
      fc.property(anyText, anyText, (start, end) => {
        const less = countSmsParts(start)
        const more = countSmsParts(start + end)

        expect(more.parts).toBeGreaterThanOrEqual(less.parts)
      }),
    )
  })

  test('fits every text into its parts, and cutting fewer places never takes fewer parts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { encoding, units, parts, unitsLeftInPart, graphemeSafeParts } = countSmsParts(text)
        const [single, joined] = encoding === 'GSM-7' ? [160, 153] : [70, 67]
        const room = parts <= 1 ? single : parts * joined

        expect(units).toBeLessThanOrEqual(room - unitsLeftInPart)
        expect(units).toBeGreaterThanOrEqual(room - unitsLeftInPart - Math.max(0, parts - 1))
        expect(graphemeSafeParts).toBeGreaterThanOrEqual(parts)
      }),
    )
  })
})

describe('finding what makes an SMS UCS-2', () => {
  test.each([
    ['Move to the school.', []],
    ['Don’t wait', [{ character: '’', index: 3 }]],
    ['[A] – go', [{ character: '–', index: 4 }]],
    [
      '🌊 ok “now”',
      [
        { character: '🌊', index: 0 },
        { character: '“', index: 6 },
        { character: '”', index: 10 },
      ],
    ],
    [
      'Ban ນາ',
      [
        { character: 'ນ', index: 4 },
        { character: 'າ', index: 5 },
      ],
    ],
  ])('finds in %j %j', (text, expected) => {
    expect(gsm7Offenders(text)).toEqual(expected)
  })

  test('leaves GSM-7 when the offenders are taken out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const offenders = gsm7Offenders(text)
        const taken = new Set(offenders.map(({ character }) => character))
        const rest = Array.from(text).filter((character) => !taken.has(character))

        expect(offenders.every(({ character, index }) => text.startsWith(character, index))).toBe(true)
        expect(countSmsParts(text).encoding).toBe(offenders.length === 0 ? 'GSM-7' : 'UCS-2')
        expect(countSmsParts(rest.join('')).encoding).toBe('GSM-7')
      }),
    )
  })
})
