import { describe, expect } from 'vitest'
import { maxAttempts } from '../../../shared/domain/after-send.ts'
import type { SendOutcome } from '../../../shared/gateway/sms-gateway.ts'
import { issueAlert, phoneOf, readBoard, readVillage, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { it } from '../../support/world-test.ts'

const village = '1308001'
const first = phoneOf(village, 0)
const second = phoneOf(village, 1)
const rejected: SendOutcome = { kind: 'rejected', code: 'InvalidParameterException' }
const failed: SendOutcome = { kind: 'failed', code: 'ServiceUnavailable' }
const unknown: SendOutcome = { kind: 'unknown', code: 'TimeoutError' }
const throttled: SendOutcome = { kind: 'throttled', code: 'Throttling' }

const sentTo = (world: AlertWorld, phone: string): number =>
  world.phones.outbox.filter((sms) => sms.phone === phone).length
const recipientsAfter = async (world: AlertWorld, over: Parameters<typeof issueAlert>[1] = {}) => {
  await world.seedVillages([villageWith(village, 3)])
  const alertId = await issueAlert(world, over)
  await world.drain()
  return { alertId, recipients: (await readVillage(world, alertId, village)).recipients }
}
const routine = { kind: 'preparedness', level: 'prepare' } as const

describe('what the gateway says of one number', () => {
  it('never stops the others', async ({ world }) => {
    await world.seedVillages([villageWith(village, 4), villageWith('1308002', 4)])
    for (const phone of [second, phoneOf('1308002', 0), phoneOf('1308002', 3)]) {
      world.phones.answer(phone, rejected)
    }

    const alertId = await issueAlert(world)
    await world.drain()

    expect((await readBoard(world, alertId)).totals).toMatchObject({ accepted: 5, rejected: 3, pending: 0 })
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })

  it.for([rejected, { kind: 'opted-out', code: 'OptedOutException' } as const])(
    'where the first contact is $kind, the next member takes its place at once',
    async (outcome, { world }) => {
      world.phones.answer(first, outcome)

      const { recipients } = await recipientsAfter(world)

      expect(recipients).toMatchObject([
        { wave: 1, state: 'rejected', attempts: 1, reason: outcome.code },
        { wave: 1, state: 'accepted' },
        { wave: 2, state: 'accepted' },
      ])
      expect(world.phones.outbox[0]?.phone).toBe(second)
    },
  )

  it('holds the second wave of all villages until the one who took over was tried', async ({ world }) => {
    await world.seedVillages([villageWith(village, 3), villageWith('1309001', 2)])
    world.phones.answer(first, rejected)

    await issueAlert(world, { areas: ['13'] })
    await world.drain()

    const order = world.phones.outbox.map(({ phone }) => phone)
    expect(order.slice(0, 2).toSorted()).toEqual([second, phoneOf('1309001', 0)].toSorted())
  })

  it('throttling spends no attempt and is tried until it goes through', async ({ world }) => {
    world.phones.answer(first, ...Array.from({ length: 12 }, () => throttled))

    const { recipients } = await recipientsAfter(world)

    expect(recipients[0]).toMatchObject({ state: 'accepted', attempts: 1, reason: null })
    expect(sentTo(world, first)).toBe(1)
  })

  it('a failure is tried again after longer and longer waits', async ({ world }) => {
    world.phones.answer(first, failed, failed, failed)
    const startedAt = world.time.nowMs

    const { recipients } = await recipientsAfter(world)

    expect(recipients[0]).toMatchObject({ state: 'accepted', attempts: 4, possibleDuplicate: false })
    expect(world.time.nowMs - startedAt).toBeGreaterThanOrEqual(7_000)
  })

  it('a failure that does not end is rejected, visibly, and passes the place on', async ({ world }) => {
    world.phones.answer(first, ...Array.from({ length: maxAttempts + 3 }, () => failed))

    const { recipients } = await recipientsAfter(world)

    expect(recipients[0]).toMatchObject({
      state: 'rejected',
      attempts: maxAttempts,
      reason: 'gave-up:ServiceUnavailable',
    })
    expect(recipients[1]).toMatchObject({ state: 'accepted', wave: 1 })
  })
})

describe('where nobody knows whether an SMS went out', () => {
  it('an urgent one is sent once more and marked', async ({ world }) => {
    world.phones.answer(first, unknown)

    const { alertId, recipients } = await recipientsAfter(world)

    expect(recipients[0]).toMatchObject({ state: 'accepted', attempts: 2, possibleDuplicate: true })
    expect(sentTo(world, first)).toBe(2)
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })

  it('an urgent one that stays unknown is in doubt, and never sent a third time', async ({ world }) => {
    world.phones.answer(first, unknown, unknown)

    const { alertId, recipients } = await recipientsAfter(world)
    await world.tickAfter(130)
    await world.tickAfter(600)
    await world.drain()

    expect(recipients[0]).toMatchObject({ state: 'in-doubt', attempts: 2, possibleDuplicate: true })
    expect(sentTo(world, first)).toBe(2)
    expect((await readBoard(world, alertId)).state).toBe('dispatching')
  })

  it('a routine one waits for a person, and the version does not complete', async ({ world }) => {
    world.phones.answer(first, unknown)

    const { alertId, recipients } = await recipientsAfter(world, routine)
    await world.tickAfter(130)
    await world.drain()

    expect(recipients.map(({ state }) => state)).toEqual(['in-doubt', 'accepted', 'accepted'])
    expect(recipients[0]).toMatchObject({ attempts: 1, possibleDuplicate: false })
    expect(sentTo(world, first)).toBe(1)
    expect((await readBoard(world, alertId)).state).toBe('dispatching')
  })

  it('a version that only waits for doubts is expired at its time', async ({ world }) => {
    world.phones.answer(first, unknown)
    const { alertId } = await recipientsAfter(world, routine)

    await world.tickAfter(130)
    await world.tickAfter(25 * 3600)

    expect((await readBoard(world, alertId)).state).toBe('expired')
  })
})

describe('the lanes', () => {
  it('carry an urgent alert in first and urgent, a routine one in routine alone', async ({ world }) => {
    await world.seedVillages([villageWith(village, 2)])
    await issueAlert(world)
    await world.worker.step()
    expect([world.lanes.first.sent.length, world.lanes.urgent.sent.length]).toEqual([1, 0])
    await world.worker.step()
    await world.worker.step()
    expect([world.lanes.first.sent.length, world.lanes.urgent.sent.length]).toEqual([0, 1])
    await world.drain()

    await issueAlert(world, routine)
    await world.worker.step()
    expect([world.lanes.first.sent.length, world.lanes.routine.sent.length]).toEqual([0, 1])
    await world.drain()

    expect(world.phones.outbox.map(({ purpose }) => purpose)).toEqual([
      'urgent',
      'urgent',
      'routine',
      'routine',
    ])
  })
})
