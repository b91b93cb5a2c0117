import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliveryStates } from '../../../shared/domain/delivery.ts'
import { planSend } from '../../../shared/domain/plan-send.ts'
import { versionStates } from '../../../shared/domain/version.ts'
import { buildDispatch, buildRecipient } from '../../support/dispatch-builders.ts'

const nowMs = 1_000_000
const running = { state: 'dispatching', expiresAtEpochSeconds: 2_000 } as const
const alive = { token: 'other', endsAtEpochMs: nowMs + 1 }
const dead = { token: 'other', endsAtEpochMs: nowMs }

describe('planSend', () => {
  it('sends to those of the wave who wait', () => {
    expect(planSend(buildDispatch(), 1, running, nowMs)).toEqual({ kind: 'send', indexes: [0] })
    expect(planSend(buildDispatch(), 2, running, nowMs)).toEqual({ kind: 'send', indexes: [1] })
  })

  it('has nothing left where nobody of the wave waits', () => {
    const dispatch = buildDispatch({ recipients: [buildRecipient({ state: 'accepted' })] })

    expect(planSend(dispatch, 1, running, nowMs)).toEqual({ kind: 'nothing-left' })
    expect(planSend(dispatch, 2, running, nowMs)).toEqual({ kind: 'nothing-left' })
  })

  it('stays away while another sender holds the lease', () => {
    expect(planSend(buildDispatch({ lease: alive }), 1, running, nowMs)).toEqual({
      kind: 'busy',
      untilEpochMs: alive.endsAtEpochMs,
    })
  })

  it('puts what a dead sender was sending in doubt, of both waves', () => {
    const sending = [1, 2].map((wave) => buildRecipient({ wave: wave === 1 ? 1 : 2, state: 'sending' }))

    expect(planSend(buildDispatch({ lease: dead, recipients: sending }), 1, running, nowMs)).toEqual({
      kind: 'recover',
      indexes: [0, 1],
      deadToken: 'other',
    })
  })

  it.each([
    ['dispatching', 1_000, 'expired'],
    ['expired', 2_000, 'expired'],
    ['superseded', 2_000, 'superseded'],
    ['superseded', 1_000, 'superseded'],
    ['stopped', 1_000, 'expired'],
  ] as const)('ends what waits of a version that is %s and holds until %s as %s', (state, expires, as) => {
    const version = { state, expiresAtEpochSeconds: expires }

    expect(planSend(buildDispatch(), 1, version, nowMs)).toEqual({ kind: 'end', indexes: [0, 1], as })
  })

  it('holds a version that is stopped or was never issued', () => {
    for (const state of ['stopped', 'draft', 'submitted', 'approved', 'completed', 'rejected'] as const) {
      expect(planSend(buildDispatch(), 1, { ...running, state }, nowMs)).toEqual({ kind: 'held' })
    }
  })

  it('sends only in a dispatching version, before it expires, without a lease, to who waits', () => {
    const recipient = fc.record({
      state: fc.constantFrom(...deliveryStates),
      wave: fc.constantFrom(1 as const, 2 as const),
    })
    const lease = fc.constantFrom(undefined, alive, dead)

    fc.assert(
      fc.property(
        fc.array(recipient, { maxLength: 6 }),
        lease,
        fc.constantFrom(...versionStates),
        fc.integer({ min: 990, max: 1_010 }),
        fc.constantFrom(1 as const, 2 as const),
        (people, held, state, expiresAtEpochSeconds, wave) => {
          const recipients = people.map((one) => buildRecipient(one))

          const plan = planSend(
            buildDispatch({ recipients, lease: held }),
            wave,
            { state, expiresAtEpochSeconds },
            nowMs,
          )

          const indexes = 'indexes' in plan ? plan.indexes : []
          const wanted = plan.kind === 'recover' ? 'sending' : 'pending'
          expect(indexes.every((index) => recipients[index]?.state === wanted)).toBe(true)
          if (plan.kind !== 'send') return
          expect([state, held, expiresAtEpochSeconds > 1_000]).toEqual(['dispatching', undefined, true])
          expect(indexes.every((index) => recipients[index]?.wave === wave)).toBe(true)
        },
      ),
    )
  })
})
