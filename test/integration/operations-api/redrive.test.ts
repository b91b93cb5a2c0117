import { describe, expect } from 'vitest'
import { buildHandler as buildReceipts } from '../../../functions/receipts/build-handler.ts'
import { operationsRoutes } from '../../../shared/contracts/operations-routes.ts'
import { newKey } from '../../support/alert-samples.ts'
import { lambdaContext } from '../../support/http-event.ts'
import { fails, it, listQueue, redrive, send, villages } from '../../support/dead-letters.ts'

describe('redriving', () => {
  it('leaves what the queue did not take, and says so', async ({ operations }) => {
    await Promise.all(villages(3).map((village) => operations.bury('first', send(village))))
    const { first } = operations.deps.workQueues
    const refusing = async (body: string) => {
      if (body.includes('1308002')) throw new Error('the queue is down')
      await first(body)
    }
    Object.assign(operations.deps.workQueues, { first: refusing })

    const answer = await redrive(operations, { queue: 'first' })

    expect(answer).toMatchObject({ moved: 2, left: 1 })
    const { messages } = await listQueue(operations, 'first')
    expect(messages.map(({ village }) => village)).toEqual(['1308002'])
    expect(await operations.countIn('first')).toBe(2)
  })

  it('leaves in both places what could not be removed: nothing is lost', async ({ operations }) => {
    await operations.bury('first', send('1308001'))
    Object.assign(operations.deps.deadLetters.first, { remove: fails })

    const answer = await redrive(operations, { queue: 'first' })

    expect(answer).toMatchObject({ moved: 1, left: 1 })
    expect([await operations.countIn('first'), await operations.countDead('first')]).toEqual([1, 1])
  })

  it('does nothing for the same request again, and answers the same', async ({ operations }) => {
    const request = { user: 'national', body: { queue: 'first' as const }, headers: newKey() }
    await operations.bury('first', send('1308001'))

    const first = await operations.api.ok(operationsRoutes.redriveDeadLetters, request)
    await operations.bury('first', send('1308002'))
    const again = await operations.api.ok(operationsRoutes.redriveDeadLetters, request)
    const other = await operations.api.refused(operationsRoutes.redriveDeadLetters, {
      ...request,
      body: { queue: 'urgent' },
    })

    expect(again.body).toEqual(first.body)
    expect(await operations.countDead('first')).toBe(1)
    expect(other.code).toBe('idempotency-key-reused')
  })

  it('writes who did it, where and how much, and no body', async ({ operations }) => {
    const lines: unknown[] = []
    Object.assign(operations.deps.logger, { info: (...line: unknown[]) => lines.push(line) })
    await operations.bury('urgent', send('1308001', 2))

    await redrive(operations, { queue: 'urgent' })

    expect(lines).toEqual([['DEAD_LETTERS_REDRIVEN', { userId: 'national', queue: 'urgent', count: 1 }]])
  })
})

const record = (over: object) => ({
  version: '1.0',
  timestamp: '2026-07-23T05:00:00.000Z',
  requestContext: { functionArn: 'x', condition: 'RetriesExhausted', approximateInvokeCount: 3 },
  responseContext: { statusCode: 200, functionError: 'Unhandled' },
  responsePayload: { errorType: 'TableDownError', errorMessage: '+8562055123456' },
  ...over,
})

describe('calls that failed for good', () => {
  it('of receipts go back by way of their queue and are settled', async ({ world, operations }) => {
    const seen: string[] = []
    const receipts = buildReceipts({
      ...world.deps,
      readLog: (data) => {
        seen.push(data)
        return { receipts: [], unreadable: 0, unknownTexts: 0, parts: 0, costUsd: 0 }
      },
    })
    await operations.bury('receipts', record({ requestPayload: { awslogs: { data: 'H4sIAAAA' } } }))

    const { messages } = await listQueue(operations, 'receipts')
    const answer = await redrive(operations, { queue: 'receipts' })
    await operations.workOff('early-receipts', (event) => receipts(event, lambdaContext()))

    expect(messages).toMatchObject([
      {
        work: { kind: 'settle-receipts' },
        reason: { kind: 'failed', function: 'receipts', error: 'TableDownError' },
        failures: 3,
        lastFailedAtIso: '2026-07-23T12:00:00+07:00',
      },
    ])
    expect(JSON.stringify(messages)).not.toMatch(/H4sI|55123456/)
    expect(answer).toMatchObject({ moved: 1, left: 0 })
    expect(seen).toEqual(['H4sIAAAA'])
    expect(await operations.countIn('early-receipts')).toBe(0)
  })

  it('of tick are only taken away: the next minute does the work', async ({ operations }) => {
    await operations.bury('tick', record({ requestPayload: {} }))
    await operations.bury('tick', { 'detail-type': 'Scheduled Event', source: 'aws.events' })

    const { messages } = await listQueue(operations, 'tick')
    const answer = await redrive(operations, { queue: 'tick' })

    expect(messages.map(({ reason }) => `${reason.kind} ${reason.error}`).toSorted()).toEqual([
      'failed TableDownError',
      'not-run NotDelivered',
    ])
    expect(answer).toMatchObject({ moved: 2, left: 0 })
    expect(await operations.countDead('tick')).toBe(0)
  })
})
