import { describe, expect } from 'vitest'
import { issueAlert, phoneOf, readBoard, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { it } from '../../support/world-test.ts'

const codes = ['1308001', '1308002', '1309001', '1309002', '1401001']
const firsts = codes.map((code) => phoneOf(code, 0))
const seedAll = (world: AlertWorld) => world.seedVillages(codes.map((code) => villageWith(code, 3)))
const issue = async (world: AlertWorld): Promise<string> => {
  await world.seedUsers([
    { id: 'two-provinces', name: 'Two', roles: ['officer'], areas: ['13', '14'], status: 'active' },
  ])
  return issueAlert(world, { areas: ['1308', '1309', '1401'] }, 'two-provinces')
}
const order = (world: AlertWorld): string[] => world.phones.outbox.map(({ phone }) => phone)
const openedAt = async (world: AlertWorld, alertId: string) => {
  const version = await world.alerts.findVersion(alertId, 1)
  return (version?.secondWaveOpenedAtEpochSeconds ?? 0) - (version?.issuedAtEpochSeconds ?? 0)
}

describe('the second wave', () => {
  it('begins when every first contact of every district had its turn', async ({ world }) => {
    await seedAll(world)

    const alertId = await issue(world)
    await world.drain()

    expect(order(world).slice(0, 5).toSorted()).toEqual(firsts.toSorted())
    expect(order(world)).toHaveLength(15)
    expect((await readBoard(world, alertId, 'two-provinces')).state).toBe('completed')
  })

  it('waits for the last first contact, in whatever order work comes', async ({ world }) => {
    await seedAll(world)
    await issue(world)
    let turn = 0

    // Takes messages from the end and the middle, so that districts overtake each other.
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other
    while (await world.worker.stepAnywhere((count) => (turn += 7) % count)) if (turn > 2_000) break

    expect(order(world).slice(0, 5).toSorted()).toEqual(firsts.toSorted())
  })

  it('is not held by a first contact that is tried again', async ({ world }) => {
    await seedAll(world)
    const [slow = ''] = firsts
    world.phones.answer(slow, { kind: 'failed', code: 'Made' }, { kind: 'failed', code: 'Made' })

    await issue(world)
    await world.drain()

    expect(new Set(order(world)).size).toBe(15)
    expect(order(world)).toHaveLength(15)
  })

  it('waits for a first contact whose message was lost, until the barrier opens by time', async ({
    world,
  }) => {
    await seedAll(world)
    const alertId = await issue(world)
    for (let district = 0; district < 3; district += 1) {
      // oxlint-disable-next-line no-await-in-loop -- the fan-out of each district
      await world.worker.step()
    }
    world.lanes.first.sent.splice(0, 1)
    await world.drain()
    expect(order(world)).toHaveLength(4)

    await world.tickAfter(120)
    expect(await openedAt(world, alertId)).toBeLessThan(0)
    world.lanes.first.take()
    await world.tickAfter(120)
    world.lanes.first.take()
    await world.tickAfter(61)

    expect(await openedAt(world, alertId)).toBe(301)
    await world.drain()
    expect(new Set(order(world)).size).toBeGreaterThanOrEqual(14)
  })

  it('opens by time for districts that are fanned out later', async ({ world }) => {
    await seedAll(world)
    const alertId = await issue(world)
    const late = world.fanOut.urgent.sent.splice(0, 1)
    await world.drain()
    expect(order(world).length).toBeGreaterThan(0)

    await world.tickAfter(120)
    world.fanOut.urgent.take()
    await world.tickAfter(120)
    world.fanOut.urgent.take()
    await world.tickAfter(61)
    await world.drain()
    world.fanOut.urgent.sent.push(...late)
    await world.drain()

    expect(new Set(order(world)).size).toBe(15)
    expect(order(world)).toHaveLength(15)
    expect((await readBoard(world, alertId, 'two-provinces')).state).toBe('completed')
  })

  it('needs no first contact where no village has one', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1), villageWith('1309001', 0)])

    const alertId = await issueAlert(world, { areas: ['1308', '1309'] })
    await world.drain()

    expect((await readBoard(world, alertId)).state).toBe('completed')
    expect((await readBoard(world, alertId)).coverage).toEqual({ 'no-contact': 1, 'handed-over': 1 })
  })
})
