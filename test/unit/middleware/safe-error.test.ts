import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeError } from '../../../shared/middleware/safe-error.ts'

const digit = fc.integer({ min: 0, max: 9 }).map(String)
const number = fc
  .tuple(fc.constantFrom('+856', '00856', '0', ''), fc.array(digit, { minLength: 8, maxLength: 11 }))
  .map(([prefix, digits]) => `${prefix}${digits.join('')}`)

describe('what may be logged of an error', () => {
  it('holds no number, however it is written', () => {
    fc.assert(
      fc.property(number, fc.constantFrom('', ' ', '-'), fc.string(), (phone, gap, words) => {
        const written = phone.split('').join(gap)

        const { errorText } = safeError(new Error(`cannot ${written} here ${words}`))

        expect(errorText).not.toContain(written)
        expect(errorText).toContain('<number>')
      }),
    )
  })

  it('keeps name, words and the first lines of the stack', () => {
    const told = safeError(new TypeError('x is undefined'))

    expect(told).toMatchObject({ errorName: 'TypeError', errorText: 'x is undefined' })
    expect(told.stack.length).toBeGreaterThan(0)
    expect(told.stack.length).toBeLessThanOrEqual(8)
    expect(told.stack.every((line) => line.startsWith('at '))).toBe(true)
  })

  it('is short, and says of anything else only what it is', () => {
    expect(safeError(new Error('a '.repeat(9_000))).errorText.length).toBeLessThanOrEqual(500)
    expect(safeError({ phone: '+8562055123456' })).toEqual({
      errorName: 'NotAnError',
      errorText: 'object',
      stack: [],
    })
  })
})
