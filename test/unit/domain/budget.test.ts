import { describe, expect, it } from 'vitest'
import { budgetMonthOf, judgeBudgets, limitIn, partsIn, withLimit } from '../../../shared/domain/budget.ts'

const none = { standing: [], months: {} }

const budget = (area: string, parts: number, lane: 'urgent' | 'routine' = 'routine') => ({
  area,
  lane,
  standing: [{ fromMonth: '2026-01', parts }],
  months: {},
  revision: 1,
})

describe('the month of a budget', () => {
  it('is that of Laos, seven hours ahead', () => {
    expect(budgetMonthOf(Date.parse('2026-07-31T16:59:59Z'))).toBe('2026-07')
    expect(budgetMonthOf(Date.parse('2026-07-31T17:00:00Z'))).toBe('2026-08')
    expect(budgetMonthOf(Date.parse('2026-12-31T17:00:00Z'))).toBe('2027-01')
  })
})

describe('a limit', () => {
  it('holds from its month on until the next one, or none', () => {
    const first = withLimit(none, { month: undefined, parts: 100 }, '2026-03')
    const second = withLimit(first, { month: undefined, parts: 200 }, '2026-05')
    const third = withLimit(second, { month: undefined, parts: null }, '2026-07')

    const parts = ['2026-02', '2026-03', '2026-04', '2026-06', '2026-07'].map(
      (month) => limitIn(third, month)?.parts,
    )

    expect(parts).toEqual([undefined, 100, 100, 200, undefined])
  })

  it('set twice in a month is the last', () => {
    const twice = [100, 300].reduce(
      (before: typeof none | ReturnType<typeof withLimit>, parts) =>
        withLimit(before, { month: undefined, parts }, '2026-03'),
      none,
    )

    expect(twice.standing).toEqual([{ fromMonth: '2026-03', parts: 300 }])
  })

  it('of one month, 0 as well, goes before the standing one until it is taken away', () => {
    const standing = withLimit(none, { month: undefined, parts: 100 }, '2026-03')
    const own = withLimit(standing, { month: '2026-06', parts: 0 }, '2026-03')
    const gone = withLimit(own, { month: '2026-06', parts: null }, '2026-03')

    expect(limitIn(own, '2026-06')).toEqual({ parts: 0, holds: 'month' })
    expect(limitIn(own, '2026-07')).toEqual({ parts: 100, holds: 'standing' })
    expect(limitIn(gone, '2026-06')).toEqual({ parts: 100, holds: 'standing' })
  })
})

describe('judging budgets', () => {
  const key = { lane: 'routine', month: '2026-07' } as const

  it('counts what is taken and needed in each area, in its own lane', () => {
    const budgets = [budget('LA', 1000), budget('13', 60), budget('1308', 40), budget('1308', 0, 'urgent')]

    const uses = judgeBudgets(budgets, key, { 1308: 30, 1309: 5, 1401: 500 }, { 1308: 20, 1309: 5 })

    expect(uses).toEqual([
      { area: 'LA', budgetParts: 1000, leftParts: 465, neededParts: 25, overParts: 0 },
      { area: '13', budgetParts: 60, leftParts: 25, neededParts: 25, overParts: 0 },
      { area: '1308', budgetParts: 40, leftParts: 10, neededParts: 20, overParts: 10 },
    ])
  })

  it('passes over areas that need nothing, also where they are over it already', () => {
    expect(judgeBudgets([budget('14', 1)], key, { 1401: 50 }, { 1308: 20 })).toEqual([])
  })

  it('has nothing left, not less, where more than all is taken', () => {
    expect(judgeBudgets([budget('13', 10)], key, { 1308: 30 }, { 1308: 1 })).toMatchObject([
      { leftParts: 0, overParts: 21 },
    ])
  })

  it('adds up the districts of a province and no others', () => {
    expect(partsIn('13', { 1301: 1, 1308: 2, 1408: 4, '0113': 8 })).toBe(3)
    expect(partsIn('LA', { 1301: 1, '0113': 8 })).toBe(9)
  })
})
