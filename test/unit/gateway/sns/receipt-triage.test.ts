import { describe, expect, it } from 'vitest'
import { triageReceipt } from '../../../../shared/gateway/sns/triage.ts'

/** Every text that AWS documents, and those met beyond; with its fault and whether it blames the number. */
const failures = [
  ['Blocked as spam by phone carrier', 'permanent', false],
  ['Destination is on a blocked list', 'permanent', true],
  ['Invalid phone number', 'permanent', true],
  ['Message body is invalid', 'permanent', false],
  ['Phone carrier has blocked this message', 'permanent', false],
  ['Phone carrier is currently unreachable/unavailable', 'temporary', false],
  ['Phone has blocked SMS', 'permanent', true],
  ['Phone is on a blocked list', 'permanent', true],
  ['Phone is currently unreachable/unavailable', 'temporary', false],
  ['Phone number is opted out', 'permanent', true],
  ['This delivery would exceed max price', 'price', false],
  ['Unknown error attempting to reach phone', 'temporary', false],
  ['No quota left for account', 'account-quota', false],
  ['Phone number +85620xxxx is opted out', 'permanent', true],
  ['Unhandled provider', 'permanent', false],
  ['delivery TTL has expired', 'temporary', false],
  ['The delivery TTL has expired for this message.', 'temporary', false],
] as const

const outcomeOf = (text: string) => triageReceipt('SUCCESS', text).verdict.outcome

describe('the triage of receipts', () => {
  it.each(failures)('takes "%s" as undelivered, %s', (text, fault, blamesNumber) => {
    expect(triageReceipt('FAILURE', text)).toEqual({
      verdict: { outcome: 'undelivered', code: expect.stringMatching(/^[a-z-]+$/), fault, blamesNumber },
      isKnown: true,
    })
  })

  it('gives each failure of the tables a name of its own', () => {
    const codes = failures.slice(0, 13).map(([text]) => triageReceipt('FAILURE', text).verdict.code)

    expect(new Set(codes).size).toBe(codes.length)
  })

  it('takes only the phone’s own word as delivered', () => {
    expect(outcomeOf('Message has been accepted by phone')).toBe('delivered')
    expect(outcomeOf('Message has been accepted by phone carrier')).toBe('carrier-accepted')
  })

  it.each(['', 'Something new', 'Message has been accepted by phone'])(
    'never takes "%s" of a failure as a success',
    (text) => {
      expect(triageReceipt('FAILURE', text)).toMatchObject({
        verdict: { outcome: 'undelivered', code: 'unknown-text', blamesNumber: false },
        isKnown: false,
      })
    },
  )

  it.each(['', 'Something new', 'constructor'])('takes "%s" of a success for no proof', (text) => {
    expect(triageReceipt('SUCCESS', text)).toMatchObject({
      verdict: { outcome: 'carrier-accepted' },
      isKnown: false,
    })
  })
})
