import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toLetterView } from '../../../functions/operations-api/letter-view.ts'
import { readLetter } from '../../../functions/operations-api/read-letter.ts'
import { deadLetterView } from '../../../shared/contracts/dead-letters.ts'
import { deadLetterQueueNames, type DeadLetterQueueName } from '../../../shared/domain/dead-letter.ts'

const nothing = {
  alertId: null,
  version: null,
  district: null,
  village: null,
  importId: null,
  exportId: null,
}
const read = (queue: DeadLetterQueueName, body: unknown) => readLetter(queue, JSON.stringify(body))
const delivery = (village: string, alertId = 'alert-1') => ({
  alertId,
  version: 2,
  district: village.slice(0, 4),
  village,
  gatewayMessageId: 'g',
  recipientIndex: 0,
  attempt: 1,
})
const call = (condition: string, responsePayload?: object) => ({
  timestamp: '2026-07-23T05:00:00.000Z',
  requestContext: { condition, approximateInvokeCount: 2 },
  requestPayload: { awslogs: { data: 'H4sI' } },
  responsePayload,
})
const viewOf = (queue: DeadLetterQueueName, body: unknown) =>
  deadLetterView.parse(
    toLetterView(
      queue,
      { messageId: 'm', receives: 4, sentAtEpochMs: 0, errorCode: undefined, work: read(queue, body) },
      undefined,
    ),
  )

describe('a dead letter', () => {
  it('of early receipts names what all its deliveries share, and all their areas', () => {
    const deliveries = [delivery('1308001'), delivery('1308002')]

    expect(read('early-receipts', { schemaVersion: 1, deliveries })).toMatchObject({
      kind: 'settle-early-receipts',
      alertId: 'alert-1',
      version: 2,
      district: '1308',
      village: null,
      areas: ['1308001', '1308002'],
    })
  })

  it('of early receipts of two alerts names neither, and no version', () => {
    const deliveries = [delivery('1308001'), delivery('1308001', 'alert-2')]

    expect(read('early-receipts', { schemaVersion: 1, deliveries })).toMatchObject({
      alertId: null,
      version: null,
      village: '1308001',
    })
  })

  it('is read by the contract of its own queue only', () => {
    const job = { schemaVersion: 1, job: 'fan-out', alertId: 'a', version: 1, district: '1308' }

    expect(read('fan-out-urgent', job).kind).toBe('fan-out')
    expect(read('first', job).kind).toBe('unreadable')
  })

  it.each([
    ['first', { village: '0000001', wave: 1 }],
    ['fan-out-urgent', { job: 'fan-out' }],
  ] as const)('on %s of a notice names no place: only who has the whole country sees it', (queue, over) => {
    const body = { schemaVersion: 1, alertId: 'n-1', version: 1, district: '0000', ...over }

    expect(read(queue, body)).toEqual({ ...nothing, kind: 'notice', areas: [] })
  })

  it.each([
    ['first', { village: '1308001', wave: 1 }, ['1308001']],
    ['fan-out-urgent', { job: 'fan-out' }, ['1308']],
  ] as const)('on %s of a test SMS says so, to whoever has its place', (queue, over, areas) => {
    const body = { schemaVersion: 1, alertId: 't-1', version: 1, district: '1308', ...over }

    expect(read(queue, body)).toMatchObject({ kind: 'test-sms', areas, district: '1308' })
  })

  it.each([
    ['n-1', '0000001', null],
    ['t-1', '1308001', '1308001'],
  ])('names no alert where none stands over the SMS: receipts of %s', (alertId, village, named) => {
    const body = { schemaVersion: 1, deliveries: [delivery(village, alertId)] }

    expect(read('early-receipts', body)).toMatchObject({
      alertId: null,
      version: null,
      village: named,
      areas: [village],
    })
  })

  it('of receipts without the logs is unreadable: nothing could be put to work again', () => {
    expect(read('receipts', { ...call('RetriesExhausted'), requestPayload: {} }).kind).toBe('unreadable')
  })

  it.each([
    ['RetriesExhausted', { errorType: 'Sandbox.Timedout' }, 'failed', 'Sandbox.Timedout'],
    ['RetriesExhausted', undefined, 'no-answer', null],
    ['EventAgeExceeded', undefined, 'not-run', 'EventAgeExceeded'],
    ['RetriesExhausted', { errorType: 'no 020 55 123 456' }, 'failed', 'Error'],
  ])('of a call that ended with %s and %o says %s', (condition, payload, kind, error) => {
    expect(viewOf('receipts', call(condition, payload)).reason).toMatchObject({ kind, error })
  })

  it('of any body whatever can be listed, and its body is not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...deadLetterQueueNames), fc.json(), (queue, body) => {
        const view = viewOf(queue, { secret: 'SECRET', body })

        expect(view.unreadable).toBe(true)
        expect(JSON.stringify(view)).not.toContain('SECRET')
      }),
    )
  })
})
