import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lanes, type Lane } from '../../../shared/domain/alert.ts'
import { createHaltStore } from '../../../shared/store/halt-store.ts'
import { createPaceStore, type PaceStore, type Reservation } from '../../../shared/store/pace-store.ts'
import { createQuotaStore } from '../../../shared/store/quota-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { startTables, type TestTables } from '../../support/dynalite.ts'

let tables: TestTables
beforeAll(async () => {
  tables = await startTables()
})
afterAll(() => tables.stop())

const probeSeconds = 60

const fresh = async (perSecond: number) => {
  await tables.client.send(
    new DeleteCommand({ TableName: alertsTable.name, Key: { PK: 'PACE', SK: 'PACE' } }),
  )
  return createPaceStore(tables.client, alertsTable.name, perSecond, probeSeconds)
}

const wish = (slots: number, nowMs: number, lane: Lane = 'first', leadMs = 50) => ({
  slots,
  lane,
  nowMs,
  leadMs,
})

const startOf = (answer: Reservation): number =>
  answer.outcome === 'reserved' ? answer.startsAtMs : Number.NaN

/** One sender that asks again when it was told to wait; answers with the instants of its slots. */
const reserveAll = async (
  pace: PaceStore,
  clock: { nowMs: number },
  slots: number,
  lane: Lane,
): Promise<number[]> => {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- asks until it has its slots
    const answer = await pace.reserve(wish(slots, clock.nowMs, lane))
    if (answer.outcome === 'reserved') {
      return Array.from({ length: slots }, (_, slot) => answer.startsAtMs + slot * answer.intervalMs)
    }
    clock.nowMs += answer.waitMs
  }
}

const mostInAnySecond = (times: readonly number[]): number => {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.max(
    ...sorted.map((from, index) => sorted.slice(index).filter((time) => time < from + 1000).length),
  )
}

describe('the pace of an account', () => {
  it('is never exceeded in any second, however many senders of whatever lanes reserve at once', async () => {
    const senders = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(...lanes)), {
      minLength: 1,
      maxLength: 12,
    })

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1, 3, 7, 20, 100),
        senders,
        fc.nat(3_000),
        async (rate, wishes, pause) => {
          const pace = await fresh(rate)
          const clock = { nowMs: 1_000_000 }
          const round = async () =>
            (await Promise.all(wishes.map(([slots, lane]) => reserveAll(pace, clock, slots, lane)))).flat()

          const first = await round()
          clock.nowMs += pause
          const second = await round()

          const times = [...first, ...second]
          expect(mostInAnySecond(times)).toBeLessThanOrEqual(rate)
          expect(Math.min(...times)).toBeGreaterThanOrEqual(1_000_000)
        },
      ),
      { numRuns: 12 },
    )
  })

  it('loses no time between senders: slots follow each other without a gap', async () => {
    const pace = await fresh(10)

    const first = await pace.reserve(wish(5, 0))
    const second = await pace.reserve(wish(5, 0))

    expect(first).toMatchObject({ outcome: 'reserved', intervalMs: 100 })
    expect(startOf(second)).toBe(startOf(first) + 500)
  })

  it('lets nobody reserve more than a second ahead, and says how long to wait', async () => {
    const pace = await fresh(10)
    await pace.reserve(wish(30, 0))

    const answer = await pace.reserve(wish(1, 0))

    expect(answer.outcome).toBe('wait')
    const { waitMs } = answer.outcome === 'wait' ? answer : { waitMs: 0 }
    expect(waitMs).toBeGreaterThan(1_900)
    expect(waitMs).toBeLessThan(2_200)
    expect((await pace.reserve(wish(1, waitMs))).outcome).toBe('reserved')
  })

  it('gives a sender the lead that it needs before its first slot', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(400), fc.integer({ min: 1, max: 300 }), async (later, leadMs) => {
        const pace = await fresh(10)
        await pace.reserve(wish(2, 0))

        const answer = await pace.reserve(wish(1, later, 'first', leadMs))

        expect(startOf(answer) - later).toBeGreaterThanOrEqual(leadMs)
      }),
      { numRuns: 20 },
    )
  })

  it('begins anew after a pause, without slots of the past', async () => {
    const pace = await fresh(10)
    await pace.reserve(wish(3, 0))

    const answer = await pace.reserve(wish(1, 60_000))

    expect(startOf(answer)).toBeGreaterThanOrEqual(60_000)
  })

  it('reserves nothing where the rate is unlimited, but asks once a second what is stopped', async () => {
    await fresh(0)
    const pace = createPaceStore(tables.client, alertsTable.name, 0, probeSeconds)
    const halts = createHaltStore(tables.client, alertsTable.name)

    const before = await pace.reserve(wish(60, 7))
    await halts.halt({ alertId: 'a', version: 1 })
    const soon = await pace.reserve(wish(60, 900))
    const later = await pace.reserve(wish(60, 1_007))

    expect(pace.slotsAtOnce('first')).toBe(Infinity)
    expect(before).toMatchObject({ outcome: 'reserved', startsAtMs: 7, intervalMs: 0 })
    expect([before, soon, later].map((one) => one.halts.versions.has('a#1'))).toEqual([false, false, true])
  })
})

describe('the order of the lanes', () => {
  it('lets first contacts queue where urgent SMS wait, and urgent ones where routine ones wait', async () => {
    const pace = await fresh(100)
    await pace.reserve(wish(10, 0, 'routine'))
    const share = await pace.reserve(wish(1, 0, 'routine'))
    const routine = await pace.reserve(wish(10, 0, 'routine'))
    const urgent = await pace.reserve(wish(10, 40, 'urgent'))
    const urgentAgain = await pace.reserve(wish(10, 40, 'urgent'))
    const first = await pace.reserve(wish(10, 40, 'first'))

    expect([share, routine, urgent, urgentAgain, first].map(({ outcome }) => outcome)).toEqual([
      'reserved',
      'wait',
      'reserved',
      'wait',
      'reserved',
    ])
  })

  it('leaves three in a hundred to routine SMS while first contacts take all they can', async () => {
    const pace = await fresh(100)
    const taken = { first: 0, routine: 0 }

    for (let nowMs = 0; nowMs < 20_000; nowMs += 50) {
      for (const lane of ['first', 'routine'] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other in time
        const answer = await pace.reserve(wish(10, nowMs, lane))
        if (answer.outcome === 'reserved') taken[lane] += 10
      }
    }

    const share = taken.routine / (taken.first + taken.routine)
    expect(taken.first + taken.routine).toBeGreaterThanOrEqual(2_000)
    expect(share).toBeGreaterThan(0.02)
    expect(share).toBeLessThan(0.04)
  })

  it('gives routine SMS the whole rate where nobody else wants it', async () => {
    const pace = await fresh(100)
    let taken = 0

    for (let nowMs = 0; nowMs < 5_000; nowMs += 20) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other in time
      if ((await pace.reserve(wish(10, nowMs, 'routine', 30))).outcome === 'reserved') taken += 10
    }

    expect(taken).toBeGreaterThanOrEqual(490)
  })

  it('takes at most half a second at once, and less for those who must make way', async () => {
    const paces = await Promise.all([100, 20, 1].map(fresh))

    expect(paces.map((pace) => lanes.map((lane) => pace.slotsAtOnce(lane)))).toEqual([
      [50, 10, 10],
      [10, 10, 10],
      [1, 1, 1],
    ])
  })
})

const heldFrom = async (nowMs: number) => {
  const pace = await fresh(100)
  const quota = createQuotaStore(tables.client, alertsTable.name, probeSeconds)
  await quota.hold(nowMs)
  return { pace, quota }
}
const outcomeAt = async (pace: PaceStore, nowMs: number) => (await pace.reserve(wish(1, nowMs))).outcome

describe('an account without quota', () => {
  it('lets one sender try when the time of a probe is over, and holds the others back', async () => {
    const { pace } = await heldFrom(1_000)

    expect(await outcomeAt(pace, 2_000)).toBe('wait')
    expect(await outcomeAt(pace, 60_000)).toBe('wait')
    expect(await outcomeAt(pace, 61_001)).toBe('reserved')
    expect(await outcomeAt(pace, 61_002)).toBe('wait')
    expect(await outcomeAt(pace, 121_100)).toBe('reserved')
  })

  it('sends again as soon as an SMS got through', async () => {
    const { pace, quota } = await heldFrom(1_000)

    await quota.release()

    expect(await outcomeAt(pace, 2_000)).toBe('reserved')
    expect(await quota.heldSinceMs()).toBeUndefined()
  })

  it('sends again where nothing was refused for ten probes: receipts may have been lost', async () => {
    const { pace, quota } = await heldFrom(1_000)
    await quota.hold(30_000)

    expect(await quota.heldSinceMs()).toBe(1_000)
    expect(await outcomeAt(pace, 630_001)).toBe('reserved')
    expect(await outcomeAt(pace, 630_002)).toBe('reserved')
  })
})
