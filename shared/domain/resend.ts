import type { DeliveryState } from './delivery.ts'
import type { Dispatch, Recipient } from './dispatch.ts'
import { smsTakenOf, withSmsTaken } from './sms-taken.ts'

/** The ends of a delivery that a person may have sent again. */
export const resendableStates = [
  'rejected',
  'undelivered',
  'in-doubt',
] as const satisfies readonly DeliveryState[]
export type ResendableState = (typeof resendableStates)[number]

/** A person's wish that what ended in one of these states be sent again. Numbers count from 1 within a version. */
export type Resend = { number: number; states: readonly ResendableState[] }

/** Reasons of those who want no SMS or whose phone takes none, as gateway and carriers tell it: no wish overrules it. */
const blocked: ReadonlySet<string> = new Set([
  'OptedOutException',
  'opted-out',
  'phone-blocks-sms',
  'phone-blocked',
])

/** States that resends ask for which were not carried out on the dispatch yet. */
const statesAskedFor = (dispatch: Pick<Dispatch, 'resend'>, resends: readonly Resend[]): Set<DeliveryState> =>
  new Set(resends.filter(({ number }) => number > (dispatch.resend ?? 0)).flatMap(({ states }) => states))

/**
 * Recipients of the dispatch that resends make pending again, as they become. What was in doubt may have gone out, so
 * it is marked as a possible duplicate. Attempts go on counting: they are the lock of each write, and receipts name
 * them.
 */
export const planResend = (
  dispatch: Pick<Dispatch, 'resend' | 'recipients'>,
  resends: readonly Resend[],
  nowEpochSeconds: number,
): { index: number; from: Recipient; to: Recipient }[] => {
  const states = statesAskedFor(dispatch, resends)
  return dispatch.recipients.flatMap((from, index) => {
    if (!states.has(from.state) || blocked.has(from.reason ?? '')) return []
    const to: Recipient = {
      ...from,
      state: 'pending',
      possibleDuplicate: from.possibleDuplicate || from.state === 'in-doubt',
      attemptsBefore: from.attempts,
      reason: undefined,
      changedAtEpochSeconds: nowEpochSeconds,
    }
    return [{ index, from, to: withSmsTaken(to, smsTakenOf(from)) }]
  })
}
