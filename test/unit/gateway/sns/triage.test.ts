import { describe, expect, it } from 'vitest'
import { triagePublishError as triage } from '../../../../shared/gateway/sns/triage.ts'

const named = (name: string, more: object = {}): Error =>
  Object.assign(new Error('+8562055123456 is not valid to publish to'), { name, ...more })

describe('triage', () => {
  it.each([
    ['Throttling', 'throttled'],
    ['ThrottlingException', 'throttled'],
    ['ThrottledException', 'throttled'],
    ['KMSThrottlingException', 'throttled'],
    ['InvalidParameterException', 'rejected'],
    ['InvalidParameterValueException', 'rejected'],
    ['ValidationException', 'rejected'],
    ['OptedOutException', 'opted-out'],
    ['AuthorizationErrorException', 'failed'],
    ['ServiceUnavailable', 'failed'],
    ['InternalErrorException', 'unknown'],
    ['TimeoutError', 'unknown'],
  ])('%s is %s', (name, kind) => {
    expect(triage(named(name))).toEqual({ kind, code: name })
  })

  it.each([
    'KMSAccessDeniedException',
    'KMSDisabledException',
    'KMSInvalidStateException',
    'KMSNotFoundException',
    'KMSOptInRequired',
    'EndpointDisabledException',
    'PlatformApplicationDisabledException',
    'NotFoundException',
    'UserErrorException',
  ])('%s is a refusal, though no SMS to a phone should meet it', (name) => {
    expect(triage(named(name))).toEqual({ kind: 'rejected', code: name })
  })

  it('ends a delivery by an error that stands nowhere, where SNS refused the request', () => {
    const refused = named('BrandNewException', { $metadata: { httpStatusCode: 400 } })

    expect(triage(refused)).toEqual({ kind: 'rejected', code: 'unlisted:BrandNewException' })
  })

  it('never takes another error that stands nowhere for a success or for not sent', () => {
    const broken = named('BrandNewException', { $metadata: { httpStatusCode: 502 } })

    expect(triage(broken)).toEqual({ kind: 'unknown', code: 'unlisted:BrandNewException' })
    expect(triage(named('BrandNewException'))).toMatchObject({ kind: 'unknown' })
    expect(triage('a text')).toEqual({ kind: 'unknown', code: 'unlisted:NotAnError' })
    expect(triage(named('constructor')).kind).toBe('unknown')
  })

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])(
    'knows that nothing was sent where the connection failed with %s',
    (code) => {
      expect(triage(named('Error', { code }))).toEqual({ kind: 'failed', code })
    },
  )

  it.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT'])('does not know after %s', (code) => {
    expect(triage(named('TimeoutError', { code })).kind).toBe('unknown')
  })

  it('never carries the words of an error, which may hold the number', () => {
    expect(JSON.stringify(triage(named('InvalidParameterException')))).not.toContain('856')
  })
})
