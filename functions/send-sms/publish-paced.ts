import type { SendResult } from '../../shared/domain/after-send.ts'
import type { Recipient } from '../../shared/domain/dispatch.ts'
import type { SendSmsDeps } from './deps.ts'
import type { MayPublishAt, SlotPool } from './slot-pool.ts'

/** An SMS to publish, and how many slots of the account's rate it takes. */
export type Sms = { recipient: Recipient; text: string; slots: number }

/** Nothing is published this near to the lease's end: the answer must come back within it. */
export const leaseMarginMs = (leaseSeconds: number): number => Math.min(12_000, (leaseSeconds * 1000) / 3)

type Turn = { version: { alertId: string; version: number }; pool: SlotPool; mayPublishAt: MayPublishAt }

/** Waits for a slot; false, at once, where none comes in time or the version is halted. */
const waitForSlot = async (deps: SendSmsDeps, slots: number, turn: Turn): Promise<boolean> => {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- takes another slot only where it woke up too late for this one
    const atMs = await turn.pool.take(slots, turn.version, turn.mayPublishAt)
    if (atMs === undefined) return false
    const waitMs = atMs - deps.clock.nowMs()
    // oxlint-disable-next-line no-await-in-loop -- until the slot begins
    if (waitMs > 0) await deps.sleep(waitMs)
    if (!turn.mayPublishAt(deps.clock.nowMs())) return false
    if (!turn.pool.isMissed(atMs)) return true
  }
}

/**
 * Hands the SMS to the gateway, each at its slot, as long as the sender may. Answers in their order; who was not come
 * to is `not-tried`.
 */
export const publishPaced = async (
  deps: SendSmsDeps,
  sending: readonly Sms[],
  purpose: 'urgent' | 'routine',
  turn: Turn,
): Promise<SendResult[]> =>
  Promise.all(
    sending.map(async ({ recipient, text, slots }): Promise<SendResult> => {
      if (!(await waitForSlot(deps, slots, turn))) return { kind: 'not-tried' }
      return deps.gateway.send({ phone: recipient.phone, text, purpose })
    }),
  )
