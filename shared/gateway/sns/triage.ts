import type { Receipt } from '../../domain/receipt.ts'
import type { SendOutcome } from '../sms-gateway.ts'

type PublishFailure = Exclude<SendOutcome, { kind: 'accepted' }>

/**
 * Every error name of SNS Publish, from the service model of @aws-sdk/client-sns 3.1169.0, with what it says about
 * the SMS. The errors of KMS are of encrypted topics; no SMS to a phone has met one.
 */
const publishErrors = new Map<string, Exclude<SendOutcome['kind'], 'accepted'>>(
  Object.entries({
    Throttling: 'throttled',
    ThrottlingException: 'throttled',
    ThrottledException: 'throttled',
    KMSThrottlingException: 'throttled',
    InvalidParameterException: 'rejected',
    InvalidParameterValueException: 'rejected',
    ValidationException: 'rejected',
    UserErrorException: 'rejected',
    OptedOutException: 'opted-out',
    AuthorizationErrorException: 'failed',
    InvalidSecurityException: 'failed',
    EndpointDisabledException: 'rejected',
    PlatformApplicationDisabledException: 'rejected',
    NotFoundException: 'rejected',
    KMSAccessDeniedException: 'rejected',
    KMSDisabledException: 'rejected',
    KMSInvalidStateException: 'rejected',
    KMSNotFoundException: 'rejected',
    KMSOptInRequired: 'rejected',
    ServiceUnavailable: 'failed',
    InternalErrorException: 'unknown',
    TimeoutError: 'unknown',
  } as const),
)

/** Errors of the connection before a byte of the request could reach SNS. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])

/** The SDK gives both time-outs one name; only these words tell that no connection came about. */
const neverConnected = 'did not establish a connection'

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

const statusOf = (error: unknown): number => {
  const metadata = error instanceof Error && '$metadata' in error ? error.$metadata : undefined
  const isRecord = typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
  return isRecord && typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : 0
}

/**
 * An error that stands nowhere ends the delivery, and is counted: SNS refused the request (4xx), so that nothing went
 * out, or nobody knows.
 */
const triageUnlisted = (error: unknown, name: string): PublishFailure => {
  const status = statusOf(error)
  return { kind: status >= 400 && status < 500 ? 'rejected' : 'unknown', code: `unlisted:${name}` }
}

/** Turns what the SDK threw into an outcome; the code is a name, never a message, which may hold the number. */
export const triagePublishError = (error: unknown): PublishFailure => {
  const name = error instanceof Error ? error.name : 'NotAnError'
  const code = codeOf(error)
  if (code !== undefined && neverSent.has(code)) return { kind: 'failed', code }
  if (error instanceof Error && name === 'TimeoutError' && error.message.includes(neverConnected)) {
    return { kind: 'failed', code: 'ConnectTimeout' }
  }
  const kind = publishErrors.get(name)
  return kind === undefined ? triageUnlisted(error, name) : { kind, code: name }
}

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
