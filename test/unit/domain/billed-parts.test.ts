import { describe, expect, it } from 'vitest'
import { afterSend } from '../../../shared/domain/after-send.ts'
import { billedParts } from '../../../shared/domain/billed-parts.ts'
import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { Recipient } from '../../../shared/domain/dispatch.ts'
import { planResend } from '../../../shared/domain/resend.ts'
import { smsTakenOf } from '../../../shared/domain/sms-taken.ts'

const recipient = (state: DeliveryState, over: Partial<Recipient> = {}): Recipient => ({
  memberId: 'm1',
  phone: '+8562055123456',
  language: 'lo',
  wave: 1,
  state,
  attempts: 1,
  possibleDuplicate: false,
  ...over,
})

const unknown = { kind: 'unknown', code: 'TimeoutError' } as const
const accepted = { kind: 'accepted', gatewayMessageId: 'g1' } as const

describe('SMS that were taken', () => {
  it.each([
    ['accepted', 1],
    ['delivered', 1],
    ['undelivered', 1],
    ['unknown', 1],
    ['in-doubt', 1],
    ['pending', 0],
    ['sending', 0],
    ['rejected', 0],
    ['rehearsed', 0],
    ['suppressed', 0],
    ['superseded', 0],
    ['expired', 0],
  ] as const)('of one who is %s are %i', (state, count) => {
    expect(smsTakenOf(recipient(state))).toBe(count)
  })

  it('count every attempt that was accepted or had no answer', () => {
    const doubt = afterSend(recipient('sending'), unknown, 'urgent', 1)
    const sent = afterSend({ ...doubt, state: 'sending' }, accepted, 'urgent', 2)
    const refused = afterSend({ ...doubt, state: 'sending' }, { kind: 'rejected', code: 'x' }, 'urgent', 2)

    expect([doubt, sent, refused].map(smsTakenOf)).toEqual([1, 2, 1])
  })

  it('count those before a resend', () => {
    const states: readonly DeliveryState[] = ['undelivered', 'rejected', 'in-doubt']
    const resend = { number: 1, states: ['undelivered', 'rejected', 'in-doubt'] } as const

    const sent = planResend({ recipients: states.map((state) => recipient(state)) }, [resend], 1).map(
      ({ to }) => smsTakenOf(afterSend({ ...to, state: 'sending' }, accepted, 'urgent', 2)),
    )

    expect(sent).toEqual([2, 1, 2])
  })

  it('are written down only where the state does not say as much', () => {
    expect(afterSend(recipient('sending'), accepted, 'urgent', 1)).not.toHaveProperty('smsTaken')
    expect(afterSend(recipient('sending'), unknown, 'routine', 1)).not.toHaveProperty('smsTaken')
  })
})

describe('billed parts', () => {
  it('are those of the text that each one got, in their language and with the words of their village', () => {
    const rendered = { lo: 'ນ້ຳ'.repeat(20), en: 'Go to {safePlace}' }
    const recipients = [
      recipient('accepted'),
      recipient('delivered', { language: 'en' }),
      recipient('accepted', { language: 'en', smsTaken: 2 }),
      recipient('rejected'),
    ]

    const short = billedParts({ recipients, fill: undefined }, rendered)
    const long = billedParts({ recipients, fill: { lo: {}, en: { safePlace: 'a'.repeat(200) } } }, rendered)

    expect(short).toBe(1 + 1 + 2)
    expect(long).toBe(1 + 2 + 4)
  })
})
