import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate } from '../../../../shared/domain/roster/read-date.ts'

const today = '2026-11-21'

describe('readDate', () => {
  it.each([
    ['31/05/2026', '2026-05-31'],
    ['1/5/2026', '2026-05-01'],
    ['01-05-2026', '2026-05-01'],
    ['01.05.2026', '2026-05-01'],
    ['2026-05-01', '2026-05-01'],
    ['2026-05-01T00:00:00', '2026-05-01'],
    ['໓໑/໐໕/໒໐໒໖', '2026-05-31'],
    ["'01/05/2026", '2026-05-01'],
    ['21/11/2026', '2026-11-21'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %j as %s', (text, date) => {
    expect(readDate(text, today)).toEqual({ outcome: 'ok', value: date })
  })

  it.each([
    ['30/02/2026', 'date-impossible'],
    ['29/02/2026', 'date-impossible'],
    ['5/13/2026', 'date-impossible'],
    ['2026-13-01', 'date-impossible'],
    ['00/05/2026', 'date-impossible'],
    ['22/11/2026', 'date-future'],
    ['01/05/2569', 'date-buddhist-year'],
    ['01/05/26', 'date-short-year'],
    ['01/05/0026', 'date-too-old'],
    ['46143', 'date-serial-number'],
    ['May 2026', 'date-malformed'],
    ['1/5-2026', 'date-malformed'],
  ])('refuses %j as %s', (text, code) => {
    expect(readDate(text, today)).toEqual({ outcome: 'refused', code })
  })

  it('reads every past day in both ways of writing it', () => {
    const past = fc.date({ min: new Date('2000-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })

    fc.assert(
      fc.property(past, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const dayFirst = iso.split('-').toReversed().join('/')
        const expected = { outcome: 'ok', value: iso }
        expect([readDate(iso, today), readDate(dayFirst, today)]).toEqual([expected, expected])
      }),
    )
  })
})
