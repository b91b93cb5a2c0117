import { describe, expect, it } from 'vitest'
import { deadLetterKindWords, deadLetterReasonWords } from '../../../shared/domain/dead-letter-words.ts'
import { mayHandle } from '../../../shared/domain/dead-letter.ts'
import { errorNameOf } from '../../../shared/domain/work-failure.ts'

const of = (...areas: string[]) => ({ areas })

describe('who may handle a dead letter', () => {
  it.each([
    ['who covers its village', of('1308'), ['1308001'], true],
    ['who covers a part of its areas', of('1308'), ['1308001', '1309001'], false],
    ['who covers all of them together', of('1308', '1309'), ['1308001', '1309001'], true],
    ['who covers a village of its district', of('1308001'), ['1308'], false],
    ['who covers the whole country', of('LA'), ['1308001'], true],
    ['who covers the whole country, where it names no area', of('LA'), [], true],
    ['who covers a province, where it names no area', of('13'), [], false],
    ['who covers nothing', of(), ['1308001'], false],
  ])('is %s: %o, %o, %s', (_who, user, areas, expected) => {
    expect(mayHandle(user, areas)).toBe(expected)
  })
})

describe('the words of dead letters', () => {
  it.each([...Object.entries(deadLetterKindWords), ...Object.entries(deadLetterReasonWords)])(
    'of %s are there in English and Lao, unreviewed so far',
    (_name, { en, lo, laoReviewedBy }) => {
      expect(en).toMatch(/[a-z]{4}/i)
      expect(lo).toMatch(/[\u0e80-\u0eff]{4}/)
      expect(laoReviewedBy).toBeNull()
    },
  )
})

describe('the name of an error', () => {
  it.each([
    ['ProvisionedThroughputExceededException', 'ProvisionedThroughputExceededException'],
    ['Sandbox.Timedout', 'Sandbox.Timedout'],
    ['', 'Error'],
    ['+8562055123456', 'Error'],
    ['no village of this name', 'Error'],
    ['x'.repeat(81), 'Error'],
  ])('%s is told as %s', (name, told) => {
    expect(errorNameOf(name)).toBe(told)
  })
})
