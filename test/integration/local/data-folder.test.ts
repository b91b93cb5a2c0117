import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { logIn } from '../../../local/log-in.ts'
import { startLocal } from '../../../local/run.ts'
import { readOutbox } from '../../../local/sns/outbox.ts'
import { createAwsJsonClient } from '../../../local/stores/aws-json-client.ts'
import { isAlive } from '../../../local/stores/processes.ts'
import { newFolder } from './new-folder.ts'
import { bundleSample, writeAssembly } from './sample-assembly.ts'
import { until } from './until.ts'

const startedSchema = z.object({
  origin: z.string(),
  issuerOrigin: z.string(),
  endpoints: z.object({ sqs: z.string() }),
  workQueueUrl: z.string(),
})
type Started = z.infer<typeof startedSchema>

const script = fileURLToPath(new URL('run-sample.ts', import.meta.url))
const children: ChildProcess[] = []
let assemblyFolder: string

beforeAll(() => {
  assemblyFolder = writeAssembly(bundleSample())
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
})

const startRunner = async (dataFolder: string): Promise<{ child: ChildProcess; started: Started }> => {
  const child = spawn(process.execPath, [script, assemblyFolder, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line]: unknown[] = await once(child.stdout, 'data')
  return { child, started: startedSchema.parse(JSON.parse(String(line))) }
}
const kill = async (child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') => {
  child.kill(signal)
  await once(child, 'exit')
}
const childPids = (dataFolder: string) =>
  z
    .object({ childPids: z.array(z.number()) })
    .parse(JSON.parse(readFileSync(join(dataFolder, 'owner.json'), 'utf8'))).childPids
const send = async ({ endpoints, workQueueUrl }: Started, messages: object[]) => {
  const sqs = createAwsJsonClient(endpoints.sqs, 'AmazonSQS', 'local')
  for (const message of messages) {
    await sqs.call('SendMessage', { QueueUrl: workQueueUrl, MessageBody: JSON.stringify(message) })
  }
  sqs.close()
}
const work = async ({ origin, issuerOrigin }: Started, id: string) => {
  const { accessToken } = await logIn(issuerOrigin, 'admin')
  const response = await fetch(`${origin}/tasks/${id}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  return response.status
}

describe('the data folder of a local run', () => {
  test('has everything again after a clean stop', { timeout: 30_000 }, async () => {
    const dataFolder = newFolder('data')
    const first = await startRunner(dataFolder)
    await send(first.started, [{ id: 'kept', phone: '+8562055000001', text: 'kept' }])
    await until(async () => (await work(first.started, 'kept')) === 200)
    await kill(first.child, 'SIGTERM')

    const second = await startRunner(dataFolder)

    expect([first.child.exitCode, await work(second.started, 'kept')]).toEqual([0, 200])
    expect(readOutbox(join(dataFolder, 'outbox.jsonl'))).toHaveLength(1)
  })

  test('survives SIGKILL in mid-work: stores end, messages come back, everything is done', {
    timeout: 60_000,
  }, async () => {
    const dataFolder = newFolder('data')
    const first = await startRunner(dataFolder)
    const ids = Array.from({ length: 40 }, (_item, index) => `k${index}`)
    await send(
      first.started,
      ids.map((id) => ({ id, phone: '+8562055000001', text: id, waitMs: 20 })),
    )
    await until(() => readOutbox(join(dataFolder, 'outbox.jsonl')).length >= 5)
    const stores = childPids(dataFolder)

    await kill(first.child, 'SIGKILL')
    const sent = readOutbox(join(dataFolder, 'outbox.jsonl')).length
    const second = await startRunner(dataFolder)
    await until(
      () => new Set(readOutbox(join(dataFolder, 'outbox.jsonl')).map(({ text }) => text)).size === ids.length,
      30_000,
    )

    expect(sent).toBeLessThan(ids.length)
    expect(stores.filter(isAlive)).toEqual([])
    for (const id of ids.slice(0, 3)) await until(async () => (await work(second.started, id)) === 200)
  })

  test('is refused to a second process, which is told whose it is', { timeout: 20_000 }, async () => {
    const dataFolder = newFolder('data')
    const { child } = await startRunner(dataFolder)

    await expect(startLocal({ assemblyFolder, dataFolder })).rejects.toThrow(
      `is in use by process ${child.pid}`,
    )
  })

  test('is refused to a template whose tables have other keys, with what to do', {
    timeout: 20_000,
  }, async () => {
    const dataFolder = newFolder('data')
    const run = await startLocal({ assemblyFolder, dataFolder, schedules: false })
    await run.stop()
    const changed = writeAssembly(bundleSample(), (resources) => {
      Object.assign(resources['Table']?.Properties ?? {}, { GlobalSecondaryIndexes: [] })
    })

    await expect(startLocal({ assemblyFolder: changed, dataFolder })).rejects.toThrow(
      /other keys or indexes[^]*delete it/,
    )
  })

  test('takes a changed setting of a queue over', { timeout: 20_000 }, async () => {
    const dataFolder = newFolder('data')
    const run = await startLocal({ assemblyFolder, dataFolder, schedules: false })
    await run.stop()
    const changed = writeAssembly(bundleSample(), (resources) => {
      Object.assign(resources['WorkQueue']?.Properties ?? {}, { VisibilityTimeout: 7 })
    })

    const again = await startLocal({ assemblyFolder: changed, dataFolder, schedules: false })
    const sqs = createAwsJsonClient(again.endpoints.sqs, 'AmazonSQS', 'local')
    const answer = await sqs.call('GetQueueAttributes', {
      QueueUrl: again.queueUrl('work'),
      AttributeNames: ['All'],
    })
    sqs.close()
    await again.stop()

    expect(answer).toMatchObject({ Attributes: { VisibilityTimeout: '7' } })
  })
})

test('a port that is taken is named', async () => {
  const run = await startLocal({ assemblyFolder, dataFolder: newFolder('data'), schedules: false })
  const port = Number(new URL(run.origin).port)

  await expect(startLocal({ assemblyFolder, dataFolder: newFolder('data'), port })).rejects.toThrow(
    `Port ${port} is taken`,
  )

  await run.stop()
})
