import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf, coverages } from '../../../shared/domain/coverage.ts'
import { deliveryStates, emptyTally, type DeliveryState } from '../../../shared/domain/delivery.ts'
import { mirroredStates, type Mirrored } from '../../../shared/domain/dispatch.ts'

const tallyWith = (counts: Partial<Record<DeliveryState, number>>) => ({ ...emptyTally, ...counts })
const anyTally = fc
  .array(fc.nat(3), { minLength: deliveryStates.length, maxLength: deliveryStates.length })
  .map((counts) => {
    const tally = { ...emptyTally }
    for (const [index, state] of deliveryStates.entries()) tally[state] = counts[index] ?? 0
    return tally
  })
const anyMirrored = fc.constantFrom(undefined, ...mirroredStates)

describe('coverageOf', () => {
  it('is what the people of the village said, whatever became of their SMS', () => {
    fc.assert(
      fc.property(anyTally, anyMirrored, (tally, mirrored) => {
        expect(coverageOf(tally, mirrored, 'acknowledged')).toBe('acknowledged')
        expect(coverageOf(tally, mirrored, 'needs-help')).toBe('needs-help')
      }),
    )
  })

  it('is never acknowledged by SMS alone: no receipt proves that a person has it', () => {
    fc.assert(
      fc.property(anyTally, anyMirrored, (tally, mirrored) => {
        expect(['acknowledged', 'needs-help']).not.toContain(coverageOf(tally, mirrored))
      }),
    )
  })

  it('is delivered only by a receipt, whatever number was accepted', () => {
    fc.assert(
      fc.property(
        anyTally,
        fc.constantFrom<Mirrored | undefined>(undefined, 'failed', 'accepted'),
        (tally, mirrored) => {
          const covered = coverageOf({ ...tally, delivered: 0 }, mirrored)

          expect(covered).not.toBe('delivered')
          expect(coverageOf({ ...tally, delivered: 1 }, mirrored)).toBe('delivered')
        },
      ),
    )
  })

  it('never says waiting where nothing is on its way', () => {
    fc.assert(
      fc.property(anyTally, (tally) => {
        const still = { ...tally, pending: 0, sending: 0, 'in-doubt': 0, suppressed: 0 }

        expect(coverageOf(still)).not.toBe('waiting')
      }),
    )
  })

  it('knows every coverage by one place in the order of need: help first, acknowledged last', () => {
    expect(new Set(coverages).size).toBe(coverages.length)
    expect([coverages[0], coverages.at(-1)]).toEqual(['needs-help', 'acknowledged'])
  })

  it.each([
    ['nobody', {}, undefined, 'no-contact'],
    ['everyone pending', { pending: 2 }, undefined, 'waiting'],
    ['one in doubt', { 'in-doubt': 1, rejected: 1 }, undefined, 'waiting'],
    ['one accepted', { accepted: 1, pending: 3 }, undefined, 'handed-over'],
    ['silence of the carrier', { unknown: 1 }, undefined, 'handed-over'],
    ['one receipt', { delivered: 1, undelivered: 4 }, undefined, 'delivered'],
    ['a receipt that says no', { undelivered: 1 }, undefined, 'unreachable'],
    ['everyone rejected', { rejected: 2 }, undefined, 'unreachable'],
    ['everyone expired', { expired: 2 }, undefined, 'unreachable'],
    ['an expired phone that two members share', { expired: 1, suppressed: 1 }, undefined, 'unreachable'],
    ['a phone of another village that waits', { suppressed: 1 }, undefined, 'waiting'],
    ['a phone of another village that failed', { suppressed: 1 }, 'failed', 'unreachable'],
    ['a phone of another village that was accepted', { suppressed: 1 }, 'accepted', 'handed-over'],
    ['a phone of another village with a receipt', { suppressed: 1, rejected: 1 }, 'delivered', 'delivered'],
    ['a failed shared phone and an own one that waits', { suppressed: 1, pending: 1 }, 'failed', 'waiting'],
  ] as const)('%s', (_, counts, mirrored, expected) => {
    expect(coverageOf(tallyWith(counts), mirrored)).toBe(expected)
  })
})
