import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { buildApp } from 'fauxqs'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSqsQueue, type Queue } from '../../shared/queue/queue.ts'
import { createQueueClient } from '../../shared/store/clients.ts'
import { createMemoryQueue } from '../support/queues.ts'

type Message = { schemaVersion: 1; number: number }
/** A queue with a look at what is on it. */
type Looked = { queue: Queue<Message>; waiting: () => Promise<Message[]> }

const message = (number: number): Message => ({ schemaVersion: 1, number })
const many = (count: number): Message[] => Array.from({ length: count }, (_, index) => message(index))
const sorted = (messages: readonly Message[]) => messages.toSorted((a, b) => a.number - b.number)

const app = buildApp({ logger: false })
let endpoint: string
let queues = 0
beforeAll(async () => {
  // startFauxqs would listen on every interface.
  endpoint = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  app.server.closeAllConnections()
  await app.close()
})
beforeEach(() => {
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', endpoint)
  vi.stubEnv('AWS_REGION', 'ap-southeast-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
})

const receiveAll = async (client: SQSClient, queueUrl: string): Promise<Message[]> => {
  const found: Message[] = []
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until the queue shows no more
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
    )
    if (Messages.length === 0) return found
    found.push(...Messages.map(({ Body = '' }): Message => JSON.parse(Body)))
  }
}

/** The real client and adapter on a queue of fauxqs. */
const sqsQueue = async (): Promise<Looked> => {
  const client = createQueueClient()
  const name = `queue-${(queues += 1)}`
  await client.send(new CreateQueueCommand({ QueueName: name }))
  const queueUrl = `${endpoint}/000000000000/${name}`
  return { queue: createSqsQueue(client, queueUrl), waiting: () => receiveAll(client, queueUrl) }
}

const memoryQueue = async (): Promise<Looked> => {
  const { queue, sent } = createMemoryQueue<Message>()
  return {
    queue,
    waiting: async () => sent.filter(({ delaySeconds }) => delaySeconds === 0).map((one) => one.message),
  }
}

describe.each<[string, () => Promise<Looked>]>([
  ['SQS', sqsQueue],
  ['memory', memoryQueue],
])('a queue of %s', (_, create) => {
  it('takes nothing and is not troubled by it', async () => {
    const { queue, waiting } = await create()

    await queue.send([])

    expect(await waiting()).toEqual([])
  })

  it('keeps every message as it was, more than one request holds', async () => {
    const { queue, waiting } = await create()

    await queue.send(many(25))

    expect(sorted(await waiting())).toEqual(many(25))
  })

  it('shows a delayed message later', async () => {
    const { queue, waiting } = await create()

    await queue.send([message(1)], 60)
    await queue.send([message(2)])

    expect(await waiting()).toEqual([message(2)])
  })
})

describe('a queue that does not take everything', () => {
  it('is an error, also where the request itself went well', async () => {
    const client = createQueueClient()
    vi.spyOn(client, 'send').mockImplementation(async () => ({
      Successful: [],
      Failed: [{ Id: '0', Code: 'ServiceUnavailable', SenderFault: false }],
    }))

    const sending = createSqsQueue<Message>(client, `${endpoint}/000000000000/x`).send([
      message(1),
      message(2),
    ])

    await expect(sending).rejects.toThrow('1 of 2 messages were not queued: ServiceUnavailable')
  })

  it('is an error where there is no such queue', async () => {
    const queue = createSqsQueue<Message>(createQueueClient(), `${endpoint}/000000000000/nowhere`)

    await expect(queue.send([message(1)])).rejects.toThrow(/./)
  })

  it('is one in memory while it is broken', async () => {
    const { queue, state } = createMemoryQueue<Message>()
    state.broken = true

    await expect(queue.send([message(1)])).rejects.toThrow('the queue is down')
  })
})
