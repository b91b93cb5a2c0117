import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alertModes } from '../../../shared/domain/alert.ts'
import { languageFor, renderTexts } from '../../../shared/domain/render-text.ts'
import { languages } from '../../../shared/domain/village.ts'
import { modeWords } from '../../../shared/domain/wording.ts'

const stamp = { number: 12, version: 3, issuedAtMs: Date.parse('2026-07-23T18:05:00+07:00') }
const anyText = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '')

describe('renderTexts', () => {
  it('stamps every text with number, version and the time in Laos', () => {
    expect(renderTexts({ en: 'River rises', lo: 'ນ້ຳຂຶ້ນ' }, 'actual', stamp)).toEqual({
      en: 'River rises #12.3 23/07 18:05',
      lo: 'ນ້ຳຂຶ້ນ #12.3 23/07 18:05',
    })
  })

  it('tells the day in Laos where it is another one than in UTC', () => {
    const night = { ...stamp, issuedAtMs: Date.parse('2026-12-31T17:30:00Z') }

    expect(renderTexts({ en: 'x' }, 'actual', night).en).toBe('x #12.3 01/01 00:30')
  })

  it('puts the word of what is not real at start and end, in its own language', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('exercise', 'test'),
        fc.constantFrom(...languages),
        (text, mode, language) => {
          const rendered = renderTexts({ [language]: text }, mode, stamp)[language] ?? ''

          const word = modeWords[mode][language]
          expect(rendered.startsWith(`${word}: `)).toBe(true)
          expect(rendered.endsWith(` ${word}`)).toBe(true)
        },
      ),
    )
  })

  it('writes no such word into an actual alert', () => {
    const words = Object.values(modeWords).flatMap(({ en, lo }) => [en, lo])

    const { lo = '' } = renderTexts({ lo: 'ນ້ຳ' }, 'actual', stamp)

    expect(words.filter((word) => lo.includes(word))).toEqual([])
  })

  it('is NFC whatever was typed, and otherwise as typed', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...alertModes), (text, mode) => {
        const composed = renderTexts({ lo: text.normalize('NFC') }, mode, stamp).lo ?? ''

        expect(renderTexts({ lo: text.normalize('NFD') }, mode, stamp).lo).toBe(composed)
        expect(composed).toContain(text.normalize('NFC').trim())
      }),
    )
    expect(renderTexts({ en: 'cafe\u0301' }, 'actual', stamp).en).toContain('caf\u00e9')
  })

  it('renders only languages that were written', () => {
    expect(Object.keys(renderTexts({ en: 'x', lo: undefined }, 'actual', stamp))).toEqual(['en'])
  })
})

describe('languageFor', () => {
  it.each([
    ['lo', { lo: 'ນ້ຳ', en: 'x' }, { language: 'lo', fallback: false }],
    ['en', { lo: 'ນ້ຳ', en: 'x' }, { language: 'en', fallback: false }],
    ['en', { lo: 'ນ້ຳ' }, { language: 'lo', fallback: true }],
    ['lo', { en: 'x' }, { language: 'en', fallback: true }],
  ] as const)('%s of %o', (own, texts, expected) => {
    expect(languageFor(own, texts)).toEqual(expected)
  })

  it('does not go on without any text', () => {
    expect(() => languageFor('lo', {})).toThrow('without any text')
  })
})
