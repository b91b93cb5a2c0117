import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withFormulaGuard, withoutFormulaGuard } from '../../../../shared/domain/roster/formula-guard.ts'

const guarded = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'] as const
const tricky = fc.string({ unit: fc.constantFrom(...guarded, "'", 'a', 'ກ', '1', ' ') })

describe('the formula guard', () => {
  it('is taken away again exactly', () => {
    fc.assert(
      fc.property(
        fc.oneof(tricky, fc.string()),
        (text) => withoutFormulaGuard(withFormulaGuard(text)) === text,
      ),
    )
  })

  it('leaves no text that a spreadsheet would run', () => {
    fc.assert(
      fc.property(tricky, (text) => !guarded.some((first) => withFormulaGuard(text).startsWith(first))),
    )
  })

  it.each(['ສົມໄຊ', "O'Neill", "'quoted'", '020 55 123 456', ''])('leaves %j as it is', (text) => {
    expect(withFormulaGuard(text)).toBe(text)
    expect(withoutFormulaGuard(text)).toBe(text)
  })
})
