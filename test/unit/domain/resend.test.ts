import { describe, expect, it } from 'vitest'
import { deliveryStates } from '../../../shared/domain/delivery.ts'
import { planResend, resendableStates } from '../../../shared/domain/resend.ts'
import { buildRecipient } from '../../support/dispatch-builders.ts'

const now = 1_000
const recipients = deliveryStates.map((state) => buildRecipient({ state, attempts: 2 }))
const all = { number: 1, states: resendableStates }
const statesOf = (changes: ReturnType<typeof planResend>) => changes.map(({ from }) => from.state)

describe('planResend', () => {
  it('takes those in the states asked for, and no others', () => {
    expect(statesOf(planResend({ recipients }, [all], now))).toEqual(['undelivered', 'in-doubt', 'rejected'])
    expect(statesOf(planResend({ recipients }, [{ number: 1, states: ['rejected'] }], now))).toEqual([
      'rejected',
    ])
  })

  it('keeps the attempts, and notes how many there were', () => {
    const rejected = buildRecipient({ state: 'rejected', attempts: 6, reason: 'gave-up:ServiceUnavailable' })

    const [change] = planResend({ recipients: [rejected] }, [all], now)

    expect(change?.to).toEqual({
      ...rejected,
      state: 'pending',
      attemptsBefore: 6,
      reason: undefined,
      changedAtEpochSeconds: now,
    })
  })

  it('marks as a possible duplicate what is in doubt, and nothing else', () => {
    const marked = planResend({ recipients }, [all], now).filter(({ to }) => to.possibleDuplicate)

    expect(statesOf(marked)).toEqual(['in-doubt'])
  })

  it('does nothing that was done before, and everything that was wished for since', () => {
    const second = { number: 2, states: ['undelivered'] as const }
    const third = { number: 3, states: ['in-doubt'] as const }

    expect(planResend({ recipients, resend: 3 }, [all, second, third], now)).toEqual([])
    expect(statesOf(planResend({ recipients, resend: 1 }, [all, second, third], now))).toEqual([
      'undelivered',
      'in-doubt',
    ])
  })

  it.each(['OptedOutException', 'opted-out', 'phone-blocks-sms', 'phone-blocked'])(
    'leaves a number alone of which %s is known',
    (reason) => {
      const blocked = buildRecipient({ state: 'undelivered', reason })

      expect(planResend({ recipients: [blocked] }, [all], now)).toEqual([])
    },
  )
})
