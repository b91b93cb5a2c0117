import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  createLogSubscriptions,
  type LogSubscriptions,
} from '../../../../local/triggers/log-subscriptions.ts'

const arn = 'arn:aws:lambda:local:000000000000:function:receipts'
const event = z.object({
  awslogs: z.object({
    data: z
      .string()
      .transform((data): unknown => JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString())),
  }),
})
const batch = z.object({
  messageType: z.literal('DATA_MESSAGE'),
  logGroup: z.string(),
  logEvents: z.array(z.object({ message: z.string() })),
})

const started: LogSubscriptions[] = []
const start = () => {
  const batches: z.infer<typeof batch>[] = []
  const logs = createLogSubscriptions({
    subscriptions: [{ logicalId: 'Filter', LogGroupName: 'read', DestinationArn: arn, FilterPattern: '' }],
    stack: { functions: [{ arn, name: 'receipts' }], queues: [], invokeConfigs: [] },
    poolOf: () => ({
      invoke: (given) => {
        batches.push(batch.parse(event.parse(given).awslogs.data))
        return Promise.resolve({ kind: 'answered', json: 'null' })
      },
    }),
    sqs: { call: () => Promise.resolve({}) },
    nowMs: () => 0,
    log: () => undefined,
  })
  started.push(logs)
  return { logs, batches }
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((logs) => logs.stop()))
})

describe('lines of a log', () => {
  test('come to the function that subscribes, many in a batch, gzipped and in base64', async () => {
    const { logs, batches } = start()

    for (const line of ['a', 'b', 'c']) logs.write('read', line)
    await sleep(200)

    expect(batches.map(({ logEvents }) => logEvents.map(({ message }) => message))).toEqual([['a', 'b', 'c']])
    expect(batches[0]?.logGroup).toBe('read')
  })

  test('come in several batches where they are many', async () => {
    const { logs, batches } = start()

    for (let line = 0; line < 501; line += 1) logs.write('read', String(line))
    await sleep(200)

    expect(batches.map(({ logEvents }) => logEvents.length)).toEqual([500, 1])
  })

  test('that nobody subscribes to are dropped, and so is what comes after the end', async () => {
    const { logs, batches } = start()

    logs.write('unread', 'a')
    await logs.stop()
    logs.write('read', 'b')
    await sleep(200)

    expect(batches).toEqual([])
  })
})
