import type { SendResult } from '../../shared/domain/after-send.ts'
import type { Recipient } from '../../shared/domain/dispatch.ts'
import type { Reservation } from '../../shared/store/pace-store.ts'
import type { SendSmsDeps } from './deps.ts'

/** Nothing is published this near to the lease's end: the answer must come back within it. */
export const leaseMarginMs = (leaseSeconds: number): number => Math.min(12_000, (leaseSeconds * 1000) / 3)

const latestMs = 10

type Slots = Extract<Reservation, { outcome: 'reserved' }>

/** Whether an SMS may be published at this time: the lease, the message and the invocation hold so long. */
type MayPublishAt = (atMs: number) => boolean

/**
 * Waits for the slot; one that was missed is given up for a fresh one, never caught up. False, at once, where the
 * slot comes too late to publish.
 */
const waitForSlot = async (
  deps: SendSmsDeps,
  slots: Slots,
  position: number,
  mayPublishAt: MayPublishAt,
): Promise<boolean> => {
  let atMs = slots.startsAtMs + position * slots.intervalMs
  for (;;) {
    const nowMs = deps.clock.nowMs()
    if (!mayPublishAt(Math.max(atMs, nowMs))) return false
    const isMissed = slots.intervalMs > 0 && nowMs > atMs + latestMs
    if (nowMs >= atMs && !isMissed) return true
    // oxlint-disable-next-line no-await-in-loop -- asks until there is a slot in the future
    const fresh = isMissed ? await deps.pace.reserve(1, nowMs) : undefined
    if (fresh?.outcome === 'reserved') atMs = fresh.startsAtMs
    // oxlint-disable-next-line no-await-in-loop -- until the slot begins, or the account's rate is free again
    else await deps.sleep(fresh?.waitMs ?? atMs - nowMs)
  }
}

/**
 * Hands the recipients' SMS to the gateway, each at its slot, as long as the sender may. Answers in their order; who was not come to is `not-tried`.
 */
export const publishPaced = async (
  deps: SendSmsDeps,
  sending: readonly { recipient: Recipient; text: string }[],
  purpose: 'urgent' | 'routine',
  slots: Slots,
  mayPublishAt: MayPublishAt,
): Promise<SendResult[]> =>
  Promise.all(
    sending.map(async ({ recipient, text }, position): Promise<SendResult> => {
      const isItsTurn = await waitForSlot(deps, slots, position, mayPublishAt)
      if (!isItsTurn) return { kind: 'not-tried' }
      return deps.gateway.send({ phone: recipient.phone, text, purpose })
    }),
  )
