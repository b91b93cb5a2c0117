import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approvalContent, hasHeadCountChanged, isReviewOverdue } from '../../../shared/domain/approval.ts'
import { canonicalJson } from '../../../shared/domain/canonical-json.ts'
import { defaultExpiryHours } from '../../../shared/domain/level.ts'
import { isSamePerson } from '../../../shared/domain/user.ts'

const version = {
  alertId: 'a',
  version: 1,
  number: 7,
  level: 'warning',
  mode: 'exercise',
  reaches: 'phones',
  lane: 'urgent',
  areas: ['1308'],
  texts: { en: 'Water' },
  expiresAtEpochSeconds: 9_000,
} as const
const heads = { villages: ['1308001', '1308002'], recipients: 12 }

describe('canonical JSON', () => {
  it('is the same in whatever order fields were written, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed())
        const text = canonicalJson(value)

        expect(canonicalJson(reversed)).toBe(text)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('what an approval is about', () => {
  it('does not depend on the order of areas and villages', () => {
    const shuffled = { ...heads, villages: heads.villages.toReversed() }

    expect(approvalContent(version, shuffled)).toBe(approvalContent(version, heads))
  })

  it.each([
    ['a text', { ...version, texts: { en: 'Waters' } }, heads],
    ['a language', { ...version, texts: { en: 'Water', lo: 'ນ້ຳ' } }, heads],
    ['the level', { ...version, level: 'evacuate' as const }, heads],
    ['the mode', { ...version, mode: 'actual' as const }, heads],
    ['whom it reaches', { ...version, reaches: 'nobody' as const }, heads],
    ['the lane', { ...version, lane: 'routine' as const }, heads],
    ['the time until which it holds', { ...version, expiresAtEpochSeconds: 9_001 }, heads],
    ['an area', { ...version, areas: ['1308', '1309'] }, heads],
    ['a village', version, { ...heads, villages: ['1308001', '1308003'] }],
    ['the head-count', version, { ...heads, recipients: 13 }],
    ['the version', { ...version, version: 2 }, heads],
    ['the alert', { ...version, alertId: 'b' }, heads],
  ])('is another one with %s changed', (_, changed, reached) => {
    expect(approvalContent(changed, reached)).not.toBe(approvalContent(version, heads))
  })
})

describe('the head-count', () => {
  it.each([
    [100, 110, false],
    [100, 111, true],
    [100, 90, false],
    [100, 89, true],
    [0, 1, true],
    [0, 0, false],
  ])('of %i, now %i: changed is %s', (shown, now, changed) => {
    expect(hasHeadCountChanged(shown, now)).toBe(changed)
  })
})

describe('a review', () => {
  it('is overdue when its time is over and nobody gave it', () => {
    expect(isReviewOverdue({ reviewDueAtEpochSeconds: 100 }, 101)).toBe(true)
    expect(isReviewOverdue({ reviewDueAtEpochSeconds: 100 }, 100)).toBe(false)
    expect(isReviewOverdue({ reviewDueAtEpochSeconds: 100, review: {} }, 101)).toBe(false)
    expect(isReviewOverdue({}, 101)).toBe(false)
  })
})

describe('logins', () => {
  it('are one person’s where they share a person, or name the other login as theirs', () => {
    expect(isSamePerson({ id: 'a' }, { id: 'a' })).toBe(true)
    expect(isSamePerson({ id: 'a', personId: 'p' }, { id: 'b', personId: 'p' })).toBe(true)
    expect(isSamePerson({ id: 'a' }, { id: 'b', personId: 'a' })).toBe(true)
    expect(isSamePerson({ id: 'a' }, { id: 'b' })).toBe(false)
  })
})

describe('a time that nobody named', () => {
  const hours = {
    'flash-flood': 6,
    evacuate: 12,
    warning: 24,
    watch: 48,
    prepare: 168,
    'all-clear': 24,
    cancel: 24,
  }

  it('is the shorter one of hazard and level', () => {
    expect(defaultExpiryHours(hours, 'flash-flood', 'watch')).toBe(6)
    expect(defaultExpiryHours(hours, 'river-flood', 'watch')).toBe(48)
    expect(defaultExpiryHours({ ...hours, evacuate: 3 }, 'flash-flood', 'evacuate')).toBe(3)
    expect(defaultExpiryHours(hours, 'flash-flood', 'prepare')).toBe(168)
  })
})
