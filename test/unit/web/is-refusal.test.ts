import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../web/src/api/is-refusal.ts'

const problem = {
  type: 'about:blank',
  title: '',
  detail: '',
  code: 'invalid-request',
  correlationId: '',
  errors: [],
}

describe('whether the API refused what it was sent', () => {
  it('is so where it says why', () => {
    expect(isRefusal({ kind: 'problem', status: 409, problem: { ...problem, status: 409 } })).toBe(true)
  })

  it.each([
    { kind: 'problem', status: 500, problem: { ...problem, code: 'internal', status: 500 } },
    { kind: 'failed', status: 502 },
    { kind: 'offline' },
    { kind: 'signed-out' },
  ] as const)(
    'is not known of $kind $status: it may have been done, and another try is the same wish',
    (failure) => {
      expect(isRefusal(failure)).toBe(false)
    },
  )

  it('is not so where nothing failed', () => {
    expect(isRefusal(undefined)).toBe(false)
  })
})
