import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  nextRunAfter,
  nextRunsAfter,
  rainsBeginIn,
  type Recurrence,
} from '../../../../shared/domain/schedule/recurrence.ts'

const at = (local: string) => Date.parse(`${local}:00+07:00`)
const toLocal = (ms: number | undefined) =>
  ms === undefined ? undefined : new Date(ms + 7 * 3_600_000).toISOString().slice(0, 16)
const next = (recurrence: Recurrence, after: string, rains = '05-01') =>
  toLocal(nextRunAfter(recurrence, at(after), rains))

describe('the next run', () => {
  it('of a single date is that date, and none after it', () => {
    const once: Recurrence = { type: 'once', date: '2026-05-10', time: '09:00' }

    expect(next(once, '2026-05-10T08:59')).toBe('2026-05-10T09:00')
    expect(next(once, '2026-05-10T09:00')).toBeUndefined()
  })

  it('of 29 February is 28 February where the year has no other', () => {
    const leap: Recurrence = { type: 'yearly', month: 2, day: 29, time: '09:00' }

    const runs = nextRunsAfter(leap, at('2026-12-31T00:00'), '05-01', 3).map(toLocal)

    expect(runs).toEqual(['2027-02-28T09:00', '2028-02-29T09:00', '2029-02-28T09:00'])
  })

  it('of the 31st is the last day of each month', () => {
    const last: Recurrence = { type: 'monthly', day: 31, time: '18:30' }

    const runs = nextRunsAfter(last, at('2027-12-31T18:30'), '05-01', 4).map(toLocal)

    expect(runs).toEqual(['2028-01-31T18:30', '2028-02-29T18:30', '2028-03-31T18:30', '2028-04-30T18:30'])
  })

  it('of a day at midnight in Laos lies on that day in Laos', () => {
    expect(next({ type: 'monthly', day: 1, time: '00:00' }, '2026-05-31T23:59')).toBe('2026-06-01T00:00')
  })

  it('before the rains counts back from their day, over a new year too', () => {
    expect(next({ type: 'before-rains', daysBefore: 14, time: '09:00' }, '2026-01-01T00:00')).toBe(
      '2026-04-17T09:00',
    )
    expect(next({ type: 'before-rains', daysBefore: 150, time: '09:00' }, '2026-01-01T00:00')).toBe(
      '2026-12-02T09:00',
    )
  })
})

describe('the day on which the rains begin', () => {
  const rains = { standard: '05-01', byProvince: { '13': '05-10', '17': '04-20' } }

  it('is that of the province, or of the country', () => {
    expect(rainsBeginIn(['1308'], rains)).toBe('05-10')
    expect(rainsBeginIn(['0101001'], rains)).toBe('05-01')
  })

  it('is the earliest where areas differ', () => {
    expect(rainsBeginIn(['1308', '17'], rains)).toBe('04-20')
  })
})

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({
    type: fc.constant('yearly' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    time,
  }),
  fc.record({ type: fc.constant('monthly' as const), day: fc.integer({ min: 1, max: 31 }), time }),
  fc.record({
    type: fc.constant('before-rains' as const),
    daysBefore: fc.integer({ min: 0, max: 180 }),
    time,
  }),
)
const dayMs = 86_400_000

/** Whether the schedule runs on a day of Laos, found without any of the arithmetic under test. */
const runsOn = (of: Recurrence, day: Date): boolean => {
  const isLast = new Date(day.getTime() + dayMs).getUTCMonth() !== day.getUTCMonth()
  const isDay = (wanted: number) => day.getUTCDate() === wanted || (isLast && wanted > day.getUTCDate())
  switch (of.type) {
    case 'once':
      return day.toISOString().startsWith(of.date)
    case 'yearly':
      return day.getUTCMonth() + 1 === of.month && isDay(of.day)
    case 'monthly':
      return isDay(of.day)
    case 'before-rains':
      return new Date(day.getTime() + of.daysBefore * dayMs).toISOString().slice(5, 10) === '05-01'
    default:
      return of satisfies never
  }
}

/** Day after day until so many runs were found. */
const byBruteForce = (of: Recurrence, afterMs: number, most: number): number[] => {
  const runs: number[] = []
  const [hour = 0, minute = 0] = of.time.split(':').map(Number)
  for (let day = Math.floor((afterMs + 7 * 3_600_000) / dayMs); runs.length < most; day += 1) {
    const run = day * dayMs + (hour * 60 + minute) * 60_000 - 7 * 3_600_000
    if (run > afterMs && runsOn(of, new Date(day * dayMs))) runs.push(run)
  }
  return runs
}

describe('the runs of any recurrence', () => {
  it('rise strictly, and are those that are found day by day', () => {
    fc.assert(
      fc.property(
        recurrence,
        fc.integer({ min: at('2024-01-01T00:00'), max: at('2105-01-01T00:00') }),
        (of, afterMs) => {
          const runs = nextRunsAfter(of, afterMs, '05-01', 3)

          expect(runs).toEqual(byBruteForce(of, afterMs, 3))
          expect(runs.every((run, index) => run > (runs[index - 1] ?? afterMs))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})
