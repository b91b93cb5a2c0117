import { Logger } from '@aws-lambda-powertools/logger'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import {
  createQueueHandler,
  eachRecord,
  type BatchUseCase,
} from '../../../shared/middleware/queue-handler.ts'
import type { RecordFailures } from '../../../shared/domain/work-failure.ts'
import { lambdaContext } from '../../support/http-event.ts'
import { sqsEvent } from '../../support/queues.ts'

type Message = { schemaVersion: 1; name: string }
const schema: z.ZodType<Message> = z.object({ schemaVersion: z.literal(1), name: z.string() })
const logger = new Logger({ serviceName: 'test', logLevel: 'SILENT' })
const message = (name: string): Message => ({ schemaVersion: 1, name })
const run = (
  useCase: BatchUseCase<Message>,
  bodies: readonly unknown[],
  receives: number[] = [],
  recordFailures: RecordFailures = async () => {},
) =>
  createQueueHandler({ schema, useCase, logger, recordFailures })(
    sqsEvent(bodies, receives),
    lambdaContext(9_000),
  )
const failedOf = ({ batchItemFailures }: Awaited<ReturnType<typeof run>>) =>
  batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)

class TableDownError extends Error {
  override readonly name = 'TableDownError'
}

const fails =
  (recordId: string): BatchUseCase<Message> =>
  async () => [{ recordId, error: new TableDownError('said of +8562055123456') }]

const recorder = () => vi.fn<RecordFailures>(async () => {})

const refuse: RecordFailures = async () => {
  throw new Error('no table')
}

const broken = async () => {
  throw new Error('table is down')
}

describe('the stack of a queue function', () => {
  it('gives the use case parsed messages, told from redelivered ones, and the time that is left', async () => {
    const useCase = vi.fn<BatchUseCase<Message>>(async () => [])

    await run(useCase, [message('a'), message('b')], [1, 3])

    const [records, remainingMs] = useCase.mock.calls[0] ?? []
    expect(records).toEqual([
      { recordId: 'm0', message: message('a'), isRedelivered: false },
      { recordId: 'm1', message: message('b'), isRedelivered: true },
    ])
    expect(remainingMs?.()).toBe(9_000)
  })

  it('fails a body that does not parse alone', async () => {
    const useCase = vi.fn<BatchUseCase<Message>>(async () => [])

    const answer = await run(useCase, ['{', message('a'), { schemaVersion: 2, name: 'b' }])

    expect(failedOf(answer)).toEqual(['m0', 'm2'])
    expect(useCase.mock.calls[0]?.[0]).toHaveLength(1)
  })

  it('hands back what the use case could not do', async () => {
    expect(failedOf(await run(fails('m1'), [message('a'), message('b')]))).toEqual(['m1'])
  })

  it('throws where all failed, so that the error metric shows it', async () => {
    await expect(run(fails('m0'), [message('a')])).rejects.toThrow('all 1 records')
    await expect(run(async () => [], ['{'])).rejects.toThrow('all 1 records')
  })

  it('throws what the use case throws: the whole batch comes again', async () => {
    await expect(run(broken, [message('a'), message('b')])).rejects.toThrow('table is down')
  })
})

describe('the reasons of failures', () => {
  it('are recorded by message id, as names of errors without their words', async () => {
    const record = recorder()
    await run(fails('m1'), ['{', message('a'), message('b')], [], record)

    expect(record.mock.calls.map(([failures]) => failures)).toEqual([
      [
        { messageId: 'm0', errorName: 'UnreadableBody' },
        { messageId: 'm1', errorName: 'TableDownError' },
      ],
    ])
  })

  it('are recorded for every message of a batch that threw', async () => {
    const record = recorder()

    await expect(run(broken, [message('a'), message('b')], [], record)).rejects.toThrow('table is down')

    expect(record.mock.calls.map(([failures]) => failures)).toEqual([
      [
        { messageId: 'm0', errorName: 'Error' },
        { messageId: 'm1', errorName: 'Error' },
      ],
    ])
  })

  it('cost nothing where all goes well', async () => {
    const record = recorder()

    await run(async () => [], [message('a')], [], record)

    expect(record).not.toHaveBeenCalled()
  })

  it('that cannot be recorded fail no more than failed without them', async () => {
    expect(failedOf(await run(fails('m1'), [message('a'), message('b')], [], refuse))).toEqual(['m1'])
    await expect(run(broken, [message('a')], [], refuse)).rejects.toThrow('table is down')
  })

  it('are given up in time for the batch to be answered', async () => {
    const record = recorder()

    await expect(run(broken, [message('a')], [], record)).rejects.toThrow('table is down')

    expect(record.mock.calls[0]?.[1]).toBe(1_000)
  })

  it('never hold an error’s name that is none', async () => {
    const record = recorder()
    const odd = Object.assign(new Error('x'), { name: 'call +856 20 55 123 456' })

    await run(async () => [{ recordId: 'm1', error: odd }], [message('a'), message('b')], [], record)

    expect(record.mock.calls[0]?.[0]).toEqual([{ messageId: 'm1', errorName: 'Error' }])
  })
})

describe('eachRecord', () => {
  it('fails only the records that throw, and logs no body', async () => {
    const error = vi.spyOn(logger, 'error')
    const useCase = eachRecord<Message>(logger, async ({ name }) => {
      if (name === 'SECRET') throw new Error('broken')
    })

    const answer = await run(useCase, [message('a'), message('SECRET'), message('c')])

    expect(failedOf(answer)).toEqual(['m1'])
    expect(error).toHaveBeenCalledTimes(1)
    expect(JSON.stringify(error.mock.calls)).not.toContain('SECRET')
  })
})
