import { join } from 'node:path'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readOutbox } from '../../../local/sns/outbox.ts'
import { type SmsEndpoint, startSms } from '../../../local/sns/start-sms.ts'
import { newFolder } from './new-folder.ts'
import { until } from './until.ts'

const outboxFile = join(newFolder('sms'), 'outbox.jsonl')
let sms: SmsEndpoint
let client: SNSClient

beforeAll(async () => {
  sms = await startSms(outboxFile, {})
  client = new SNSClient({
    endpoint: sms.origin,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    requestHandler: { requestTimeout: 300, throwOnRequestTimeout: true },
  })
})
afterAll(async () => {
  client.destroy()
  await sms.stop()
})
beforeEach(() => sms.setFaults({}))

const publish = (PhoneNumber: string, Message = 'ແຈ້ງເຕືອນ') =>
  client.send(
    new PublishCommand({
      PhoneNumber,
      Message,
      MessageAttributes: { 'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'SIANG' } },
    }),
  )
const outbox = (phone: string) => readOutbox(outboxFile).filter((entry) => entry.phone === phone)

describe('the SNS endpoint', () => {
  test('answers the SDK with a message id that stands in the outbox', async () => {
    const { MessageId } = await publish('+8562055000001')

    expect(outbox('+8562055000001')).toMatchObject([
      {
        messageId: MessageId,
        text: 'ແຈ້ງເຕືອນ',
        senderId: 'SIANG',
        acceptedAtIso: expect.stringMatching(/Z$/),
      },
    ])
  })

  test.each([
    [400, 'Throttling', 'Throttling'],
    [429, 'Throttled', 'ThrottledException'],
    [400, 'OptedOut', 'OptedOutException'],
    [403, 'AuthorizationError', 'AuthorizationErrorException'],
    [500, 'InternalError', 'InternalErrorException'],
  ])('a fault of %i %s is the error %s of the SDK, and nothing is sent', async (status, code, name) => {
    const phone = `+85620551000${status}`
    await sms.setFaults({ faults: [{ phonePrefix: phone, status, code }] })

    await expect(publish(phone)).rejects.toMatchObject({ name })

    expect(outbox(phone)).toEqual([])
  })

  test('a number that cannot be one is refused', async () => {
    await expect(publish('+0')).rejects.toMatchObject({ name: 'InvalidParameterException' })
  })

  test('a hanging fault never answers, and may have sent nevertheless', async () => {
    await sms.setFaults({ faults: [{ phonePrefix: '+8562055200', hang: true, sendsAnyway: true }] })

    await expect(publish('+8562055200001')).rejects.toMatchObject({ name: 'TimeoutError' })

    expect(outbox('+8562055200001')).toHaveLength(1)
  })

  test('answers later where it is told to', async () => {
    await sms.setFaults({ latencyMs: 100 })
    const before = performance.now()

    await publish('+8562055300001')

    expect(performance.now() - before).toBeGreaterThan(95)
  })

  test('more than the rate is throttled', async () => {
    await sms.setFaults({ maxPerSecond: 5 })

    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_item, index) => publish(`+85620554000${String(index).padStart(2, '0')}`)),
    )

    const accepted = answers.filter(({ status }) => status === 'fulfilled').length
    expect(accepted).toBeGreaterThanOrEqual(5)
    expect(accepted).toBeLessThanOrEqual(10)
  })

  test('refuses settings that it does not know', async () => {
    const response = await fetch(`${sms.origin}/faults`, { method: 'PUT', body: '{"slow":true}' })

    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('slow')])
  })
})

describe('the wall of phones', () => {
  test('shows the SMS and tells the page of new ones', { timeout: 10_000 }, async () => {
    const abort = new AbortController()
    const events = await fetch(`${sms.origin}/phones/events`, { signal: abort.signal })
    let news = ''
    const reading = (async () => {
      for await (const chunk of events.body ?? []) news += Buffer.from(chunk).toString()
    })().catch(() => undefined)

    await publish('+8562055500001', 'ນ້ຳຖ້ວມ')
    const total = readOutbox(outboxFile).length
    await until(() => news.includes(`"total":${total}`))
    const cards = await (await fetch(`${sms.origin}/phones/cards?search=020 55500001`)).json()
    abort.abort()
    await reading

    expect(cards).toMatchObject({
      total,
      cards: [{ phone: '+8562055500001', messages: [{ text: 'ນ້ຳຖ້ວມ', parts: 1 }] }],
    })
  })

  test('is a page that loads nothing from elsewhere', async () => {
    const response = await fetch(`${sms.origin}/phones?lang=lo`)

    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).toContain('<html lang="lo">')
  })
})
