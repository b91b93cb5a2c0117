import { expect, test } from 'vitest'
import { claimsAsText } from '../../../../local/http/check-token.ts'

test('claims reach the function as text, and those without a value not at all', () => {
  const claims = claimsAsText({
    sub: 'a',
    exp: 12,
    active: true,
    'cognito:groups': ['x', 'y'],
    address: { city: 'z' },
    nothing: null,
  })

  expect(claims).toEqual({
    sub: 'a',
    exp: '12',
    active: 'true',
    'cognito:groups': '[x y]',
    address: '{"city":"z"}',
  })
})
