import type { SendOutcome } from '../sms-gateway.ts'

type Verdict = Exclude<SendOutcome['kind'], 'accepted'>

/**
 * Every error name of SNS Publish, from the service model of @aws-sdk/client-sns 3.1169.0, with what it says about
 * the SMS. What stands nowhere is `unknown`: never a success, never sent again in silence.
 */
const verdicts = new Map<string, Verdict>(
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

/** Turns what the SDK threw into an outcome; the code is a name, never a message, which may hold the number. */
export const triage = (error: unknown): Exclude<SendOutcome, { kind: 'accepted' }> => {
  const name = error instanceof Error ? error.name : 'NotAnError'
  const code = codeOf(error)
  if (code !== undefined && neverSent.has(code)) return { kind: 'failed', code }
  if (error instanceof Error && name === 'TimeoutError' && error.message.includes(neverConnected)) {
    return { kind: 'failed', code: 'ConnectTimeout' }
  }
  return { kind: verdicts.get(name) ?? 'unknown', code: name }
}
