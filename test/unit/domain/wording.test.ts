import { describe, expect, it } from 'vitest'
import { fillWording, modeWords, textWarnings } from '../../../shared/domain/wording.ts'

const all = { ...modeWords, ...textWarnings }
const slotsIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

describe('the catalogue of words', () => {
  it.each(Object.entries(all))('%s has Lao and English with the same slots', (_, { en, lo }) => {
    expect(en).not.toBe('')
    expect(lo).toMatch(/\p{Script=Lao}/u)
    expect(slotsIn(lo).toSorted()).toEqual(slotsIn(en).toSorted())
  })

  it('names who read the Lao words, or says that nobody did', () => {
    for (const { laoReviewedBy } of Object.values(all))
      expect([null, 'string']).toContain(laoReviewedBy && typeof laoReviewedBy)
  })

  it('has different words for an exercise and a test', () => {
    expect(new Set(Object.values(modeWords).flatMap(({ en, lo }) => [en, lo])).size).toBe(4)
  })
})

describe('fillWording', () => {
  it('fills slots in both languages and leaves unknown ones to be seen', () => {
    const wording = { en: '{n} of {m}', lo: '{n} ໃນ {m}', laoReviewedBy: null }

    expect(fillWording(wording, { n: 3 })).toEqual({ en: '3 of {m}', lo: '3 ໃນ {m}' })
  })
})
