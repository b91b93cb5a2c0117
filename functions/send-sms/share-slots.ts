import type { PaceStore, Reservation } from '../../shared/store/pace-store.ts'

type Wish = { count: number; nowMs: number; settle: (reservation: Promise<Reservation>) => void }

/** What each wish gets of slots that were reserved together: one behind the other. */
const portionOf = (all: Reservation, slotsBefore: number): Reservation =>
  all.outcome === 'reserved' ? { ...all, startsAtMs: all.startsAtMs + slotsBefore * all.intervalMs } : all

/**
 * A pace for dispatches that are sent at the same time: what they ask for in one turn of the event loop becomes one
 * reservation, which costs one write and leaves no gap between them.
 */
export const shareSlots = (pace: Pick<PaceStore, 'reserve'>): Pick<PaceStore, 'reserve'> => {
  let wishes: Wish[] = []
  const reserveAll = (): void => {
    const together = wishes
    wishes = []
    const total = together.reduce((sum, { count }) => sum + count, 0)
    const reserved = pace.reserve(total, Math.max(...together.map(({ nowMs }) => nowMs)))
    let slotsBefore = 0
    for (const { count, settle } of together) {
      const before = slotsBefore
      settle(reserved.then((all) => portionOf(all, before)))
      slotsBefore += count
    }
  }
  return {
    reserve: (count, nowMs) =>
      new Promise((settle) => {
        if (wishes.length === 0) setImmediate(reserveAll)
        wishes.push({ count, nowMs, settle })
      }),
  }
}
