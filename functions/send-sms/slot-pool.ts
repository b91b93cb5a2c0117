import type { Clock } from '../../shared/clock.ts'
import type { Lane } from '../../shared/domain/alert.ts'
import { isHalted, type Halts } from '../../shared/domain/halts.ts'
import type { PaceStore, Reservation } from '../../shared/store/pace-store.ts'

/** Slots for dispatches that are sent at the same time, taken from the account's rate some at a time. */
export type SlotPool = {
  /**
   * Waits until the first of so many slots are reserved. `refused`: the version is halted, or the rate is taken for
   * longer than the invocation lasts; nothing may be claimed then, and it may be tried again after a while.
   */
  request: (slots: SlotCount, version: VersionKey) => Promise<{ refused?: Refusal }>
  /** The instant at which an SMS of so many slots may be published; undefined where it may not be any more. */
  take: (slots: number, version: VersionKey, mayPublishAt: MayPublishAt) => Promise<number | undefined>
  /** Whether it is too late for the slot that began at this instant. */
  isMissed: (atMs: number) => boolean
}

type VersionKey = { alertId: string; version: number }
type Refusal = { delaySeconds: number }
/** Slots of all SMS together, and of the longest of them. */
type SlotCount = { all: number; longest: number }

/** Whether an SMS may be published at this time: the lease, the message and the invocation hold so long. */
export type MayPublishAt = (atMs: number) => boolean

type Given = {
  pace: Pick<PaceStore, 'reserve' | 'slotsAtOnce'>
  clock: Clock
  sleep: (ms: number) => Promise<void>
  leadMs: () => number
}

/** A slot that is missed by more is given up, never caught up. */
const latestMs = 10

/** Time that is kept for settling when a sender waits for its slots. */
const keptForSettlingMs = 5_000

/** How long until work that is halted is looked at again. */
const againSeconds = { version: 2, account: 20, longest: 900 }

const refusalFor = (halts: Halts, version: VersionKey): Refusal | undefined =>
  isHalted(halts, version)
    ? { delaySeconds: halts.accountStop === undefined ? againSeconds.version : againSeconds.account }
    : undefined

/**
 * Slots for dispatches that are sent together. What they ask for in one turn of the event loop becomes one
 * reservation; whoever has claimed first takes the next slot; and what is not covered yet is reserved when it is
 * come to. So a reservation costs one write for a handful of SMS, and what is stopped is known with each.
 */
export const createSlotPool = (
  { pace, clock, sleep, leadMs }: Given,
  lane: Lane,
  remainingMs: () => number,
): SlotPool => {
  let nextAtMs = 0
  let slotsLeft = 0
  let intervalMs = 0
  let halts: Halts = { accountStop: undefined, versions: new Set() }
  let slotsWaitedFor = 0

  const reserve = async ({ all, longest }: SlotCount): Promise<Reservation> => {
    const most = Math.max(longest, Math.min(all, pace.slotsAtOnce(lane)))
    const got = await pace.reserve({ slots: most, lane, nowMs: clock.nowMs(), leadMs: leadMs() })
    halts = got.halts
    if (got.outcome === 'reserved') {
      nextAtMs = got.startsAtMs
      intervalMs = got.intervalMs
      slotsLeft = most
    }
    return got
  }

  let asked: Promise<Refusal | undefined> | undefined
  let slotsAsked: SlotCount = { all: 0, longest: 0 }
  const requestAll = async (): Promise<Refusal | undefined> => {
    await new Promise((resolve) => setImmediate(resolve))
    asked = undefined
    const slots = slotsAsked
    slotsAsked = { all: 0, longest: 0 }
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- asks again when the time that it was told has passed
      const got = await reserve(slots)
      if (got.outcome === 'reserved' || halts.accountStop !== undefined) return undefined
      if (remainingMs() < got.waitMs + keptForSettlingMs) {
        return { delaySeconds: Math.min(Math.ceil(got.waitMs / 1000), againSeconds.longest) }
      }
      // oxlint-disable-next-line no-await-in-loop -- as above
      await sleep(got.waitMs)
    }
  }

  const isMissed = (atMs: number): boolean => intervalMs > 0 && clock.nowMs() > atMs + latestMs
  const giveUpMissed = (nowMs: number): void => {
    if (!isMissed(nextAtMs)) return
    const missed = Math.ceil((nowMs - latestMs - nextAtMs) / intervalMs)
    nextAtMs += missed * intervalMs
    slotsLeft -= missed
  }

  /** The next slot, of those reserved or reserved for all who wait now. */
  const takeNext = async (
    slots: number,
    version: VersionKey,
    mayPublishAt: MayPublishAt,
  ): Promise<number | undefined> => {
    for (;;) {
      const nowMs = clock.nowMs()
      giveUpMissed(nowMs)
      if (isHalted(halts, version) || !mayPublishAt(Math.max(nextAtMs, nowMs))) return undefined
      if (slots <= slotsLeft) {
        const atMs = nextAtMs
        nextAtMs += slots * intervalMs
        slotsLeft -= slots
        return atMs
      }
      // oxlint-disable-next-line no-await-in-loop -- until there is a slot in the future
      const got = await reserve({ all: slotsWaitedFor, longest: slots })
      if (got.outcome === 'reserved') continue
      if (!mayPublishAt(clock.nowMs() + got.waitMs)) return undefined
      // oxlint-disable-next-line no-await-in-loop -- until the account's rate is free again
      await sleep(got.waitMs)
    }
  }

  let turn: Promise<unknown> = Promise.resolve()
  return {
    isMissed,
    request: async (slots, version) => {
      const halted = refusalFor(halts, version)
      if (halted !== undefined) return { refused: halted }
      slotsAsked = {
        all: slotsAsked.all + slots.all,
        longest: Math.max(slotsAsked.longest, slots.longest),
      }
      asked ??= requestAll()
      const refused = (await asked) ?? refusalFor(halts, version)
      return refused === undefined ? {} : { refused }
    },
    take: (slots, version, mayPublishAt) => {
      slotsWaitedFor += slots
      const mine = turn.then(() => takeNext(slots, version, mayPublishAt))
      turn = mine
        .catch(() => undefined)
        .finally(() => {
          slotsWaitedFor -= slots
        })
      return mine
    },
  }
}
