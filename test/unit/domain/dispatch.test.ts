import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliveryStates } from '../../../shared/domain/delivery.ts'
import {
  awaitsFirstTurn,
  hasDoubt,
  hasOpenWork,
  hasPending,
  mirroredOf,
  mirroredStates,
  tallyOf,
} from '../../../shared/domain/dispatch.ts'
import { buildDispatch, buildRecipient } from '../../support/dispatch-builders.ts'

const anyRecipients = fc.array(
  fc
    .record({
      state: fc.constantFrom(...deliveryStates),
      wave: fc.constantFrom(1 as const, 2 as const),
      attempts: fc.nat(3),
    })
    .map(buildRecipient),
  { maxLength: 8 },
)

describe('a dispatch', () => {
  it('counts each recipient once', () => {
    fc.assert(
      fc.property(anyRecipients, (recipients) => {
        const tally = tallyOf(recipients)

        expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(recipients.length)
        for (const state of deliveryStates) {
          expect(tally[state]).toBe(recipients.filter((one) => one.state === state).length)
        }
      }),
    )
  })

  it('has open work exactly where somebody is pending or being sent to', () => {
    fc.assert(
      fc.property(anyRecipients, (recipients) => {
        const tally = tallyOf(recipients)

        expect(hasOpenWork({ recipients })).toBe(tally.pending + tally.sending > 0)
        expect(hasPending({ recipients }, 1) || hasPending({ recipients }, 2)).toBe(tally.pending > 0)
        expect(hasDoubt({ recipients })).toBe(tally['in-doubt'] > 0)
      }),
    )
  })

  it('awaits the first turn until the first contact was answered or timed out once', () => {
    expect(awaitsFirstTurn(buildDispatch())).toBe(true)
    expect(awaitsFirstTurn({ recipients: [buildRecipient({ state: 'sending' })] })).toBe(true)
    expect(awaitsFirstTurn({ recipients: [buildRecipient({ attempts: 1 })] })).toBe(false)
    expect(awaitsFirstTurn({ recipients: [buildRecipient({ state: 'expired' })] })).toBe(false)
    expect(awaitsFirstTurn({ recipients: [buildRecipient({ wave: 2 })] })).toBe(false)
  })

  it('tells mirrors nothing while the SMS is on its way', () => {
    const told = deliveryStates.map((state): [string, string | undefined] => [state, mirroredOf(state)])

    expect(told.filter(([, reached]) => reached === undefined).map(([state]) => state)).toEqual([
      'pending',
      'sending',
      'in-doubt',
      'suppressed',
    ])
    expect(mirroredStates).toEqual(['failed', 'rehearsed', 'accepted', 'delivered'])
    expect([mirroredOf('delivered'), mirroredOf('unknown'), mirroredOf('expired')]).toEqual([
      'delivered',
      'accepted',
      'failed',
    ])
  })
})
