import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterSend,
  maxAttempts,
  passFirstContactOn,
  retryDelaySeconds,
  type SendResult,
} from '../../../shared/domain/after-send.ts'
import { deliveryStates, isDeliveryStep } from '../../../shared/domain/delivery.ts'
import { buildRecipient } from '../../support/dispatch-builders.ts'

const result = fc.oneof(
  fc.record({ kind: fc.constant('accepted' as const), gatewayMessageId: fc.string({ minLength: 1 }) }),
  fc.record({
    kind: fc.constantFrom('throttled', 'failed', 'rejected', 'opted-out', 'unknown'),
    code: fc.string(),
  }),
  fc.constant({ kind: 'not-tried' as const }),
)
const sending = fc
  .record({ attempts: fc.nat(8), possibleDuplicate: fc.boolean() })
  .map((over) => buildRecipient({ ...over, state: 'sending' }))
const lane = fc.constantFrom('urgent' as const, 'routine' as const)

describe('afterSend', () => {
  it('takes only steps that the table of deliveries has, and spends at most one attempt', () => {
    fc.assert(
      fc.property(sending, result, lane, (recipient, outcome: SendResult, inLane) => {
        const after = afterSend(recipient, outcome, inLane, 1_000)

        expect(isDeliveryStep('sending', after.state)).toBe(true)
        expect(after.state).not.toBe('sending')
        const isFree = outcome.kind === 'throttled' || outcome.kind === 'not-tried'
        expect(after.attempts - recipient.attempts).toBe(isFree ? 0 : 1)
        expect(after.gatewayMessageId === undefined).toBe(outcome.kind !== 'accepted')
        expect(after.phone).toBe(recipient.phone)
      }),
    )
  })

  it('never forgets that an SMS may have gone out before', () => {
    fc.assert(
      fc.property(sending, result, lane, (recipient, outcome: SendResult, inLane) => {
        const after = afterSend(recipient, outcome, inLane, 1_000)

        expect(after.possibleDuplicate || !recipient.possibleDuplicate).toBe(true)
      }),
    )
  })

  it.each([
    ['urgent', false, { state: 'pending', possibleDuplicate: true }],
    ['urgent', true, { state: 'in-doubt', possibleDuplicate: true }],
    ['routine', false, { state: 'in-doubt', possibleDuplicate: false }],
  ] as const)(
    'an unknown outcome in the lane %s, doubted before: %s',
    (inLane, possibleDuplicate, expected) => {
      const recipient = buildRecipient({ state: 'sending', possibleDuplicate })

      expect(afterSend(recipient, { kind: 'unknown', code: 'TimeoutError' }, inLane, 1)).toMatchObject(
        expected,
      )
    },
  )

  it.each(['rejected', 'opted-out', 'failed'] as const)(
    'stays in doubt where an earlier attempt may have gone out and the last one was %s',
    (kind) => {
      const doubted = buildRecipient({ state: 'sending', attempts: maxAttempts - 1, possibleDuplicate: true })

      expect(afterSend(doubted, { kind, code: 'Any' }, 'urgent', 1)).toMatchObject({ state: 'in-doubt' })
    },
  )

  it('gives up after the last attempt that surely failed, by name', () => {
    const failed = { kind: 'failed', code: 'ServiceUnavailable' } as const
    const at = (attempts: number) =>
      afterSend(buildRecipient({ state: 'sending', attempts }), failed, 'urgent', 1)

    expect(at(maxAttempts - 2)).toMatchObject({ state: 'pending', reason: 'ServiceUnavailable' })
    expect(at(maxAttempts - 1)).toMatchObject({ state: 'rejected', reason: 'gave-up:ServiceUnavailable' })
  })
})

const recipients = fc.array(
  fc.record({
    wave: fc.constantFrom(1 as const, 2 as const),
    state: fc.constantFrom(...deliveryStates),
  }),
  { maxLength: 6 },
)

describe('passFirstContactOn', () => {
  it('moves one pending member up, and only where no first contact is left', () => {
    fc.assert(
      fc.property(recipients, (people) => {
        const before = people.map((one) => buildRecipient(one))

        const after = passFirstContactOn(before)

        const moved = after.flatMap((one, index) => (one.wave === before[index]?.wave ? [] : [index]))
        const isLost = before.every(
          ({ wave, state }) => wave === 2 || state === 'rejected' || state === 'undelivered',
        )
        const next = before.findIndex(({ wave, state }) => wave === 2 && state === 'pending')
        expect(moved).toEqual(isLost && next >= 0 ? [next] : [])
        expect(after.map(({ state }) => state)).toEqual(before.map(({ state }) => state))
      }),
    )
  })

  it('moves nobody up twice', () => {
    const before = [
      buildRecipient({ state: 'rejected' }),
      buildRecipient({ wave: 2 }),
      buildRecipient({ wave: 2 }),
    ]

    const once = passFirstContactOn(before)

    expect(once.map(({ wave }) => wave)).toEqual([1, 1, 2])
    expect(passFirstContactOn(once)).toEqual(once)
  })
})

const delayAfter = (attempts: number, random = 0.5, secondsToExpiry = 100_000) =>
  retryDelaySeconds([buildRecipient({ attempts })], random, secondsToExpiry)

describe('retryDelaySeconds', () => {
  it('is short at first and then four times longer each time', () => {
    expect([0, 1, 2, 3, 4, 5].map((attempts) => delayAfter(attempts))).toEqual([1, 2, 8, 32, 128, 512])
  })

  it('is a whole number of seconds that SQS takes, and never past the expiry', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { maxLength: 5 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: -100, max: 2_000 }),
        (attempts, random, secondsToExpiry) => {
          const delay = retryDelaySeconds(
            attempts.map((count) => buildRecipient({ attempts: count })),
            random,
            secondsToExpiry,
          )

          expect(Number.isInteger(delay)).toBe(true)
          expect(delay).toBeGreaterThanOrEqual(0)
          expect(delay).toBeLessThanOrEqual(Math.min(900, Math.max(0, secondsToExpiry)))
        },
      ),
    )
  })

  it('goes by who was tried least: a new first contact does not wait for another one’s failures', () => {
    const people = [buildRecipient({ attempts: 4 }), buildRecipient({ attempts: 0 })]

    expect(retryDelaySeconds(people, 0.5, 1_000)).toBe(1)
  })
})
