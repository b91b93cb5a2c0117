import type { SendResult } from '../../shared/domain/after-send.ts'
import type { Recipient } from '../../shared/domain/dispatch.ts'
import type { Reservation } from '../../shared/store/pace-store.ts'
import type { SendSmsDeps } from './deps.ts'

/** Nothing is published this near to the lease's end: the answer must come back within it. */
export const leaseMarginMs = (leaseSeconds: number): number => Math.min(12_000, (leaseSeconds * 1000) / 3)

const latestMs = 10

type Slots = Extract<Reservation, { outcome: 'reserved' }>

/** Waits for the slot; one that was missed is given up for a fresh one, never caught up. */
const waitForSlot = async (deps: SendSmsDeps, slots: Slots, position: number): Promise<void> => {
  if (slots.intervalMs === 0) return
  let atMs = slots.startsAtMs + position * slots.intervalMs
  while (deps.clock.nowMs() > atMs + latestMs) {
    // oxlint-disable-next-line no-await-in-loop -- asks until there is a slot in the future
    const fresh = await deps.pace.reserve(1, deps.clock.nowMs())
    if (fresh.outcome === 'reserved') {
      atMs = fresh.startsAtMs
      break
    }
    // oxlint-disable-next-line no-await-in-loop -- the account's rate is taken for now
    await deps.sleep(fresh.waitMs)
  }
  const waitMs = atMs - deps.clock.nowMs()
  if (waitMs > 0) await deps.sleep(waitMs)
}

/**
 * Hands the recipients' SMS to the gateway, each at its slot, as long as the sender may (its lease and its time
 * hold with a margin). Answers in their order; who was not come to is `not-tried`.
 */
export const publishPaced = async (
  deps: SendSmsDeps,
  sending: readonly { recipient: Recipient; text: string }[],
  purpose: 'urgent' | 'routine',
  slots: Slots,
  mayPublish: () => boolean,
): Promise<SendResult[]> =>
  Promise.all(
    sending.map(async ({ recipient, text }, position): Promise<SendResult> => {
      await waitForSlot(deps, slots, position)
      if (!mayPublish()) return { kind: 'not-tried' }
      return deps.gateway.send({ phone: recipient.phone, text, purpose })
    }),
  )
