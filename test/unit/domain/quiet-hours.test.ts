import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  finishOutsideQuietHours,
  heldUntilMs,
  lastHeldUntilMs,
  quietUntilMs,
} from '../../../shared/domain/quiet-hours.ts'

const quiet = { fromHour: 20, untilHour: 7 }
const at = (local: string) => Date.parse(`2026-07-${local}:00+07:00`)
const routine = { lane: 'routine', mode: 'actual' } as const
const hourMs = 3_600_000

describe('quiet hours', () => {
  it.each([
    ['23T19:59', undefined],
    ['23T20:00', '24T07:00'],
    ['24T03:00', '24T07:00'],
    ['24T06:59', '24T07:00'],
    ['24T07:00', undefined],
  ])('at %s end at %s', (now, end) => {
    expect(quietUntilMs(at(now), quiet)).toBe(end === undefined ? undefined : at(end))
  })

  it('are none where the stage keeps none', () => {
    expect(quietUntilMs(at('23T23:00'), undefined)).toBeUndefined()
    expect(lastHeldUntilMs(routine, undefined, at('23T23:00'))).toBe(0)
  })

  it('may lie within a day', () => {
    const siesta = { fromHour: 12, untilHour: 14 }

    expect(quietUntilMs(at('23T12:30'), siesta)).toBe(at('23T14:00'))
    expect(quietUntilMs(at('23T14:00'), siesta)).toBeUndefined()
  })

  it('hold what is routine and every drill, and no actual warning', () => {
    const now = at('23T22:00')

    expect(heldUntilMs(routine, quiet, now)).toBe(at('24T07:00'))
    expect(heldUntilMs({ lane: 'urgent', mode: 'exercise' }, quiet, now)).toBe(at('24T07:00'))
    expect(heldUntilMs({ lane: 'urgent', mode: 'test' }, quiet, now)).toBe(at('24T07:00'))
    expect(heldUntilMs({ lane: 'urgent', mode: 'actual' }, quiet, now)).toBeUndefined()
  })

  it('ended last at the end of this morning, or of yesterday', () => {
    expect(lastHeldUntilMs(routine, quiet, at('24T07:00'))).toBe(at('24T07:00'))
    expect(lastHeldUntilMs(routine, quiet, at('24T06:59'))).toBe(at('23T07:00'))
  })

  it('put the finish off by each night that the work meets', () => {
    expect(finishOutsideQuietHours(at('23T19:00'), hourMs, quiet)).toBe(at('23T20:00'))
    expect(finishOutsideQuietHours(at('23T19:00'), 2 * hourMs, quiet)).toBe(at('24T08:00'))
    expect(finishOutsideQuietHours(at('23T22:00'), hourMs, quiet)).toBe(at('24T08:00'))
    expect(finishOutsideQuietHours(at('23T19:00'), 15 * hourMs, quiet)).toBe(at('25T08:00'))
  })

  it('leave as much working time before the finish as the work takes', () => {
    const minute = 60_000
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 * 24 * 60 }),
        fc.integer({ min: 1, max: 3 * 24 * 60 }),
        (startMinute, workMinutes) => {
          const from = at('23T00:00') + startMinute * minute
          const finish = finishOutsideQuietHours(from, workMinutes * minute, quiet)

          let worked = 0
          for (let now = from; now < finish; now += minute) {
            if (quietUntilMs(now, quiet) === undefined) worked += 1
          }

          expect(worked).toBe(workMinutes)
        },
      ),
      { numRuns: 60 },
    )
  })
})
