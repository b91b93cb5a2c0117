import { describe, expect, vi } from 'vitest'
import type { DispatchKey } from '../../../shared/domain/dispatch.ts'
import { createPaceStore } from '../../../shared/store/pace-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import {
  alertUsers,
  buildCommittee,
  issueAlert,
  readBoard,
  readVillage,
  villageWith,
} from '../../support/alert-samples.ts'
import { createAlertWorld, startOfTests, type AlertWorld } from '../../support/alert-world.ts'
import { withoutBudgets } from '../../support/budgets.ts'
import { it } from '../../support/world-test.ts'

const inSeconds = (seconds: number) => new Date(startOfTests + seconds * 1000).toISOString()

describe('an alert whose time has come', () => {
  it('hands nothing over any more, and shows who was not reached', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 3), villageWith('1308002', 2)])
    const alertId = await issueAlert(world, { expiresAtIso: inSeconds(600) })
    await world.worker.step()
    await world.worker.step()
    expect(world.phones.outbox).toHaveLength(2)
    world.time.nowMs = startOfTests + 600_000

    await world.drain()

    expect(world.phones.outbox).toHaveLength(2)
    expect((await readBoard(world, alertId)).totals).toMatchObject({ accepted: 2, expired: 3, pending: 0 })
  })

  it('is expired by the tick, also where every message was lost', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 3), villageWith('1309001', 2)])
    const alertId = await issueAlert(world, { areas: ['13'], expiresAtIso: inSeconds(600) })
    await world.worker.step()
    world.worker.loseAll()

    for (let ticks = 0; ticks < 4; ticks += 1) {
      // oxlint-disable-next-line no-await-in-loop -- the tick looks, and what it queued is worked off
      await world.tickAfter(601)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await world.drain()
    }

    const board = await readBoard(world, alertId)
    expect(board).toMatchObject({ state: 'expired', totals: { expired: 5, accepted: 0 } })
    expect(board.coverage).toEqual({ unreachable: 2 })
    expect(board.districts.filter(({ fannedOut }) => !fannedOut)).toEqual([])
    expect(world.phones.outbox).toEqual([])
    expect(world.worker.dead).toEqual([])
  })

  it('looks no more at what has expired', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    await issueAlert(world, { expiresAtIso: inSeconds(600) })
    world.worker.loseAll()

    for (let ticks = 0; ticks < 4; ticks += 1) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      await world.tickAfter(601)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await world.drain()
    }

    const due = await world.due.list(Math.floor(world.time.nowMs / 1000) + 999_999, 100)
    expect(withoutBudgets(due)).toEqual([])
  })

  it('tells villages that share a phone', async ({ world }) => {
    const [shared] = buildCommittee('1308001', 1)
    if (shared === undefined) throw new Error('a committee of one')
    await world.seedVillages([
      villageWith('1308001', 0, { members: [shared] }),
      villageWith('1308002', 0, { members: [shared] }),
    ])
    const alertId = await issueAlert(world, { expiresAtIso: inSeconds(600) })
    await world.worker.step()
    world.time.nowMs = startOfTests + 601_000

    await world.drain()

    expect((await readVillage(world, alertId, '1308002')).coverage).toBe('unreachable')
  })
})

const pacedWorld = async (
  tables: Parameters<typeof createPaceStore>[0],
  perSecond: number,
): Promise<AlertWorld> => {
  const world = createAlertWorld(
    { client: tables, stop: async () => {} },
    { pace: createPaceStore(tables, alertsTable.name, perSecond, 60) },
  )
  await world.seedUsers(alertUsers)
  return world
}

/** When each SMS of a village's dispatch was handed over, since the start, and how much of its lease was left then. */
const watch = (world: AlertWorld, key: DispatchKey) => {
  const times: number[] = []
  const leftMs: Promise<number>[] = []
  const { send } = world.phones.gateway
  vi.spyOn(world.phones.gateway, 'send').mockImplementation((sms) => {
    const { nowMs } = world.time
    times.push(nowMs - startOfTests)
    leftMs.push(world.dispatches.find(key).then((dispatch) => (dispatch?.lease?.endsAtEpochMs ?? 0) - nowMs))
    return send(sms)
  })
  return { times, leftMs }
}
const dispatchOf = (alertId: string): DispatchKey => ({
  alertId,
  version: 1,
  district: '1308',
  village: '1308001',
})

describe('a slow rate', () => {
  it('hands nothing over after the expiry, even where slots were reserved before it', async ({ tables }) => {
    const world = await pacedWorld(tables.client, 2)
    await world.seedVillages([villageWith('1308001', 20)])
    const alertId = await issueAlert(world, { expiresAtIso: inSeconds(5) })
    const { times, leftMs } = watch(world, dispatchOf(alertId))

    await world.drain()
    await Promise.all(leftMs)

    expect(Math.max(...times)).toBeLessThan(5_000)
    expect(times.length).toBeGreaterThanOrEqual(8)
    const { totals } = await readBoard(world, alertId)
    expect(totals.accepted + totals.expired).toBe(20)
    expect(totals.accepted).toBe(times.length)
  })

  it('publishes nothing near the end of a lease, and everyone in the end, once', async ({ tables }) => {
    const world = await pacedWorld(tables.client, 1)
    await world.seedVillages([villageWith('1308001', 40)])
    const alertId = await issueAlert(world)
    const { times, leftMs } = watch(world, dispatchOf(alertId))

    await world.drain()

    expect(times).toHaveLength(40)
    expect(Math.min(...(await Promise.all(leftMs)))).toBeGreaterThan(12_000)
    expect(new Set(world.phones.outbox.map(({ phone }) => phone)).size).toBe(40)
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(990)
    const { recipients } = await readVillage(world, alertId, '1308001')
    expect(recipients.some(({ possibleDuplicate }) => possibleDuplicate)).toBe(false)
  })
})
