import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { issueAlert, phoneOf, readBoard, villageWith } from '../../support/alert-samples.ts'
import { startOfTests, type AlertWorld } from '../../support/alert-world.ts'
import { createPacedWorld, recover, timesSent } from '../../support/control.ts'
import { it } from '../../support/world-test.ts'

afterEach(() => vi.restoreAllMocks())

const codes = ['1308001', '1308002', '1309001']
const phones = codes.flatMap((code) => [0, 1, 2].map((member) => phoneOf(code, member)))
const once = phones.map(() => 1)
const body = { reason: 'A wrong text went out' }

const seedAndIssue = async (world: AlertWorld, over: Record<string, unknown> = {}): Promise<string> => {
  await world.seedVillages(codes.map((code) => villageWith(code, 3)))
  return issueAlert(world, { areas: ['1308', '1309'], ...over })
}
const stopAccount = (world: AlertWorld) => world.api.ok(alertRoutes.stopAccount, { user: 'admin', body })
const resumeAccount = (world: AlertWorld) => world.api.ok(alertRoutes.resumeAccount, { user: 'admin' })
const readStop = async (world: AlertWorld, user = 'officer') =>
  (await world.api.ok(alertRoutes.getEmergencyStop, { user })).body
const work = async (world: AlertWorld, batches: number): Promise<void> => {
  // oxlint-disable-next-line no-await-in-loop -- one batch after the other
  for (let done = 0; done < batches; done += 1) await world.worker.step()
}

describe('stopping the whole account', () => {
  it.for([1, 3, 6])(
    'at SMS %s silences it within two seconds; what waits goes on by itself when it is released',
    async (k, { tables }) => {
      const world = await createPacedWorld(tables, 4)
      const alertId = await seedAndIssue(world)
      const { send } = world.phones.gateway
      const times: number[] = []
      let stoppedAtMs = Infinity
      vi.spyOn(world.phones.gateway, 'send').mockImplementation(async (sms) => {
        if (times.push(world.time.nowMs) === k) {
          await stopAccount(world)
          stoppedAtMs = world.time.nowMs
        }
        return send(sms)
      })

      await work(world, 40)
      expect(Math.max(...times)).toBeLessThanOrEqual(stoppedAtMs + 2000)
      expect(times.length).toBeLessThan(phones.length)
      expect((await readBoard(world, alertId)).state).toBe('dispatching')

      await resumeAccount(world)
      await world.drain()

      expect(timesSent(world, phones)).toEqual(once)
      expect((await readBoard(world, alertId)).state).toBe('completed')
      expect(world.worker.dead).toEqual([])
    },
  )

  it('does not multiply what waits, nor open the second wave over firsts that may not go', async ({
    world,
  }) => {
    const alertId = await seedAndIssue(world)
    await stopAccount(world)
    await work(world, 5)

    // oxlint-disable-next-line no-await-in-loop -- minute after minute
    for (let minutes = 0; minutes < 30; minutes += 1) await world.tickAfter(60)

    expect(Object.values(world.lanes).flatMap(({ sent }) => sent)).toHaveLength(codes.length)
    expect((await world.alerts.findVersion(alertId, 1))?.secondWaveOpenedAtEpochSeconds).toBeUndefined()
    await resumeAccount(world)
    await world.drain()
    await recover(world, 2)
    expect(timesSent(world, phones)).toEqual(once)
  })

  it('gives first contacts their time anew from its release on', async ({ world }) => {
    const alertId = await seedAndIssue(world)
    const openedAt = async () => (await world.alerts.findVersion(alertId, 1))?.secondWaveOpenedAtEpochSeconds
    await stopAccount(world)
    await work(world, 5)
    // oxlint-disable-next-line no-await-in-loop -- minute after minute
    for (let minutes = 0; minutes < 10; minutes += 1) await world.tickAfter(60)

    await resumeAccount(world)
    await world.tickAfter(125)
    const soon = await openedAt()
    await world.tickAfter(125)
    await world.tickAfter(125)

    expect(soon).toBeUndefined()
    expect(await openedAt()).toBeDefined()
  })

  it('and losing every message meanwhile loses nobody', async ({ world }) => {
    await seedAndIssue(world)
    await work(world, 2)
    await stopAccount(world)
    world.worker.loseAll()
    await world.tickAfter(125)
    await resumeAccount(world)

    await recover(world, 10)

    expect(timesSent(world, phones)).toEqual(once)
  })

  it('holds an alert that is issued while it lasts, whose time may pass over it', async ({ world }) => {
    await stopAccount(world)
    const alertId = await seedAndIssue(world, {
      expiresAtIso: new Date(startOfTests + 600_000).toISOString(),
    })
    await work(world, 10)
    world.time.nowMs = startOfTests + 601_000

    await world.drain()
    await recover(world, 2)

    expect(await readBoard(world, alertId)).toMatchObject({
      accountStopped: true,
      totals: { expired: phones.length, accepted: 0 },
    })
    expect(world.phones.outbox).toEqual([])
  })
})

describe('the emergency stop', () => {
  it('is shown with who, why and since when; the first one stands until it is released', async ({
    world,
  }) => {
    expect(await readStop(world)).toEqual({ accountStopped: false, sinceIso: null, by: null, reason: null })
    const alertId = await seedAndIssue(world)
    await stopAccount(world)
    world.time.nowMs += 60_000
    const again = await world.api.ok(alertRoutes.stopAccount, {
      user: 'admin',
      body: { reason: 'Once more' },
    })

    const since = '2026-07-23T12:00:00+07:00'
    const shown = { accountStopped: true, sinceIso: since, by: 'admin', reason: body.reason }
    expect(again.body).toEqual(shown)
    expect(await readStop(world)).toEqual(shown)
    const onBoard = { accountStopped: true, accountStoppedSinceIso: since }
    expect(await readBoard(world, alertId)).toMatchObject(onBoard)
    const alert = await world.api.ok(alertRoutes.getAlert, { user: 'viewer', params: { alertId } })
    expect(alert.body).toMatchObject(onBoard)

    expect((await resumeAccount(world)).body.accountStopped).toBe(false)
    expect((await resumeAccount(world)).body.accountStopped).toBe(false)
    expect((await readBoard(world, alertId)).accountStopped).toBe(false)
  })

  it.for(['viewer', 'province'])(
    'is pulled and released by admins, and no more than seen by %s',
    async (user, { world }) => {
      const refusals = await Promise.all([
        world.api.refused(alertRoutes.stopAccount, { user, body }),
        world.api.refused(alertRoutes.resumeAccount, { user }),
      ])

      expect(refusals.map(({ code }) => code)).toEqual(['not-allowed', 'not-allowed'])
      expect((await readStop(world, user)).accountStopped).toBe(false)
    },
  )

  it('needs a reason, and is logged by its admin without it', async ({ world }) => {
    const warn = vi.spyOn(world.deps.logger, 'warn')
    const problem = await world.api.refused(alertRoutes.stopAccount, { user: 'admin', body: {} })
    await stopAccount(world)
    await resumeAccount(world)

    expect(problem.errors[0]?.path).toBe('body.reason')
    expect(warn.mock.calls).toEqual([
      ['ACCOUNT_STOPPED', { userId: 'admin' }],
      ['ACCOUNT_RESUMED', { userId: 'admin' }],
    ])
  })
})
