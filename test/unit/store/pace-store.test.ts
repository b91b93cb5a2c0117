import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPaceStore } from '../../../shared/store/pace-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { startTables, type TestTables } from '../../support/dynalite.ts'

let tables: TestTables
beforeAll(async () => {
  tables = await startTables()
})
afterAll(() => tables.stop())

const fresh = async (perSecond: number) => {
  await tables.client.send(
    new DeleteCommand({ TableName: alertsTable.name, Key: { PK: 'PACE', SK: 'PACE' } }),
  )
  return createPaceStore(tables.client, alertsTable.name, perSecond)
}

/** One sender that asks again when it was told to wait; answers with the instants of its slots. */
const reserveAll = async (
  pace: Awaited<ReturnType<typeof fresh>>,
  clock: { nowMs: number },
  count: number,
  waits: number[],
): Promise<number[]> => {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- asks until it has its slots
    const answer = await pace.reserve(count, clock.nowMs)
    if (answer.outcome === 'reserved') {
      return Array.from({ length: count }, (_, slot) => answer.startsAtMs + slot * answer.intervalMs)
    }
    waits.push(answer.waitMs)
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
  it('is never exceeded in any second, however many senders reserve at once', async () => {
    const senders = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 })

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1, 3, 7, 20, 100),
        senders,
        fc.nat(3_000),
        async (rate, counts, pause) => {
          const pace = await fresh(rate)
          const clock = { nowMs: 1_000_000 }
          const waits: number[] = []
          const round = async () =>
            (await Promise.all(counts.map((count) => reserveAll(pace, clock, count, waits)))).flat()

          const first = await round()
          clock.nowMs += pause
          const second = await round()

          const times = [...first, ...second]
          expect(mostInAnySecond(times)).toBeLessThanOrEqual(rate)
          expect(Math.min(...times)).toBeGreaterThanOrEqual(1_000_000)
          for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(50)
        },
      ),
      { numRuns: 12 },
    )
  })

  it('loses no time between senders: slots follow each other without a gap', async () => {
    const pace = await fresh(10)

    const first = await pace.reserve(5, 0)
    const second = await pace.reserve(5, 0)

    expect(first).toMatchObject({ outcome: 'reserved', intervalMs: 100 })
    expect(second).toMatchObject({
      outcome: 'reserved',
      startsAtMs: (first.outcome === 'reserved' ? first.startsAtMs : 0) + 500,
    })
  })

  it('lets nobody reserve more than about a second ahead, and says how long to wait', async () => {
    const pace = await fresh(10)
    await pace.reserve(30, 0)

    const answer = await pace.reserve(1, 0)

    expect(answer.outcome).toBe('wait')
    const { waitMs } = answer.outcome === 'wait' ? answer : { waitMs: 0 }
    expect(waitMs).toBeGreaterThan(1_900)
    expect(waitMs).toBeLessThan(2_200)
    expect((await pace.reserve(1, waitMs)).outcome).toBe('reserved')
  })

  it('gives every slot a lead, so that the claim before it does not miss it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(400), async (later) => {
        const pace = await fresh(10)
        await pace.reserve(2, 0)

        const answer = await pace.reserve(1, later)

        expect(answer.outcome === 'reserved' ? answer.startsAtMs - later : 0).toBeGreaterThanOrEqual(50)
      }),
      { numRuns: 20 },
    )
  })

  it('begins anew after a pause, without slots of the past', async () => {
    const pace = await fresh(10)
    await pace.reserve(3, 0)

    const answer = await pace.reserve(1, 60_000)

    expect(answer.outcome === 'reserved' && answer.startsAtMs >= 60_000).toBe(true)
  })

  it('costs nothing where the rate is unlimited', async () => {
    const pace = createPaceStore(tables.client, 'no-such-table', 0)

    expect(pace.slotsAtOnce).toBe(Infinity)
    expect(await pace.reserve(60, 7)).toEqual({ outcome: 'reserved', startsAtMs: 7, intervalMs: 0 })
  })
})
