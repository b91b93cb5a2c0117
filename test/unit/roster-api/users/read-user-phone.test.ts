import { describe, expect, it } from 'vitest'
import { readUserPhone } from '../../../../functions/roster-api/users/read-user-phone.ts'

describe('a user’s mobile number', () => {
  it.each([
    ['020 55 999 001', '+8562055999001'],
    ['+856 20 55 999 001', '+8562055999001'],
    ['໐໒໐ ໕໕ ໙໙໙ ໐໐໑', '+8562055999001'],
    ['+66 81 234 5678', '+66812345678'],
    ['0084 91-234-56-78', '+84912345678'],
    ['+1 (202) 555 0123', '+12025550123'],
  ])('%s is stored as %s', (written, stored) => {
    expect(readUserPhone(written)).toBe(stored)
  })

  it.each([
    '',
    '021 212 345',
    '+856 21 212 345',
    '+8562',
    '0066',
    '+0 123 456 789',
    'none',
    '+66 81 234 5678 / 9',
  ])('is not %s', (written) => {
    expect(readUserPhone(written)).toBeUndefined()
  })
})
