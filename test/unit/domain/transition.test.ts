import { describe, expect, it } from 'vitest'
import {
  deliveryActions,
  deliveryStates,
  deliveryTransitions,
  emptyTally,
  isDeliveryStep,
  isOpen,
  tallyAttributeOf,
} from '../../../shared/domain/delivery.ts'
import { transitionOf, type Transition } from '../../../shared/domain/transition.ts'
import {
  isRunning,
  versionActions,
  versionStates,
  versionTransitions,
} from '../../../shared/domain/version.ts'

const machines: [
  string,
  string,
  readonly string[],
  readonly string[],
  readonly Transition<string, string>[],
][] = [
  ['a version', 'draft', versionStates, versionActions, versionTransitions],
  ['a delivery', 'pending', deliveryStates, deliveryActions, deliveryTransitions],
]

/** States that are reached from the first one. */
const reachable = (first: string, table: readonly Transition<string, string>[]): Set<string> => {
  const reached = new Set([first])
  for (let before = 0; before !== reached.size; ) {
    before = reached.size
    for (const { from, to } of table) if (from.some((state) => reached.has(state))) reached.add(to)
  }
  return reached
}
const terminal = (states: readonly string[], table: readonly Transition<string, string>[]): string[] =>
  states.filter((state) => !table.some(({ from }) => from.includes(state)))

describe.each(machines)('the life of %s', (_, first, states, actions, table) => {
  it('has one row for each action', () => {
    expect(table.map(({ action }) => action).toSorted()).toEqual([...actions].toSorted())
  })

  it('goes from known states to another known one', () => {
    for (const { from, to } of table) {
      expect(from.length).toBeGreaterThan(0)
      expect(new Set(from).size).toBe(from.length)
      expect(states).toEqual(expect.arrayContaining([...from, to]))
      expect(from).not.toContain(to)
    }
  })

  it('reaches every state from the first one', () => {
    expect([...reachable(first, table)].toSorted()).toEqual([...states].toSorted())
  })
})

describe('the ends of a life', () => {
  it('of a version are rejected and superseded: a completed or expired one may still be superseded', () => {
    expect(terminal(versionStates, versionTransitions)).toEqual(['rejected', 'superseded'])
    expect(transitionOf(versionTransitions, 'supersede').from).toEqual(
      expect.arrayContaining(['dispatching', 'stopped', 'completed', 'expired']),
    )
  })

  it('of a delivery, as far as senders go, are all but those that wait, are sent or are in doubt', () => {
    const ofSenders = deliveryTransitions.filter(
      ({ action }) => !action.startsWith('receipt-') && action !== 'resend',
    )

    expect(deliveryStates.filter((state) => !terminal(deliveryStates, ofSenders).includes(state))).toEqual([
      'pending',
      'sending',
      'in-doubt',
    ])
  })

  it('of a delivery are final where a receipt proved it, and where nothing was to be sent', () => {
    expect(terminal(deliveryStates, deliveryTransitions)).toEqual(
      expect.arrayContaining(['delivered', 'suppressed']),
    )
  })
})

describe('the rules that code reads off the tables', () => {
  it('only what is pending can be claimed, and only what is claimed can be accepted in time', () => {
    expect(transitionOf(deliveryTransitions, 'claim').from).toEqual(['pending'])
    expect(transitionOf(deliveryTransitions, 'accept').from).toEqual(['sending'])
  })

  it('a delivered SMS is never anything else again, and an accepted one never pending', () => {
    for (const state of deliveryStates) {
      expect(isDeliveryStep('delivered', state)).toBe(state === 'delivered')
    }
    expect(isDeliveryStep('accepted', 'pending')).toBe(false)
    expect(isDeliveryStep('accepted', 'accepted')).toBe(true)
  })

  it('pending and sending are open, and nothing else', () => {
    expect(deliveryStates.filter(isOpen)).toEqual(['pending', 'sending'])
  })

  it('senders still have to do with versions that are dispatching, or over with something pending', () => {
    expect(versionStates.filter(isRunning)).toEqual(['dispatching', 'superseded', 'expired'])
  })

  it('an action that stands in no table is an error', () => {
    expect(() => transitionOf<string, string>(versionTransitions, 'vanish')).toThrow('vanish')
  })
})

describe('the tally', () => {
  it('has one letter for each state, and no letter twice', () => {
    const letters = Object.values(tallyAttributeOf)

    expect(new Set(letters).size).toBe(deliveryStates.length)
    expect(letters.every((letter) => /^[a-z]$/.test(letter))).toBe(true)
    expect(Object.keys(emptyTally).toSorted()).toEqual([...deliveryStates].toSorted())
  })
})
