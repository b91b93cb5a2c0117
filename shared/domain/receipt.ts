import { deliveryTransitions, type DeliveryAction } from './delivery.ts'
import type { Recipient } from './dispatch.ts'
import { transitionOf } from './transition.ts'

/** What carriers can say of an SMS, the best first. `carrier-accepted`: the carrier took it; no word from the phone. */
export const receiptOutcomes = ['delivered', 'undelivered', 'carrier-accepted'] as const

/** Why an SMS was not delivered: for good, for now, for want of quota of the account, or for its price. */
export const receiptFaults = ['permanent', 'temporary', 'account-quota', 'price'] as const

/** What the carrier later says of the SMS that a gateway's message id names. */
export type Receipt = {
  gatewayMessageId: string
  outcome: (typeof receiptOutcomes)[number]
  /** A name of what was said, never its words. */
  code: string
  /** Only where undelivered. */
  fault?: (typeof receiptFaults)[number] | undefined
  /** Whether the number itself is at fault, and not carrier, text or account. */
  blamesNumber: boolean
  atEpochSeconds: number
}

/** Why a delivery is still `accepted` though a receipt came: the carrier has it, the phone has not spoken. */
const carrierAccepted = 'carrier-accepted'

/** The reason of a delivery that nobody said anything of in time. */
const receiptOverdue = 'receipt-overdue'

const mayTake = (recipient: Recipient, action: DeliveryAction): boolean =>
  transitionOf(deliveryTransitions, action).from.includes(recipient.state)

const afterFailure = (recipient: Recipient, receipt: Receipt, nowEpochSeconds: number): Recipient => {
  const isKnown = recipient.state === 'undelivered'
  if (!isKnown && !mayTake(recipient, 'receipt-undelivered')) return recipient
  // Where several failures are told of one SMS, which of them is kept must not depend on their order.
  if (isKnown && receipt.code <= (recipient.reason ?? '')) return recipient
  return {
    ...recipient,
    state: 'undelivered',
    gatewayMessageId: receipt.gatewayMessageId,
    reason: receipt.code,
    changedAtEpochSeconds: nowEpochSeconds,
  }
}

const afterCarrier = (recipient: Recipient, receipt: Receipt, nowEpochSeconds: number): Recipient =>
  isReceiptAwaited(recipient) || recipient.state === 'in-doubt'
    ? {
        ...recipient,
        state: 'accepted',
        gatewayMessageId: receipt.gatewayMessageId,
        reason: carrierAccepted,
        changedAtEpochSeconds: nowEpochSeconds,
      }
    : recipient

/**
 * The recipient after a receipt of one of their attempts; the same object where it changes nothing. Within the
 * attempt that counts the rank holds: delivered, undelivered, unknown, accepted. A failure of another attempt says
 * nothing of this one. Delivery by ANY attempt makes the recipient delivered: the person has the text.
 */
export const afterReceipt = (
  recipient: Recipient,
  receipt: Receipt,
  attempt: number,
  nowEpochSeconds: number,
): Recipient => {
  if (receipt.outcome === 'delivered') {
    return mayTake(recipient, 'receipt-delivered')
      ? { ...recipient, state: 'delivered', reason: undefined, changedAtEpochSeconds: nowEpochSeconds }
      : recipient
  }
  const counts =
    recipient.state === 'in-doubt'
      ? recipient.attempts === attempt
      : recipient.gatewayMessageId === receipt.gatewayMessageId
  if (!counts) return recipient
  return receipt.outcome === 'undelivered'
    ? afterFailure(recipient, receipt, nowEpochSeconds)
    : afterCarrier(recipient, receipt, nowEpochSeconds)
}

/** Whether the receipt has to wait: a sender is at work on another attempt and will write what came of it. */
export const mustReceiptWait = (recipient: Recipient, receipt: Receipt): boolean =>
  recipient.state === 'sending' && receipt.outcome === 'delivered'

/** Whether nobody has said anything yet of an SMS that the gateway took. */
export const isReceiptAwaited = (recipient: Recipient): boolean =>
  recipient.state === 'accepted' && recipient.reason !== carrierAccepted

/** When the silence about the first of these deliveries has lasted too long; undefined where none is awaited. */
export const receiptsDueAt = (
  recipients: readonly Recipient[],
  overdueSeconds: number,
): number | undefined => {
  const since = recipients
    .filter(isReceiptAwaited)
    .flatMap(({ changedAtEpochSeconds }) => changedAtEpochSeconds ?? [])
  return since.length === 0 ? undefined : Math.min(...since) + overdueSeconds
}

/** The recipient where the silence has lasted too long; the same object where it has not. */
export const afterSilence = (
  recipient: Recipient,
  overdueSeconds: number,
  nowEpochSeconds: number,
): Recipient => {
  const since = recipient.changedAtEpochSeconds ?? nowEpochSeconds
  return isReceiptAwaited(recipient) && since + overdueSeconds <= nowEpochSeconds
    ? { ...recipient, state: 'unknown', reason: receiptOverdue, changedAtEpochSeconds: nowEpochSeconds }
    : recipient
}
