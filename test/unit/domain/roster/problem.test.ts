import { describe, expect, it } from 'vitest'
import { memberMessages } from '../../../../shared/domain/roster/member-messages.ts'
import { phoneMessages } from '../../../../shared/domain/roster/phone-messages.ts'
import { placeMessages } from '../../../../shared/domain/roster/place-messages.ts'
import { createProblemLog } from '../../../../shared/domain/roster/problem-log.ts'
import { describeProblem } from '../../../../shared/domain/roster/problem.ts'
import { tableMessages } from '../../../../shared/domain/roster/table-messages.ts'
import { villageMessages } from '../../../../shared/domain/roster/village-messages.ts'

const catalogues = [memberMessages, phoneMessages, placeMessages, tableMessages, villageMessages]

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].toSorted()

describe('the catalogue of problems', () => {
  it('says everything in English and in Lao, with the same placeholders', () => {
    for (const { en, lo } of catalogues.flatMap((catalogue) => Object.values(catalogue))) {
      expect(en).toMatch(/^[A-Z].*\.$/)
      expect(lo).toMatch(/\p{Script=Lao}/u)
      expect(placeholders(lo)).toEqual(placeholders(en))
    }
  })

  it('has no code twice', () => {
    const codes = catalogues.flatMap((catalogue) => Object.keys(catalogue))

    expect(new Set(codes).size).toBe(codes.length)
  })
})

describe('describeProblem', () => {
  it('names at most five rows', () => {
    const problem = describeProblem(2, 'phone', 'warning', 'phone-repeated', { rows: [3, 4, 5, 6, 7, 8, 9] })

    expect(problem.message.en).toContain('in row 3, 4, 5, 6, 7 and 2 more.')
    expect(problem.message.lo).toContain('3, 4, 5, 6, 7 ແລະ ອີກ 2 ແຖວ')
  })
})

describe('createProblemLog', () => {
  it('counts all, keeps so many, and keeps errors before warnings', () => {
    const log = createProblemLog(3)
    for (let row = 2; row < 10; row += 1) log.warn(row, 'phone', 'phone-uncertain')
    log.error(9, 'phone', 'phone-missing')
    log.error(4, 'phone', 'phone-missing')

    expect(log.counts()).toEqual({ errors: 2, warnings: 8 })
    expect(log.kept().map(({ rowNumber, severity }) => `${rowNumber} ${severity}`)).toEqual([
      '4 error',
      '9 error',
      '2 warning',
    ])
  })
})
