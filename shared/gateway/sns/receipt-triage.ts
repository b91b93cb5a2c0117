import type { Receipt } from '../../domain/receipt.ts'

/** What a carrier's words mean, without whose SMS they are about. */
type Verdict = Pick<Receipt, 'outcome' | 'code' | 'fault' | 'blamesNumber'>

const failed = (code: string, fault: Receipt['fault'], blamesNumber = false): Verdict => ({
  outcome: 'undelivered',
  code,
  fault,
  blamesNumber,
})

/**
 * Texts of `status: SUCCESS`. Only one of them speaks of the phone; a carrier that took the message proves no more
 * than a post office that took a letter.
 */
const successes = new Map<string, Verdict>(
  Object.entries({
    'message has been accepted by phone': {
      outcome: 'delivered',
      code: 'phone-accepted',
      blamesNumber: false,
    },
    'message has been accepted by phone carrier': {
      outcome: 'carrier-accepted',
      code: 'carrier-accepted',
      blamesNumber: false,
    },
  }),
)

/**
 * Texts of `status: FAILURE`: the twelve that the SNS developer guide lists ("Viewing Amazon CloudWatch metrics and
 * logs for SMS deliveries"), then what others have met beyond that list.
 */
const failures = new Map<string, Verdict>(
  Object.entries({
    'blocked as spam by phone carrier': failed('blocked-as-spam', 'permanent'),
    'destination is on a blocked list': failed('destination-blocked', 'permanent', true),
    'invalid phone number': failed('invalid-number', 'permanent', true),
    'message body is invalid': failed('invalid-text', 'permanent'),
    'phone carrier has blocked this message': failed('blocked-by-carrier', 'permanent'),
    'phone carrier is currently unreachable/unavailable': failed('carrier-unreachable', 'temporary'),
    'phone has blocked sms': failed('phone-blocks-sms', 'permanent', true),
    'phone is on a blocked list': failed('phone-blocked', 'permanent', true),
    'phone is currently unreachable/unavailable': failed('phone-unreachable', 'temporary'),
    'phone number is opted out': failed('opted-out', 'permanent', true),
    'this delivery would exceed max price': failed('over-max-price', 'price'),
    'unknown error attempting to reach phone': failed('unknown-error', 'temporary'),
    'no quota left for account': failed('account-quota', 'account-quota'),
    'unhandled provider': failed('unhandled-provider', 'permanent'),
    'delivery ttl has expired': failed('ttl-expired', 'temporary'),
  }),
)

/** Parts of texts that come with a number or an id in them. */
const failureParts: readonly (readonly [string, Verdict])[] = [
  ['is opted out', failed('opted-out', 'permanent', true)],
  ['no quota left', failed('account-quota', 'account-quota')],
  ['ttl has expired', failed('ttl-expired', 'temporary')],
]

const unknownSuccess: Verdict = { outcome: 'carrier-accepted', code: 'unknown-text', blamesNumber: false }
const unknownFailure = failed('unknown-text', 'temporary')

/** Sorts what the provider said. A text that stands nowhere is `isKnown: false`, and never a delivery. */
export const triageReceipt = (
  status: 'SUCCESS' | 'FAILURE',
  providerResponse: string,
): { verdict: Verdict; isKnown: boolean } => {
  const text = providerResponse.trim().toLowerCase().replace(/\.$/, '')
  const verdict =
    status === 'SUCCESS'
      ? successes.get(text)
      : (failures.get(text) ?? failureParts.find(([part]) => text.includes(part))?.[1])
  if (verdict !== undefined) return { verdict, isKnown: true }
  return { verdict: status === 'SUCCESS' ? unknownSuccess : unknownFailure, isKnown: false }
}
