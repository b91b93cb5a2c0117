import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { operationsRoutes } from '../../shared/contracts/operations-routes.ts'
import { startSiang, until, type Siang } from './support/siang.ts'

let siang: Siang
let queues: SQSClient
beforeAll(async () => {
  siang = await startSiang()
  queues = new SQSClient({
    endpoint: siang.endpoints.sqs,
    region: 'local',
    useQueueUrlAsEndpoint: false,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
})
afterAll(async () => {
  queues.destroy()
  await siang.end()
})

it('dead letters of every queue of the template can be listed, and redriven to the function that works them off', async () => {
  const admin = await siang.signIn('admin')
  const job = { schemaVersion: 1, job: 'open-second-wave', alertId: 'gone', version: 1, district: '1308' }
  await queues.send(
    new SendMessageCommand({
      QueueUrl: siang.queueUrl('fan-out-urgent-dead'),
      MessageBody: JSON.stringify(job),
    }),
  )

  const before = await admin(operationsRoutes.listDeadLetters)
  const answer = await admin(operationsRoutes.redriveDeadLetters, { body: { queue: 'fan-out-urgent' } })
  await until(
    async () => siang.invocations('fan-out'),
    (calls) => calls > 0,
    20,
  )
  const after = await admin(operationsRoutes.listDeadLetters)

  const waiting = before.queues.map(({ queue, messages }) => [queue, messages.length])
  expect(Object.fromEntries(waiting)).toEqual({
    first: 0,
    'fan-out-urgent': 1,
    urgent: 0,
    'fan-out-routine': 0,
    routine: 0,
    receipts: 0,
    'early-receipts': 0,
    imports: 0,
    tick: 0,
  })
  expect(before.queues.flatMap(({ messages }) => messages)).toMatchObject([
    { work: { kind: 'open-second-wave' }, district: '1308', reason: { kind: 'no-answer' } },
  ])
  expect(answer).toEqual({ queue: 'fan-out-urgent', moved: 1, left: 0, notFound: [] })
  expect(after.queues.every(({ messages }) => messages.length === 0)).toBe(true)
})
