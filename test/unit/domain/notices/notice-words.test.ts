import { describe, expect, it } from 'vitest'
import { levels } from '../../../../shared/domain/level.ts'
import { noticeKinds } from '../../../../shared/domain/notices/notice.ts'
import {
  accountNoticeTexts,
  alertNoticeTexts,
  noticeLevels,
  noticeTexts,
} from '../../../../shared/domain/notices/notice-words.ts'
import { countSmsParts } from '../../../../shared/domain/sms-parts.ts'
import { languages } from '../../../../shared/domain/village.ts'

const nowMs = Date.parse('2026-07-23T12:00:00+07:00')
const subject = {
  level: 'warning',
  mode: 'actual',
  number: 128,
  version: 12,
  expiresAtEpochSeconds: nowMs / 1000 + 3600,
} as const
const cases = noticeKinds.flatMap((kind) =>
  levels.flatMap((level) => languages.map((language) => [kind, level, language] as const)),
)

describe('a notice', () => {
  it.each(cases)('%s about %s in %s is one SMS', (kind, level, language) => {
    const texts = alertNoticeTexts(kind, { ...subject, level }, nowMs, 7860)

    expect(countSmsParts(texts[language] ?? '').parts).toBe(1)
  })

  it.each(languages)('names number and version, and when it was made, in %s', (language) => {
    const text = alertNoticeTexts('submitted', subject, nowMs)[language] ?? ''

    expect(text).toMatch(/ #128\.12 23\/07 12:00$/)
  })

  it.each(levels)('names %s in both languages as its text does', (level) => {
    const { en, lo } = alertNoticeTexts('submitted', { ...subject, level }, nowMs)

    expect(en).toContain(`Siang: ${noticeLevels[level].en} waits`)
    expect(lo).toMatch(new RegExp(`^${noticeLevels[level].lo} `))
  })

  it('says when the version ends, as date and time', () => {
    expect(alertNoticeTexts('expiring', subject, nowMs)).toMatchObject({
      en: 'Siang: Warning ends at 23/07 13:00. Update it, or end it. #128.12 23/07 12:00',
      lo: expect.stringContaining('23/07 13:00'),
    })
  })

  it('says how many villages must be called', () => {
    expect(alertNoticeTexts('call-villages', subject, nowMs, 12)).toEqual({
      en: 'Siang: Warning: villages to call: 12. They gave no proof, or need help. See the call list. #128.12 23/07 12:00',
      lo: 'ເຕືອນໄພ: ໂທຫາ 12 ບ້ານ: ບໍ່ມີຫຼັກຖານ/ຂໍຊ່ວຍ #128.12 23/07 12:00',
    })
    expect(alertNoticeTexts('still-to-call', subject, nowMs, 12).en).toContain('villages STILL to call: 12.')
  })

  it.each(noticeKinds)('%s about a drill is at most two SMS', (kind) => {
    const texts = alertNoticeTexts(kind, { ...subject, level: 'prepare', mode: 'exercise' }, nowMs, 7860)

    for (const language of languages)
      expect(countSmsParts(texts[language] ?? '').parts).toBeLessThanOrEqual(2)
  })

  it('about a drill has its word at start and end, in at most two SMS', () => {
    const { en = '', lo = '' } = alertNoticeTexts('submitted', { ...subject, mode: 'exercise' }, nowMs)

    expect(en).toMatch(/^EXERCISE: .* EXERCISE$/)
    expect(lo).toMatch(/^ຝຶກຊ້ອມ: .* ຝຶກຊ້ອມ$/)
    expect(countSmsParts(lo).parts).toBeLessThanOrEqual(2)
  })

  it.each(['account-stopped', 'account-resumed'] as const)('%s is one SMS with its time', (kind) => {
    const texts = accountNoticeTexts(kind, nowMs)

    for (const language of languages) {
      expect(countSmsParts(texts[language] ?? '').parts).toBe(1)
      expect(texts[language]).toMatch(/ 23\/07 12:00$/)
    }
  })

  it.each(noticeKinds)('%s has no phone number, no link and asks for no reply', (kind) => {
    const { en, lo } = noticeTexts[kind]

    for (const text of [en, lo]) {
      expect(text).not.toMatch(/\d/)
      expect(text).not.toMatch(/http|www|\.com/i)
      expect(text).not.toMatch(/reply|answer|respond|ຕອບ/i)
    }
  })
})
