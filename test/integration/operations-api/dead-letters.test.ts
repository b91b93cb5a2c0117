import { describe, expect } from 'vitest'
import { buildHandler as buildFanOut } from '../../../functions/fan-out/build-handler.ts'
import { operationsRoutes } from '../../../shared/contracts/operations-routes.ts'
import { createFailureLog } from '../../../shared/store/failure-store.ts'
import { rosterTable } from '../../../shared/tables.ts'
import { issueAlert, newKey, readBoard, villageWith } from '../../support/alert-samples.ts'
import { lambdaContext } from '../../support/http-event.ts'
import { fails, it, list, listQueue, redrive, send, villages } from '../../support/dead-letters.ts'

describe('work that failed for good', () => {
  it('is listed with its reason, redriven, and done', async ({ world, operations }) => {
    await world.seedVillages([villageWith('1308001', 3)])
    const alertId = await issueAlert(world)
    const [job] = world.fanOut.urgent.take()
    const broken = buildFanOut({ ...world.deps, villages: { ...world.deps.villages, listDistrict: fails } })
    const messageId = await operations.send('fan-out-urgent', job)

    await operations.workOff('fan-out-urgent', (event) => broken(event, lambdaContext()))
    const { waiting, messages } = await listQueue(operations, 'fan-out-urgent')
    const moved = await redrive(operations, { queue: 'fan-out-urgent' })
    await operations.workOff('fan-out-urgent', (event) => world.handlers.fanOut(event, lambdaContext()))

    expect(waiting).toBe(1)
    expect(messages).toMatchObject([
      {
        messageId,
        work: { kind: 'fan-out' },
        alertId,
        version: 1,
        district: '1308',
        village: null,
        reason: { kind: 'failed', function: 'fan-out', error: 'TableDownError' },
        failures: 2,
        firstFailedAtIso: '2026-07-23T12:00:00+07:00',
        lastFailedAtIso: '2026-07-23T12:00:00+07:00',
        unreadable: false,
      },
    ])
    expect(moved).toEqual({ queue: 'fan-out-urgent', moved: 1, left: 0, notFound: [] })
    expect(await operations.countDead('fan-out-urgent')).toBe(0)
    expect((await readBoard(world, alertId)).villages.map(([code]) => code)).toEqual(['1308001'])
  })

  it('says that nobody answered where the function was killed over it', async ({ operations }) => {
    await operations.send('first', send('1308001'))

    await operations.workOff('first', async () => {
      throw new Error('killed before it could write a word')
    })
    const { messages } = await listQueue(operations, 'first')

    expect(messages).toMatchObject([
      {
        work: { kind: 'send-first-wave' },
        village: '1308001',
        reason: {
          kind: 'no-answer',
          error: null,
          en: 'No answer: send-sms ended or timed out while it worked on it',
        },
        failures: null,
        firstFailedAtIso: null,
      },
    ])
  })

  it('of an import is told by the table of the roster', async ({ tables, operations }) => {
    const messageId = await operations.bury('imports', {
      schemaVersion: 1,
      job: 'plan',
      importId: 'import-1',
    })
    const log = createFailureLog(tables.client, rosterTable.name, 'roster-import', { nowMs: () => 0 })
    await log([{ messageId, errorName: 'NoSuchKey' }], 1_000)

    const { messages } = await listQueue(operations, 'imports')

    expect(messages).toMatchObject([
      { work: { kind: 'plan-import' }, importId: 'import-1', reason: { kind: 'failed', error: 'NoSuchKey' } },
    ])
  })
})

describe('listing', () => {
  it('takes nothing away and leaves everything to be seen at once', async ({ operations }) => {
    await Promise.all(villages(25).map((village) => operations.bury('first', send(village))))

    const first = await listQueue(operations, 'first')
    const second = await listQueue(operations, 'first')

    const ids = new Set(first.messages.map(({ messageId }) => messageId))
    expect(ids.size).toBe(25)
    expect(new Set(second.messages.map(({ messageId }) => messageId))).toEqual(ids)
    expect(await operations.countDead('first')).toBe(25)
  })

  it('shows all to two who list at once, or says that more is there', async ({ operations }) => {
    await Promise.all(villages(40).map((village) => operations.bury('routine', send(village))))

    const lists = await Promise.all([list(operations), list(operations)])

    for (const { queues, truncated } of lists) {
      const found = queues.find(({ queue }) => queue === 'routine')
      const distinct = new Set(found?.messages.map(({ messageId }) => messageId)).size
      expect(found?.waiting).toBe(40)
      expect(distinct).toBe(found?.messages.length)
      expect(truncated).toBe(distinct < 40)
    }
    expect((await listQueue(operations, 'routine')).messages).toHaveLength(40)
  })

  it('stops at 100, the most urgent first', { timeout: 20_000 }, async ({ operations }) => {
    await Promise.all([
      ...villages(70).map((village) => operations.bury('routine', send(village))),
      ...villages(60).map((village) => operations.bury('first', send(village))),
    ])

    const { queues, truncated } = await list(operations)

    const counts = queues.flatMap(({ queue, waiting, messages }) =>
      waiting > 0 ? [[queue, waiting, messages.length]] : [],
    )
    expect(counts).toEqual([
      ['first', 60, 60],
      ['routine', 70, 40],
    ])
    expect(truncated).toBe(true)
  })
})

describe('areas and roles', () => {
  it('show and move to an admin of one district what lies in it, and nothing else', async ({
    operations,
  }) => {
    const own = await operations.bury('urgent', send('1308001', 2))
    const foreign = await operations.bury('urgent', send('1309001', 2))
    await operations.bury('urgent', 'nonsense')
    await operations.bury('imports', { schemaVersion: 1, job: 'export', exportId: 'e-1' })

    const listed = await list(operations, 'of-1308')
    const byId = await redrive(operations, { queue: 'urgent', messageIds: [foreign] }, 'of-1308')
    const all = await redrive(operations, { queue: 'urgent' }, 'of-1308')

    expect(
      listed.queues.flatMap(({ messages, waiting }) => messages.map(({ messageId }) => [messageId, waiting])),
    ).toEqual([[own, 1]])
    expect(byId).toEqual({ queue: 'urgent', moved: 0, left: 1, notFound: [foreign] })
    expect(all).toEqual({ queue: 'urgent', moved: 1, left: 0, notFound: [] })
    expect([await operations.countDead('urgent'), await operations.countIn('urgent')]).toEqual([2, 1])
  })

  it('keep out who is no admin, whatever their areas', async ({ operations }) => {
    const refused = await Promise.all([
      operations.api.refused(operationsRoutes.listDeadLetters, { user: 'officer-la' }),
      operations.api.refused(operationsRoutes.redriveDeadLetters, {
        user: 'officer-la',
        body: { queue: 'first' },
        headers: newKey(),
      }),
    ])

    expect(refused.map(({ code }) => code)).toEqual(['not-allowed', 'not-allowed'])
  })
})

describe('a body that nobody can read', () => {
  it('is listed without a word of it, and moved only by its id', async ({ operations }) => {
    const poison = await operations.bury('first', '{ "phone": "+8562055123456"')
    await operations.bury('first', send('1308001'))

    const { messages } = await listQueue(operations, 'first')
    const all = await redrive(operations, { queue: 'first' })
    const named = await redrive(operations, { queue: 'first', messageIds: [poison, 'not-there'] })

    expect(messages.find(({ messageId }) => messageId === poison)).toMatchObject({
      unreadable: true,
      work: { kind: 'unreadable' },
      reason: { kind: 'unreadable' },
      alertId: null,
    })
    expect(JSON.stringify(messages)).not.toContain('55123456')
    expect(all).toEqual({ queue: 'first', moved: 1, left: 1, notFound: [] })
    expect(named).toEqual({ queue: 'first', moved: 1, left: 0, notFound: ['not-there'] })
  })
})
