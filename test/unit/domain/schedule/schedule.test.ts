import { describe, expect, it } from 'vitest'
import { resolveSlots } from '../../../../shared/domain/schedule/schedule-texts.ts'
import { describeSkip } from '../../../../shared/domain/schedule/schedule-words.ts'
import {
  isMissed,
  mayAnswerFor,
  reconfirmFromMs,
  skipReasons,
} from '../../../../shared/domain/schedule/schedule.ts'
import { buildUser } from '../../../support/builders.ts'

const at = (local: string) => Date.parse(`${local}:00+07:00`)
const run = { atMs: at('2026-05-01T09:00'), followingMs: at('2026-06-01T09:00') }

describe('a run that Siang comes to late', () => {
  it.each(['fire-once', 'skip'] as const)('is no missed one within a quarter of an hour (%s)', (policy) => {
    expect(isMissed({ policy, windowHours: 24 }, run, at('2026-05-01T09:15'))).toBe(false)
  })

  it('is left out where the schedule says so', () => {
    expect(isMissed({ policy: 'skip', windowHours: 24 }, run, at('2026-05-01T09:16'))).toBe(true)
  })

  it('is made up for within the window, and not after it', () => {
    const missed = { policy: 'fire-once', windowHours: 24 } as const

    expect(isMissed(missed, run, at('2026-05-02T09:00'))).toBe(false)
    expect(isMissed(missed, run, at('2026-05-02T09:01'))).toBe(true)
  })

  it('is left out where the next one is due already', () => {
    const missed = { policy: 'fire-once', windowHours: 10_000 } as const

    expect(isMissed(missed, run, at('2026-05-31T09:00'))).toBe(false)
    expect(isMissed(missed, run, at('2026-06-01T09:00'))).toBe(true)
  })
})

describe('a reconfirmation', () => {
  it('is asked of yearly runs alone, so many days before', () => {
    const yearly = { type: 'yearly', month: 5, day: 1, time: '09:00' } as const
    const monthly = { type: 'monthly', day: 1, time: '09:00' } as const

    expect(reconfirmFromMs(yearly, run.atMs, 30)).toBe(at('2026-04-01T09:00'))
    expect(reconfirmFromMs(monthly, run.atMs, 30)).toBeUndefined()
  })
})

describe('the officer who answers for a schedule', () => {
  it.each([
    ['covers its areas', { areas: ['13'] }, true],
    ['covers one of them alone', { areas: ['1308'] }, false],
    ['is disabled', { status: 'disabled' as const }, false],
    ['is an officer no more', { roles: ['admin' as const] }, false],
  ])('%s', (_who, over, may) => {
    expect(mayAnswerFor(buildUser({ roles: ['officer'], areas: ['13'], ...over }), ['1308', '1309'])).toBe(
      may,
    )
  })

  it('is gone', () => {
    expect(mayAnswerFor(undefined, ['1308'])).toBe(false)
  })
})

describe('a template of a schedule', () => {
  it('has times that count from the day of the run in Laos', () => {
    const template = {
      id: 'before-rains',
      version: 1,
      slots: { by: { daysAfter: 14, time: '18:00' }, place: 'school', level: 3 },
    }

    expect(resolveSlots(template, at('2026-05-20T00:30')).slots).toEqual({
      by: '2026-06-03T18:00:00+07:00',
      place: 'school',
      level: 3,
    })
  })
})

describe('the words about a run that sent nothing', () => {
  it.each(skipReasons)('say in both languages why: %s', (reason) => {
    const { en, lo } = describeSkip(reason)

    expect(en).toMatch(/^[A-Z].{15,}\.$/)
    expect(lo).toMatch(/\p{Script=Lao}/u)
  })
})
