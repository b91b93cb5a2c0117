import type { Transition } from './transition.ts'

/** What can become of one SMS to one recipient. */
export const deliveryStates = [
  'pending',
  'sending',
  'accepted',
  'delivered',
  'undelivered',
  'unknown',
  'rehearsed',
  'in-doubt',
  'rejected',
  'suppressed',
  'superseded',
  'expired',
] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** The attribute of a dispatch that counts its recipients in a state: short, as every row of the board holds it. */
export const tallyAttributeOf = {
  pending: 'p',
  sending: 's',
  accepted: 'a',
  delivered: 'd',
  undelivered: 'u',
  unknown: 'k',
  rehearsed: 'h',
  'in-doubt': 'i',
  rejected: 'r',
  suppressed: 'x',
  superseded: 'o',
  expired: 'e',
} as const satisfies Record<DeliveryState, string>

export type Tally = Readonly<Record<DeliveryState, number>>

export const emptyTally: Tally = {
  pending: 0,
  sending: 0,
  accepted: 0,
  delivered: 0,
  undelivered: 0,
  unknown: 0,
  rehearsed: 0,
  'in-doubt': 0,
  rejected: 0,
  suppressed: 0,
  superseded: 0,
  expired: 0,
}

export const deliveryActions = [
  'claim',
  'accept',
  'rehearse',
  'refuse',
  'put-back',
  'doubt',
  'send-once-more',
  'resend',
  'record-late',
  'receipt-delivered',
  'receipt-undelivered',
  'receipt-overdue',
  'suppress',
  'supersede',
  'expire',
] as const
export type DeliveryAction = (typeof deliveryActions)[number]

/**
 * The life of a delivery. `record-late` is the answer that a sender got after it had lost its lease, or a carrier's
 * word that it has what was in doubt. `receipt-delivered` holds for whatever attempt reached the phone, so that it
 * also ends what waits to be sent once more or was given up. `receipt-overdue` is silence of 72 hours. `resend` is a
 * person's wish. `rehearse` ends the delivery of a drill that reaches nobody: nothing was handed over, and no receipt
 * comes. What is in doubt stays so when a newer version comes: it may have gone out, which `superseded` denies.
 * Within an attempt the rank holds: delivered > undelivered > unknown > accepted.
 */
export const deliveryTransitions: readonly Transition<DeliveryState, DeliveryAction>[] = [
  { action: 'claim', from: ['pending'], to: 'sending' },
  { action: 'accept', from: ['sending'], to: 'accepted' },
  { action: 'rehearse', from: ['sending'], to: 'rehearsed' },
  { action: 'refuse', from: ['sending'], to: 'rejected' },
  { action: 'put-back', from: ['sending'], to: 'pending' },
  { action: 'doubt', from: ['sending', 'pending'], to: 'in-doubt' },
  { action: 'send-once-more', from: ['in-doubt'], to: 'pending' },
  { action: 'resend', from: ['rejected', 'undelivered', 'in-doubt'], to: 'pending' },
  { action: 'record-late', from: ['pending', 'in-doubt'], to: 'accepted' },
  {
    action: 'receipt-delivered',
    from: ['accepted', 'undelivered', 'unknown', 'in-doubt', 'pending', 'rejected', 'superseded', 'expired'],
    to: 'delivered',
  },
  { action: 'receipt-undelivered', from: ['accepted', 'unknown', 'in-doubt'], to: 'undelivered' },
  { action: 'receipt-overdue', from: ['accepted'], to: 'unknown' },
  { action: 'suppress', from: ['pending'], to: 'suppressed' },
  { action: 'supersede', from: ['pending'], to: 'superseded' },
  { action: 'expire', from: ['pending'], to: 'expired' },
]

/** Whether a sender still has work with the delivery. */
export const isOpen = (state: DeliveryState): boolean => state === 'pending' || state === 'sending'

/** Whether some action takes a delivery from the one state to the other. Staying where it is needs none. */
export const isDeliveryStep = (from: DeliveryState, to: DeliveryState): boolean =>
  from === to || deliveryTransitions.some((row) => row.to === to && row.from.includes(from))
