import type { DeliveryState } from './delivery.ts'
import type { Recipient } from './dispatch.ts'

const impliesOne: ReadonlySet<DeliveryState> = new Set([
  'accepted',
  'delivered',
  'undelivered',
  'unknown',
  'in-doubt',
])

type Counted = Pick<Recipient, 'state' | 'smsTaken'>

/**
 * SMS to the recipient that the gateway took, or that had no answer and may have gone out: one by the states that say
 * so, unless it was sent to again. What the gateway refused is not billed.
 */
export const smsTakenOf = ({ state, smsTaken }: Counted): number =>
  smsTaken ?? (impliesOne.has(state) ? 1 : 0)

/** The recipient with so many SMS, which are written down only where the state does not say as much. */
export const withSmsTaken = (recipient: Recipient, count: number): Recipient => {
  const { smsTaken: _before, ...rest } = recipient
  return smsTakenOf(rest) === count ? rest : { ...rest, smsTaken: count }
}
