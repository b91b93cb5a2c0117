import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliveryStates, type DeliveryState } from '../../../shared/domain/delivery.ts'
import type { Recipient } from '../../../shared/domain/dispatch.ts'
import {
  afterReceipt,
  afterSilence,
  mustReceiptWait,
  receiptOutcomes,
  receiptsDueAt,
  type Receipt,
} from '../../../shared/domain/receipt.ts'

const now = 1_800_000_000
const recipient = (over: Partial<Recipient> = {}): Recipient => ({
  memberId: 'm-1',
  phone: '+8562055000001',
  language: 'lo',
  wave: 1,
  state: 'accepted',
  attempts: 2,
  possibleDuplicate: true,
  gatewayMessageId: 'second',
  changedAtEpochSeconds: now,
  ...over,
})
const receipt = (over: Partial<Receipt> = {}): Receipt => ({
  gatewayMessageId: 'second',
  outcome: 'delivered',
  code: 'phone-accepted',
  blamesNumber: false,
  atEpochSeconds: now,
  ...over,
})
const failure = (over: Partial<Receipt> = {}) =>
  receipt({ outcome: 'undelivered', code: 'phone-unreachable', fault: 'temporary', ...over })
const attemptOf: Readonly<Record<string, number>> = { first: 1, second: 2 }
const fold = (start: Recipient, receipts: readonly Receipt[]): Recipient =>
  receipts.reduce((state, one) => afterReceipt(state, one, attemptOf[one.gatewayMessageId] ?? 0, now), start)

const anyReceipt = fc
  .record({
    gatewayMessageId: fc.constantFrom('first', 'second'),
    outcome: fc.constantFrom(...receiptOutcomes),
    code: fc.constantFrom('phone-unreachable', 'invalid-number', 'unknown-text'),
  })
  .map((over) => receipt(over))
const anyState = fc.constantFrom(...deliveryStates)

describe('receipts of one recipient', () => {
  it('end in the same state in whatever order and however often they come', () => {
    fc.assert(
      fc.property(
        anyState,
        fc
          .array(anyReceipt, { maxLength: 6 })
          .chain((given) =>
            fc.tuple(
              fc.constant(given),
              fc.shuffledSubarray(given, { minLength: given.length }),
              fc.array(
                fc.constantFrom(...given, receipt({ gatewayMessageId: 'none', outcome: 'undelivered' })),
              ),
            ),
          ),
        (state, [given, shuffled, repeated]) => {
          const start = recipient({ state })
          const once = fold(start, given)

          expect(fold(start, shuffled)).toEqual(once)
          expect(fold(fold(start, shuffled), repeated)).toEqual(once)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('never make worse what is known', () => {
    const rank: DeliveryState[] = ['accepted', 'unknown', 'undelivered', 'delivered']
    fc.assert(
      fc.property(fc.constantFrom(...rank), anyReceipt, (state, one) => {
        const before = recipient({ state })

        const after = fold(before, [one])

        expect(rank.indexOf(after.state)).toBeGreaterThanOrEqual(rank.indexOf(before.state))
      }),
    )
  })

  it('of another attempt make delivered, for the person has the text, and nothing else', () => {
    const first = { gatewayMessageId: 'first' }

    expect(fold(recipient(), [failure(first)])).toEqual(recipient())
    expect(fold(recipient(), [receipt({ ...first, outcome: 'carrier-accepted' })])).toEqual(recipient())
    expect(fold(recipient(), [receipt(first)]).state).toBe('delivered')
  })

  it.each(['pending', 'rejected', 'superseded', 'expired', 'in-doubt'] as const)(
    'that prove delivery end what is %s',
    (state) => {
      expect(fold(recipient({ state }), [receipt({ gatewayMessageId: 'first' })]).state).toBe('delivered')
    },
  )

  it('settle a doubt only where they are about the last attempt', () => {
    const doubt = recipient({ state: 'in-doubt', gatewayMessageId: undefined })

    expect(fold(doubt, [failure({ gatewayMessageId: 'first' })])).toEqual(doubt)
    expect(fold(doubt, [failure()])).toMatchObject({ state: 'undelivered', gatewayMessageId: 'second' })
    expect(fold(doubt, [receipt({ outcome: 'carrier-accepted' })])).toMatchObject({ state: 'accepted' })
  })

  it('wait while a sender is at work on the recipient, where they would count', () => {
    expect(mustReceiptWait(recipient({ state: 'sending' }), receipt())).toBe(true)
    expect(mustReceiptWait(recipient({ state: 'sending' }), failure())).toBe(false)
    expect(mustReceiptWait(recipient(), receipt())).toBe(false)
  })
})

describe('silence', () => {
  it('is counted from the first SMS that nobody spoke of', () => {
    const spoken = recipient({ changedAtEpochSeconds: now - 100, reason: 'carrier-accepted' })
    const recipients = [recipient({ changedAtEpochSeconds: now + 5 }), recipient(), spoken]

    expect(receiptsDueAt(recipients, 60)).toBe(now + 60)
    expect(receiptsDueAt([spoken, recipient({ state: 'delivered' })], 60)).toBeUndefined()
  })

  it('makes unknown what is overdue, and leaves the rest as it is', () => {
    expect(afterSilence(recipient(), 60, now + 59)).toEqual(recipient())
    expect(afterSilence(recipient(), 60, now + 60)).toMatchObject({
      state: 'unknown',
      reason: 'receipt-overdue',
    })
    const carried = recipient({ reason: 'carrier-accepted' })
    expect(afterSilence(carried, 60, now + 60)).toEqual(carried)
  })
})
