import { describe, expect, it } from 'vitest'
import { countSmsParts } from '../../../../shared/domain/sms-parts.ts'
import { testSmsTexts } from '../../../../shared/domain/test-sms/test-sms-words.ts'

const texts = testSmsTexts(Date.parse('2026-07-23T12:00:00+07:00'))

describe('a test SMS', () => {
  it('is one part in English and two at most in Lao', () => {
    expect(countSmsParts(texts.en).parts).toBe(1)
    expect(countSmsParts(texts.lo).parts).toBeLessThanOrEqual(2)
  })

  it('is marked as a test at both ends, with its time', () => {
    expect(texts.en).toMatch(/^TEST: .* 23\/07 12:00 TEST$/)
    expect(texts.lo).toMatch(/^ທົດລອງ: .* 23\/07 12:00 ທົດລອງ$/)
  })

  it.each(Object.values(texts))('asks for no reply and names no number and no link: %s', (text) => {
    expect(text.replace('23/07 12:00', '')).not.toMatch(/\d|http|www|reply|ຕອບ/i)
  })
})
