import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchKey } from '../../../shared/domain/lao-text.ts'
import { countSmsParts } from '../../../shared/domain/sms-parts.ts'
import {
  foldLaoSpelling,
  offerShorterSpelling,
  unitsToSaveAPart,
} from '../../../shared/domain/text-offers.ts'

describe('shorter spellings', () => {
  it.each([
    ['ນໍ້າ', 'ນ້ຳ', 1],
    ['ນ້ໍາ', 'ນ້ຳ', 1],
    ['ຄໍາ', 'ຄຳ', 1],
    ['ຫນອງ', 'ໜອງ', 1],
    ['ຫມູ່', 'ໝູ່', 1],
    ['ເເມ່', 'ແມ່', 1],
  ])('of %s is %s', (written, shorter, unitsSaved) => {
    const offered = offerShorterSpelling(written)

    expect(offered).toMatchObject({ text: shorter, unitsSaved })
    expect(offered.offers).toMatchObject([{ kind: 'lao-spelling', count: 1, unitsSaved }])
  })

  it('are counted by how often they stand there, and save parts', () => {
    const offered = offerShorterSpelling('ນໍ້າ'.repeat(18))

    expect(offered).toMatchObject({ unitsSaved: 18, partsSaved: 1, text: 'ນ້ຳ'.repeat(18) })
    expect(offered.offers).toEqual([{ kind: 'lao-spelling', from: 'ໍ້າ', to: '້ຳ', count: 18, unitsSaved: 18 }])
  })

  it('of quotes and dashes are offered where they double the parts, with what stands there instead', () => {
    const offered = offerShorterSpelling(`${'Leave now. '.repeat(8)}“Go” – today…`)

    expect(offered.partsSaved).toBe(1)
    expect(offered.text).toBe(`${'Leave now. '.repeat(8)}"Go" - today...`)
    expect(offered.offers.map(({ from, to }) => `${from}${to}`)).toEqual(['“"', '”"', '–-', '…...'])
  })

  it('leave quotes alone in a text that needs its letters anyhow', () => {
    expect(offerShorterSpelling('“ນ້ຳ”').offers).toEqual([])
  })

  it('never change what a text says', () => {
    const lao = fc.string({ unit: fc.constantFrom('ນ', 'ໍ', '້', '່', 'າ', 'ຳ', 'ຫ', 'ມ', 'ເ', 'ກ') })
    fc.assert(
      fc.property(lao, (text) => {
        const shorter = foldLaoSpelling(text)
        expect(searchKey(shorter)).toBe(searchKey(text))
        expect(countSmsParts(shorter).units).toBeLessThanOrEqual(countSmsParts(text).units)
      }),
    )
  })
})

describe('units to save a part', () => {
  it.each([
    ['a'.repeat(160), null],
    ['a'.repeat(161), { units: 1, parts: 1 }],
    ['a'.repeat(310), { units: 4, parts: 2 }],
    ['ນ'.repeat(71), { units: 1, parts: 1 }],
    ['ນ'.repeat(140), { units: 6, parts: 2 }],
  ])('are so many that one part less holds the rest (case %#)', (text, expected) => {
    expect(unitsToSaveAPart(text)).toEqual(expected)
  })
})
