import { Logger } from '@aws-lambda-powertools/logger'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import {
  createQueueHandler,
  eachRecord,
  type BatchUseCase,
} from '../../../shared/middleware/queue-handler.ts'
import { lambdaContext } from '../../support/http-event.ts'
import { sqsEvent } from '../../support/queues.ts'

type Message = { schemaVersion: 1; name: string }
const schema: z.ZodType<Message> = z.object({ schemaVersion: z.literal(1), name: z.string() })
const logger = new Logger({ serviceName: 'test', logLevel: 'SILENT' })
const message = (name: string): Message => ({ schemaVersion: 1, name })
const run = (useCase: BatchUseCase<Message>, bodies: readonly unknown[], receives: number[] = []) =>
  createQueueHandler({ schema, useCase, logger })(sqsEvent(bodies, receives), lambdaContext(9_000))
const failedOf = ({ batchItemFailures }: Awaited<ReturnType<typeof run>>) =>
  batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)

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
    expect(failedOf(await run(async () => ['m1'], [message('a'), message('b')]))).toEqual(['m1'])
  })

  it('throws where all failed, so that the error metric shows it', async () => {
    await expect(run(async () => ['m0'], [message('a')])).rejects.toThrow('all 1 records')
    await expect(run(async () => [], ['{'])).rejects.toThrow('all 1 records')
  })

  it('throws what the use case throws: the whole batch comes again', async () => {
    await expect(run(broken, [message('a'), message('b')])).rejects.toThrow('table is down')
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
