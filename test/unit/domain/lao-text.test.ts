import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cleanText,
  foldLaoDigits,
  looksLikeLegacyLaoFont,
  looksLikeLostText,
  searchKey,
} from '../../../shared/domain/lao-text.ts'

const laoCharacter = fc.integer({ min: 0x0e80, max: 0x0eff }).map((code) => String.fromCodePoint(code))
const messyCharacter = fc.oneof(
  laoCharacter,
  fc.constantFrom('ຫ', 'ນ', 'ມ', 'ລ', 'ເ', 'າ', 'ຳ', '\u0ecd', '\u0ec9', '\u0ec8', '\u0ebc', '\u0eb5'),
  fc.constantFrom(' ', '\u00a0', '\u200b', '\ufeff', '\t', '\n', '\u0000', 'e', 'É', '\u0301', 'İ', 'Σ', '໑'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const messyText = fc.string({ unit: messyCharacter, maxLength: 20 })

describe('cleaning a text', () => {
  test.each([
    ['  ບ້ານ   ນາ  ', 'ບ້ານ ນາ'],
    ['ບ້ານ\u200bນາ\ufeff', 'ບ້ານນາ'],
    ['Ban\u00a0Na\r\n\tTai', 'Ban Na Tai'],
    ['\u202aSomchit\u202c', 'Somchit'],
    ['a\u0000b\u0007\u0085c', 'abc'],
    ['Se\u0301kong', 'Sékong'],
    ['ຫນ້າ ໜ້າ ນໍ້າ ໑', 'ຫນ້າ ໜ້າ ນໍ້າ ໑'],
    [' \u200b ', ''],
  ])('makes of %j %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected)
  })

  test('leaves a cleaned text alone', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        const cleaned = cleanText(text)

        expect(cleanText(cleaned)).toBe(cleaned)
        expect(cleaned.normalize('NFC')).toBe(cleaned)
        expect(cleaned).not.toMatch(/^\s|\s$|\s\s|\p{Cc}|[\u200b-\u200d\u2060\ufeff]/u)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the search key', () => {
  test.each([
    ['water typed in three ways', ['ນ້\u0eb3', 'ນ\u0ecd\u0ec9\u0eb2', 'ນ\u0ec9\u0ecd\u0eb2']],
    ['marks in any order', ['ທີ່', 'ທ\u0ec8\u0eb5']],
    ['a mark typed twice', ['ບ້ານ', 'ບ\u0ec9\u0ec9ານ']],
    ['ຫນ and ໜ', ['ໜອງ', 'ຫນອງ']],
    ['ຫມ and ໝ', ['ໝອກ', 'ຫມອກ']],
    ['ຫລ and ຫຼ', ['ຫຼວງ', 'ຫລວງ']],
    ['ຫລ and ຫຼ with a vowel', ['ຫຼີ້', 'ຫລີ້']],
    ['a doubled ເ and ແ', ['ແກ້ວ', 'ເເກ້ວ']],
    ['letter case', ['Xaysettha', 'XAYSETTHA']],
    ['accents', ['Sekong', 'Sékong', 'Se\u0301kong']],
    ['spaces', ['Ban Na', 'Banna', ' ban\u00a0na ', 'ban\u200bna']],
    ['full-width letters', ['Ban Na', 'Ｂａｎ　Ｎａ']],
    ['digits of both scripts', ['ບ້ານ 12', 'ບ້ານ ໑໒']],
  ])('is one for %s', (_, spellings) => {
    const keys = new Set(spellings.map(searchKey))

    expect(keys.size).toBe(1)
  })

  test('is not one for different words', () => {
    const words = ['ນາ', 'ນ້າ', 'ນ້ຳ', 'ນຳ', 'ໜາ', 'ໝາ', 'ມາ', 'ທີ', 'ທີ່', 'ເກ', 'ແກ', 'ຫຼາ', 'ລາ']
    const keys = new Set(words.map(searchKey))

    expect(keys.size).toBe(words.length)
  })

  test('is its own key, and cleaning a text before changes nothing', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        const key = searchKey(text)

        expect(searchKey(key)).toBe(key)
        expect(searchKey(cleanText(text))).toBe(key)
      }),
      { numRuns: 2000 },
    )
  })
})

test('digits of Lao become those of a telephone, and nothing else changes', () => {
  expect(foldLaoDigits('໐໑໒໓໔໕໖໗໘໙ ບ້ານ 7')).toBe('0123456789 ບ້ານ 7')
})

describe('text in a font from before Unicode', () => {
  test.each(['²¾¦¾ì¾¸', '¦¾ê¾ì½­½ì½ñ©', '®É¾­ ­¾', '­¾', '®¾­ ½ì 12', 'àº¥àº²àº§'])(
    'is recognised in %j',
    (text) => {
      expect(looksLikeLegacyLaoFont(text)).toBe(true)
    },
  )

  test.each(['', 'ບ້ານ', 'ບ້ານ ²¾¦¾', 'Sékong', 'Éric Müller', 'Ban Na', '12°', '– “ ”', '????', 'สะหวัน'])(
    'is not seen in %j',
    (text) => {
      expect(looksLikeLegacyLaoFont(text)).toBe(false)
    },
  )
})

describe('lost text', () => {
  test.each(['????', '?? ???', '? ? ?', '(???) 2', 'Ban \ufffd'])('is recognised in %j', (text) => {
    expect(looksLikeLostText(text)).toBe(true)
  })

  test.each(['', ' ', 'ບ້ານ', 'Ban Na?', 'really??', 'really???', '?', '??'])('is not seen in %j', (text) => {
    expect(looksLikeLostText(text)).toBe(false)
  })
})
