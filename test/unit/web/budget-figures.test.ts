import { describe, expect, it } from 'vitest'
import { monthAway, partsOf, readableMonth, usd } from '../../../web/src/screens/budgets/budget-figures.ts'

describe('figures of budgets', () => {
  it('go from month to month over the end of a year', () => {
    expect(monthAway('2026-12', 1)).toBe('2027-01')
    expect(monthAway('2027-01', -1)).toBe('2026-12')
    expect(readableMonth('2026-11')).toBe('11/2026')
  })

  it('say money with groups and cents, and a debt as one', () => {
    expect(usd(1234567.5)).toBe('USD 1,234,567.50')
    expect(usd(-3)).toBe('−USD 3.00')
    expect(usd(0.06, 3)).toBe('USD 0.060')
  })

  it('read parts as people type them, and no figure as none', () => {
    expect(partsOf(' 20,000 ')).toBe(20_000)
    expect(partsOf('20 000')).toBe(20_000)
    expect(partsOf('')).toBeNull()
    expect(partsOf('many')).toBeUndefined()
    expect(partsOf('-5')).toBeUndefined()
  })
})
