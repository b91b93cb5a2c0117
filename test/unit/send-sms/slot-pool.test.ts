import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createSlotPool } from '../../../functions/send-sms/slot-pool.ts'
import type { Halts } from '../../../shared/domain/halts.ts'
import type { Reservation, SlotWish } from '../../../shared/store/pace-store.ts'

const version = { alertId: 'a', version: 1 }
const nothingHalted: Halts = { accountStop: undefined, versions: new Set() }
const always = () => true

type Answer = (usual: Extract<Reservation, { outcome: 'reserved' }>) => Reservation
const starting =
  (startsAtMs: number): Answer =>
  (usual) => ({ ...usual, startsAtMs })
const halting =
  (halts: Halts): Answer =>
  (usual) => ({ ...usual, halts })
const waiting =
  (waitMs: number): Answer =>
  ({ halts }) => ({ outcome: 'wait', waitMs, halts })

/** A pool on a clock that sleeping moves, and a pace of 100 a second that answers as it is told. */
const poolOn = (answers: readonly Answer[], slotsAtOnce = 50) => {
  const time = { nowMs: 0 }
  const wishes: SlotWish[] = []
  const pool = createSlotPool(
    {
      pace: {
        slotsAtOnce: () => slotsAtOnce,
        reserve: async (wish) => {
          const usual = {
            outcome: 'reserved' as const,
            startsAtMs: wish.nowMs + wish.leadMs,
            intervalMs: 10,
            halts: nothingHalted,
          }
          const answer = answers[wishes.length]?.(usual) ?? usual
          wishes.push(wish)
          return answer
        },
      },
      clock: { nowMs: () => time.nowMs },
      sleep: (ms) => {
        time.nowMs += ms
        return Promise.resolve()
      },
      leadMs: () => 40,
    },
    'first',
    () => 60_000 - time.nowMs,
  )
  return { pool, time, wishes }
}

const one = { all: 1, longest: 1 }

describe('slots of dispatches that are sent together', () => {
  it('are reserved at once for all that ask in one turn, with the lead of a claim', async () => {
    const { pool, wishes } = poolOn([])

    await Promise.all([
      pool.request(one, version),
      pool.request({ all: 9, longest: 1 }, version),
      pool.request({ all: 2, longest: 1 }, version),
    ])

    expect(wishes).toEqual([{ slots: 12, lane: 'first', nowMs: 0, leadMs: 40 }])
  })

  it('go to whoever has claimed first, without a gap', async () => {
    const { pool } = poolOn([])
    await pool.request({ all: 3, longest: 1 }, version)

    const times = await Promise.all([1, 1, 1].map((slots) => pool.take(slots, version, always)))

    expect(times).toEqual([40, 50, 60])
  })

  it('are as long as an SMS has parts, where the rate counts parts', async () => {
    const { pool, wishes } = poolOn([])
    await pool.request({ all: 5, longest: 3 }, version)

    const times = await Promise.all([3, 2].map((slots) => pool.take(slots, version, always)))

    expect(wishes[0]?.slots).toBe(5)
    expect(times).toEqual([40, 70])
  })

  it('are given up when they were missed, never caught up', async () => {
    const { pool, time, wishes } = poolOn([])
    await pool.request({ all: 4, longest: 1 }, version)
    time.nowMs = 62

    const times = [
      await pool.take(1, version, always),
      await pool.take(1, version, always),
      await pool.take(1, version, always),
    ]

    // Of the slots at 40, 50, 60 and 70 the first was missed by more than 10 ms, the third is late by less.
    expect(times).toEqual([60, 70, 102])
    expect(wishes.map(({ nowMs }) => nowMs)).toEqual([0, 62])
  })

  it('are reserved in handfuls where a wave is larger than what one sender may take at once', async () => {
    const { pool, wishes } = poolOn([starting(40), starting(200), starting(300)], 10)
    await pool.request({ all: 25, longest: 1 }, version)

    const times = await Promise.all(Array.from({ length: 25 }, () => pool.take(1, version, always)))

    expect(wishes.map(({ slots }) => slots)).toEqual([10, 10, 5])
    expect(times.map((atMs) => atMs ?? -1).toSorted((a, b) => a - b)).toEqual(times)
    expect([times[0], times[10], times[20]]).toEqual([40, 200, 300])
  })

  it('are never fewer than the longest SMS needs', async () => {
    const { pool, wishes } = poolOn([], 1)
    await pool.request({ all: 3, longest: 3 }, version)

    expect(await pool.take(3, version, always)).toBe(40)
    expect(wishes).toHaveLength(1)
  })

  it('are waited for as long as the invocation lasts, and refused where it does not', async () => {
    const patient = poolOn([waiting(700)])
    const tooLong = poolOn([waiting(58_000)])

    const granted = await patient.pool.request(one, version)
    const refused = await tooLong.pool.request(one, version)

    expect(granted).toEqual({})
    expect(patient.time.nowMs).toBe(700)
    expect(refused).toEqual({ refused: { delaySeconds: 58 } })
  })

  it('are not taken by a sender whose lease ends before', async () => {
    const { pool } = poolOn([])
    await pool.request(one, version)

    expect(await pool.take(1, version, (atMs) => atMs < 30)).toBeUndefined()
  })

  it('fail for everyone where the reservation fails', async () => {
    const { pool } = poolOn([
      () => {
        throw new Error('no table')
      },
    ])

    const settled = await Promise.allSettled([pool.request(one, version), pool.request(one, version)])

    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})

describe('what is stopped', () => {
  const versionHalted: Halts = { accountStop: undefined, versions: new Set(['a#1']) }
  const accountHalted: Halts = {
    accountStop: { by: 'admin', atEpochSeconds: 0, reason: 'wrong text' },
    versions: new Set(),
  }

  it('gets no slots, and is looked at again after a while', async () => {
    const stopped = poolOn([halting(versionHalted)])
    const account = poolOn([halting(accountHalted)])

    expect(await stopped.pool.request(one, version)).toEqual({ refused: { delaySeconds: 2 } })
    expect(await account.pool.request(one, version)).toEqual({ refused: { delaySeconds: 20 } })
  })

  it('asks for no slots any more where it is known', async () => {
    const { pool, wishes } = poolOn([halting(versionHalted)])
    await pool.request(one, version)

    const refused = await pool.request(one, version)
    await setImmediate()

    expect(refused).toEqual({ refused: { delaySeconds: 2 } })
    expect(wishes).toHaveLength(1)
  })

  it('does not hold up other versions', async () => {
    const { pool } = poolOn([halting(versionHalted)])

    const answers = await Promise.all([
      pool.request(one, version),
      pool.request(one, { alertId: 'b', version: 1 }),
    ])

    expect(answers).toEqual([{ refused: { delaySeconds: 2 } }, {}])
  })

  it('goes out no more from the next reservation on, in the midst of a wave', async () => {
    const { pool, wishes } = poolOn([starting(40), halting(versionHalted)], 2)
    await pool.request({ all: 5, longest: 1 }, version)

    const times = await Promise.all([1, 1, 1, 1, 1].map((slots) => pool.take(slots, version, always)))

    expect(times).toEqual([40, 50, undefined, undefined, undefined])
    expect(wishes).toHaveLength(2)
  })
})
