import { describe, expect, it } from 'vitest'
import { triage } from '../../../../shared/gateway/sns/triage.ts'

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
    ['AbortError', 'unknown'],
  ])('%s is %s', (name, kind) => {
    expect(triage(named(name))).toEqual({ kind, code: name })
  })

  it('never takes an error that it does not know for a success or for not sent', () => {
    expect(triage(named('BrandNewException'))).toEqual({ kind: 'unknown', code: 'BrandNewException' })
    expect(triage('a text')).toEqual({ kind: 'unknown', code: 'NotAnError' })
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
