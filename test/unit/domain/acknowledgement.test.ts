import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  callOutcomes,
  saidOf,
  standingRecords,
  wordOf,
  type CallRecord,
} from '../../../shared/domain/acknowledgement.ts'

const buildCall = (over: Partial<CallRecord> = {}): CallRecord => ({
  id: 'call-1',
  version: 1,
  outcome: 'told',
  by: 'officer',
  calledAtEpochSeconds: 1000,
  recordedAtEpochSeconds: 1000,
  ...over,
})

/** Calls one after the other, a minute apart. */
const callsOf = (...outcomes: CallRecord['outcome'][]): CallRecord[] =>
  outcomes.map((outcome, index) =>
    buildCall({ id: `call-${index}`, outcome, calledAtEpochSeconds: 1000 + index * 60 }),
  )

const anyOutcome = fc.constantFrom(...callOutcomes)
const anyCalls = fc.array(
  fc.record({ outcome: anyOutcome, version: fc.integer({ min: 1, max: 4 }), calledAt: fc.nat(50) }),
  { maxLength: 12 },
)
const toCalls = (given: readonly { outcome: CallRecord['outcome']; version: number; calledAt: number }[]) =>
  given.map(({ outcome, version, calledAt }, index) =>
    buildCall({ id: `call-${index}`, outcome, version, calledAtEpochSeconds: calledAt }),
  )

describe('what a village said', () => {
  it('needs help exactly when no later call says that somebody was told', () => {
    fc.assert(
      fc.property(anyCalls, (given) => {
        const calls = toCalls(given)
        const inOrder = calls.toSorted((a, b) => a.calledAtEpochSeconds - b.calledAtEpochSeconds)
        const lastWord = inOrder.findLast(({ outcome }) =>
          ['told', 'relaying', 'needs-help'].includes(outcome),
        )

        expect(wordOf(calls).needsHelp).toBe(lastWord?.outcome === 'needs-help')
      }),
    )
  })

  it('is changed by no call that nobody answered', () => {
    fc.assert(
      fc.property(
        anyCalls,
        fc.constantFrom('no-answer', 'wrong-number'),
        fc.nat(50),
        (given, outcome, at) => {
          const calls = toCalls(given)

          expect(wordOf([...calls, buildCall({ id: 'last', outcome, calledAtEpochSeconds: at })])).toEqual(
            wordOf(calls),
          )
        },
      ),
    )
  })

  it('never acknowledges a version newer than the one that was read out', () => {
    fc.assert(
      fc.property(anyCalls, fc.integer({ min: 1, max: 5 }), (given, version) => {
        const calls = toCalls(given)
        const newest = Math.max(0, ...calls.map((call) => call.version))

        const said = saidOf(wordOf(calls), version)
        expect(said === 'acknowledged' && version > newest).toBe(false)
        expect(said === 'needs-help').toBe(wordOf(calls).needsHelp)
      }),
    )
  })

  it.each([
    [[], undefined],
    [['told'], 'acknowledged'],
    [['relaying'], 'acknowledged'],
    [['no-answer', 'wrong-number'], undefined],
    [['told', 'needs-help'], 'needs-help'],
    [['needs-help', 'no-answer'], 'needs-help'],
    [['needs-help', 'relaying'], 'acknowledged'],
    [['told', 'no-answer'], 'acknowledged'],
  ] as const)('after %j it is %s', (outcomes, said) => {
    expect(saidOf(wordOf(callsOf(...outcomes)), 1)).toBe(said)
  })

  it('keeps a need of help through a newer version, and asks anew whether that was heard', () => {
    expect(saidOf(wordOf(callsOf('needs-help')), 2)).toBe('needs-help')
    expect(saidOf(wordOf(callsOf('told')), 2)).toBeUndefined()
  })

  it('takes a paper record for when the call was made, not for when it was entered', () => {
    const help = buildCall({ id: 'help', outcome: 'needs-help', calledAtEpochSeconds: 2000 })
    const earlier = buildCall({ id: 'paper', calledAtEpochSeconds: 1500, recordedAtEpochSeconds: 9000 })

    expect(wordOf([help, earlier])).toEqual({ needsHelp: true, toldVersion: 1 })
  })
})

describe('a record that a later one corrects', () => {
  it('counts no more, and neither does a correction that was corrected itself', () => {
    const wrong = buildCall({ id: 'wrong', outcome: 'told' })
    const better = buildCall({ id: 'better', outcome: 'needs-help', corrects: 'wrong' })
    const best = buildCall({ id: 'best', outcome: 'no-answer', corrects: 'better' })

    expect(saidOf(wordOf([wrong]), 1)).toBe('acknowledged')
    expect(saidOf(wordOf([wrong, better]), 1)).toBe('needs-help')
    expect(saidOf(wordOf([wrong, better, best]), 1)).toBeUndefined()
    expect(standingRecords([wrong, better, best])).toEqual([best])
  })

  it('leaves every other record in the order of the calls', () => {
    fc.assert(
      fc.property(anyCalls, (given) => {
        const calls = toCalls(given)
        const [first, ...rest] = calls
        if (first === undefined) return
        const standing = standingRecords([...calls, buildCall({ id: 'new', corrects: first.id })])

        expect(new Set(standing.map(({ id }) => id))).toEqual(new Set([...rest.map(({ id }) => id), 'new']))
        expect(standing.map((call) => call.calledAtEpochSeconds)).toEqual(
          standing.map((call) => call.calledAtEpochSeconds).toSorted((a, b) => a - b),
        )
      }),
    )
  })
})
