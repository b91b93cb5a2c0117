import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliveryStates } from '../../../shared/domain/delivery.ts'
import { maxMembers } from '../../../shared/domain/village.ts'
import { expressChange, isDone } from '../../../shared/store/dispatch-changes.ts'
import { toDispatch, toDispatchItem, toTally } from '../../../shared/store/dispatch-record.ts'
import { tallyOf } from '../../../shared/domain/dispatch.ts'
import { checkTableInput } from '../../../shared/store/table-guard.ts'
import { buildDispatch, buildRecipient } from '../../support/dispatch-builders.ts'

const lease = { token: 'a-token-as-long-as-a-uuid-is-in-the-functions', endsAtEpochMs: 9_999_999_999_999 }

describe('a change of a dispatch', () => {
  it('of a full committee stays within what DynamoDB takes, whatever the attempts', () => {
    const recipients = Array.from({ length: maxMembers }, (_, index) =>
      buildRecipient({ state: 'sending', attempts: index % 7 }),
    )

    const expressed = expressChange(buildDispatch({ recipients, lease }), {
      recipients: recipients.map((from, index) => ({
        index,
        from,
        to: { ...from, state: index % 2 === 0 ? 'accepted' : 'rejected' },
      })),
      lease: undefined,
      dueAtEpochSeconds: 1_000,
    })

    expect(() => checkTableInput(expressed)).not.toThrow()
    expect(Object.keys(expressed.ExpressionAttributeValues).length).toBeGreaterThan(maxMembers)
  })

  it('adds to the tally only what moved, and nothing in sum', () => {
    const steps = fc.array(fc.constantFrom('accepted', 'rejected', 'pending', 'in-doubt'), {
      minLength: 1,
      maxLength: 8,
    })

    fc.assert(
      fc.property(steps, (states) => {
        const recipients = states.map(() => buildRecipient({ state: 'sending' }))
        const { ExpressionAttributeValues } = expressChange(buildDispatch({ recipients, lease }), {
          recipients: recipients.map((from, index) => ({
            index,
            from,
            to: { ...from, state: states[index] ?? 'pending' },
          })),
          lease: undefined,
          dueAtEpochSeconds: undefined,
        })

        const added = Object.entries(ExpressionAttributeValues).filter(([name]) => name.startsWith(':add'))
        expect(added.reduce((sum, [, by]) => sum + Number(by), 0)).toBe(0)
      }),
    )
  })

  it('that no table of transitions has is an error before anything is written', () => {
    const from = buildRecipient({ state: 'accepted' })

    const change = () =>
      expressChange(buildDispatch({ recipients: [from] }), {
        recipients: [{ index: 0, from, to: { ...from, state: 'pending' } }],
        lease: undefined,
        dueAtEpochSeconds: undefined,
      })

    expect(change).toThrow('no delivery goes from accepted to pending')
  })

  it('is recognised as done by its own marks alone', () => {
    const from = buildRecipient()
    const to = buildRecipient({ state: 'sending' })
    const change = { recipients: [{ index: 0, from, to }], lease, dueAtEpochSeconds: 1 }

    expect(isDone(buildDispatch({ recipients: [to], lease }), change)).toBe(true)
    expect(isDone(buildDispatch({ recipients: [to], lease: { ...lease, token: 'other' } }), change)).toBe(
      false,
    )
    expect(isDone(buildDispatch({ recipients: [from], lease }), change)).toBe(false)
    expect(isDone(undefined, change)).toBe(false)
  })
})

describe('a dispatch as stored', () => {
  const recipient = fc
    .record({
      state: fc.constantFrom(...deliveryStates),
      wave: fc.constantFrom(1 as const, 2 as const),
      attempts: fc.nat(9),
      possibleDuplicate: fc.boolean(),
      sharedWith: fc.option(fc.constant('1308009'), { nil: undefined }),
      mirroredIn: fc.option(fc.constant<string[]>(['1308002']), { nil: undefined }),
      gatewayMessageId: fc.option(fc.uuid(), { nil: undefined }),
      reason: fc.option(fc.constant('Throttling'), { nil: undefined }),
      changedAtEpochSeconds: fc.option(fc.nat(), { nil: undefined }),
    })
    .map(buildRecipient)

  it('comes back as it was, with its tally', () => {
    fc.assert(
      fc.property(fc.array(recipient, { maxLength: 5 }), (recipients) => {
        const dispatch = buildDispatch({ recipients, exposure: 2, lane: 'routine' })

        const item = toDispatchItem(dispatch, undefined)

        expect(toDispatch(item)).toEqual(expect.objectContaining(dispatch))
        expect(toTally(item)).toEqual(tallyOf(recipients))
      }),
    )
  })

  it('holds no more than 150 bytes for a plain recipient, and no name', () => {
    const one = toDispatchItem(buildDispatch({ recipients: [buildRecipient()] }), 1)
    const two = toDispatchItem(buildDispatch({ recipients: [buildRecipient(), buildRecipient()] }), 1)

    expect(JSON.stringify(two).length - JSON.stringify(one).length).toBeLessThan(150)
  })

  it('of a state that nobody knows is refused', () => {
    const item = toDispatchItem(buildDispatch(), 1)

    expect(() =>
      toDispatch({ ...item, recipients: [{ m: 'a', p: 'b', l: 'lo', w: 1, s: '?', n: 0 }] }),
    ).toThrow('no such delivery state')
  })
})
