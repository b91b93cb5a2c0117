import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Sms, SmsGateway } from '../../shared/gateway/sms-gateway.ts'
import { createSnsGateway } from '../../shared/gateway/sns/sns-gateway.ts'
import { createSmsClient } from '../../shared/store/clients.ts'
import { createFakeGateway } from '../support/fake-gateway.ts'
import { createImpatientClient, startSnsEndpoint } from '../support/sns-endpoint.ts'

const sms: Sms = { phone: '+8562055123456', text: 'ນ້ຳຖ້ວມ & <ໄພ>', purpose: 'urgent' }

let sns: Awaited<ReturnType<typeof startSnsEndpoint>>
beforeAll(async () => {
  sns = await startSnsEndpoint()
})
afterAll(() => sns.stop())
beforeEach(() => {
  sns.requests.length = 0
  sns.behave({ does: 'accept' })
})

/** The real client of the functions, pointed at the endpoint of the test. */
const realGateway = (): SmsGateway => {
  vi.stubEnv('AWS_ENDPOINT_URL_SNS', sns.endpoint)
  vi.stubEnv('AWS_REGION', 'ap-southeast-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
  return createSnsGateway(createSmsClient(), 'SIANG')
}

describe.each<[string, () => SmsGateway]>([
  ['the SNS adapter', realGateway],
  ['the fake of the tests', () => createFakeGateway().gateway],
])('%s', (_, create) => {
  it('accepts an SMS under an id of the gateway', async () => {
    const outcome = await create().send(sms)

    expect(outcome).toEqual({ kind: 'accepted', gatewayMessageId: expect.stringMatching(/./) })
  })
})

describe('the SNS adapter', () => {
  it('publishes to the phone, once, with sender and kind', async () => {
    await realGateway().send(sms)
    await realGateway().send({ ...sms, purpose: 'routine' })

    const [urgent, routine] = sns.requests.map((request) => Object.fromEntries(request))
    expect(sns.requests).toHaveLength(2)
    expect(urgent).toMatchObject({ Action: 'Publish', PhoneNumber: sms.phone, Message: sms.text })
    expect(urgent).not.toHaveProperty('TopicArn')
    expect(Object.values(urgent ?? {})).toEqual(expect.arrayContaining(['SIANG', 'Transactional']))
    expect(Object.values(routine ?? {})).toContain('Promotional')
  })

  it.each([
    ['AuthorizationError', 403, 'failed'],
    ['EndpointDisabled', 400, 'rejected'],
    ['InternalError', 500, 'unknown'],
    ['InvalidParameter', 400, 'rejected'],
    ['ParameterValueInvalid', 400, 'rejected'],
    ['InvalidSecurity', 403, 'failed'],
    ['KMSThrottling', 400, 'throttled'],
    ['NotFound', 404, 'rejected'],
    ['OptedOut', 400, 'opted-out'],
    ['PlatformApplicationDisabled', 400, 'rejected'],
    ['Throttled', 429, 'throttled'],
    ['Throttling', 400, 'throttled'],
    ['ThrottlingException', 400, 'throttled'],
    ['UserError', 400, 'rejected'],
    ['ValidationException', 400, 'rejected'],
    ['ServiceUnavailable', 503, 'failed'],
    ['KMSAccessDenied', 400, 'rejected'],
    ['NeverHeardOf', 400, 'rejected'],
    ['NeverHeardOf', 502, 'unknown'],
  ] as const)('tells %s (%s) apart as %s, after one request', async (code, status, kind) => {
    sns.behave({ does: 'refuse', status, code })

    const outcome = await realGateway().send(sms)

    expect(outcome.kind).toBe(kind)
    expect(JSON.stringify(outcome)).not.toContain('8562055')
    expect(sns.requests).toHaveLength(1)
  })

  it('does not know what became of an SMS where no answer comes, and asks no second time', async () => {
    sns.behave({ does: 'hang' })

    const outcome = await createSnsGateway(createImpatientClient(sns.endpoint), 'SIANG').send(sms)

    expect(outcome).toEqual({ kind: 'unknown', code: 'TimeoutError' })
    expect(sns.requests).toHaveLength(1)
  })

  it.each(['break-off', 'answer-nonsense'] as const)(
    'does not know either where it does %s',
    async (does) => {
      sns.behave({ does })

      expect((await realGateway().send(sms)).kind).toBe('unknown')
      expect(sns.requests).toHaveLength(1)
    },
  )

  it('knows that nothing was sent where nobody listens', async () => {
    const closed = await startSnsEndpoint()
    await closed.stop()

    const outcome = await createSnsGateway(createImpatientClient(closed.endpoint), 'SIANG').send(sms)

    expect(outcome).toEqual({ kind: 'failed', code: 'ECONNREFUSED' })
  })

  it('knows that nothing was sent where no connection comes about in time', async () => {
    const outcome = await createSnsGateway(createImpatientClient(sns.endpoint, true), 'SIANG').send(sms)

    expect(outcome).toEqual({ kind: 'failed', code: 'ConnectTimeout' })
    expect(sns.requests).toEqual([])
  })
})
