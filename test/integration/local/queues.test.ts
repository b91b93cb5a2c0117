import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type AwsJsonClient, createAwsJsonClient } from '../../../local/stores/aws-json-client.ts'
import { type Sample, startSample } from './start-sample.ts'
import { until } from './until.ts'

let sample: Sample
let sqs: AwsJsonClient

beforeAll(async () => {
  sample = await startSample()
  sqs = createAwsJsonClient(sample.run.endpoints.sqs, 'AmazonSQS', 'local')
})
afterAll(async () => {
  sqs.close()
  await sample.end()
})

const workSchema = z.looseObject({ count: z.number() })
const attributesSchema = z.object({ Attributes: z.record(z.string(), z.string()) })
const phone = (number: number) => `+8562055${String(number).padStart(6, '0')}`
const readWork = async (id: string) => {
  const response = await sample.call(`/tasks/${id}`)
  return response.status === 200 ? workSchema.parse(await response.json()) : undefined
}
const sendMany = async (queue: string, ids: readonly string[]) => {
  for (let start = 0; start < ids.length; start += 10) {
    const Entries = ids.slice(start, start + 10).map((id) => ({
      Id: id,
      MessageBody: JSON.stringify({ id, phone: phone(1), text: id }),
    }))
    await sqs.call('SendMessageBatch', { QueueUrl: sample.run.queueUrl(queue), Entries })
  }
}
const countIn = async (queue: string): Promise<number> => {
  const answer = await sqs.call('GetQueueAttributes', {
    QueueUrl: sample.run.queueUrl(queue),
    AttributeNames: ['All'],
  })
  const { Attributes } = attributesSchema.parse(answer)
  return (
    Number(Attributes['ApproximateNumberOfMessages']) +
    Number(Attributes['ApproximateNumberOfMessagesNotVisible'])
  )
}

describe('a queue with a function behind it', () => {
  test('a message sent by one function is worked on by the other', async () => {
    await sample.send({ id: 'one', phone: phone(1), text: 'ສະບາຍດີ' })

    const item = await until(() => readWork('one'))

    expect(item).toMatchObject({ count: 1, queue: 'Sample-test-WorkQueue' })
    expect(sample.run.outbox.read().map(({ text }) => text)).toContain('ສະບາຍດີ')
  })

  test('a poisoned message goes to the dead-letter queue and takes no other along', {
    timeout: 20_000,
  }, async () => {
    await sample.send({ poison: true })
    await sample.send({ id: 'beside', phone: phone(2), text: 'beside' })

    await until(async () => (await countIn('dead')) === 1, 15_000)

    expect(await countIn('work')).toBe(0)
    expect(await readWork('beside')).toMatchObject({ count: 1 })
  })

  test('two queues of one function are served side by side, each message once', {
    timeout: 30_000,
  }, async () => {
    const ids = Array.from({ length: 100 }, (_item, index) => `n${index}`)

    await Promise.all([
      sendMany(
        'work',
        ids.map((id) => `w-${id}`),
      ),
      sendMany(
        'urgent',
        ids.map((id) => `u-${id}`),
      ),
    ])
    await until(async () => (await countIn('work')) + (await countIn('urgent')) === 0, 20_000)

    const texts = sample.run.outbox
      .read()
      .map(({ text }) => text)
      .filter((text) => /^[wu]-/.test(text))
    expect([texts.length, new Set(texts).size]).toEqual([200, 200])
  })
})

test('a schedule calls its function with the event that EventBridge sends', async () => {
  await sample.run.fire('tick')
  await sample.run.fire('Rule')

  const item = await readWork('tick')

  expect(item).toMatchObject({ count: 2, event: { source: 'aws.events', 'detail-type': 'Scheduled Event' } })
})

test('only what is in the template goes out as SMS settings say: an error for one number stops no other', {
  timeout: 20_000,
}, async () => {
  await sample.run.setSmsFaults({
    faults: [{ phonePrefix: phone(66), status: 400, code: 'Throttling', times: 1 }],
  })
  await sample.send({ id: 'throttled', phone: phone(66), text: 'throttled' })
  await sample.send({ id: 'free', phone: phone(67), text: 'free' })

  await until(() => readWork('free'))
  await until(() => readWork('throttled'))

  expect(sample.run.outbox.read().filter(({ text }) => text === 'throttled')).toHaveLength(1)
})
