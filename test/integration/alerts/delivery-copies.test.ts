import { afterEach, describe, expect, vi } from 'vitest'
import { issueAlert, phoneOf, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { failOnce } from '../../support/fail-once.ts'
import { lambdaContext } from '../../support/http-event.ts'
import { sqsEvent } from '../../support/queues.ts'
import { it } from '../../support/world-test.ts'

afterEach(() => vi.restoreAllMocks())

describe('copies of a message in one batch', () => {
  it('are dropped: put back, they would fill the queue with copies of copies', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 3)])
    await issueAlert(world)
    await world.worker.step()
    const [first] = world.lanes.first.sent
    if (first === undefined) throw new Error('nothing was queued')
    world.lanes.first.sent.push(...Array.from({ length: 8 }, () => ({ ...first })))

    await world.worker.step()

    expect(world.phones.outbox).toHaveLength(1)
    expect(world.lanes.first.sent).toEqual([])
    await world.drain()
    expect(world.phones.outbox).toHaveLength(3)
  })
})

const recordOf = async (world: AlertWorld) => {
  const message = world.lanes.first.sent[0]?.message
  if (message === undefined) throw new Error('nothing was queued')
  return message
}

describe('what a sender settled and died before it told the index', () => {
  it('is told by whoever gets its message again, though a fresh copy stands before it in the batch', async ({
    world,
  }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    await issueAlert(world)
    await world.worker.step()
    const message = await recordOf(world)
    failOnce(world.deps.smsIndex, 'put')
    await expect(world.handlers.sendSms(sqsEvent([message]), lambdaContext())).rejects.toThrow('all 1')

    await world.handlers.sendSms(sqsEvent([message, message], [1, 2]), lambdaContext())

    expect(await world.smsIndex.findMany(['gateway-1'])).toHaveLength(1)
  })

  it('is told though others of the same wave wait for another attempt', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 3)])
    const [, second = '', third = ''] = [0, 1, 2].map((member) => phoneOf('1308001', member))
    world.phones.answer(third, { kind: 'throttled', code: 'Throttling' })
    await issueAlert(world)
    await world.worker.step()
    await world.worker.step()
    await world.worker.step()
    const message = world.lanes.urgent.sent[0]?.message
    failOnce(world.deps.smsIndex, 'put')
    await expect(world.handlers.sendSms(sqsEvent([message]), lambdaContext())).rejects.toThrow('all 1')
    const index = world.phones.outbox.findIndex(({ phone }) => phone === second)

    await world.handlers.sendSms(sqsEvent([message], [2]), lambdaContext())

    expect(index).toBe(1)
    expect(await world.smsIndex.findMany(['gateway-1', 'gateway-2', 'gateway-3'])).toHaveLength(3)
  })
})
