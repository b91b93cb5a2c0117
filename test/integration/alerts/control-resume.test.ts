import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { issueAlert, newKey, phoneOf, readBoard, villageWith } from '../../support/alert-samples.ts'
import { startOfTests, type AlertWorld } from '../../support/alert-world.ts'
import { withoutBudgets } from '../../support/budgets.ts'
import { recover, resumeAlert, stopAlert, timesSent } from '../../support/control.ts'
import { failOnce } from '../../support/fail-once.ts'
import { it } from '../../support/world-test.ts'

afterEach(() => vi.restoreAllMocks())

const codes = ['1308001', '1308002', '1308003', '1309001']
const phones = codes.flatMap((code) => [0, 1, 2].map((member) => phoneOf(code, member)))
const once = phones.map(() => 1)
const inSeconds = (seconds: number) => new Date(startOfTests + seconds * 1000).toISOString()

const seedAndIssue = async (world: AlertWorld, over: Record<string, unknown> = {}): Promise<string> => {
  await world.seedVillages(codes.map((code) => villageWith(code, 3)))
  return issueAlert(world, { areas: ['1308', '1309'], ...over })
}

const stateOf = async (world: AlertWorld, alertId: string) => (await readBoard(world, alertId)).state
const halted = async (world: AlertWorld) => [...(await world.halts.find()).versions]

describe('whoever stops or resumes and dies', () => {
  it('after the halt alone: the tick lifts it, and everyone is served', async ({ world }) => {
    const alertId = await seedAndIssue(world)
    failOnce(world.deps.control, 'stop')
    await expect(stopAlert(world, alertId)).rejects.toThrow('500')
    expect(await halted(world)).toEqual([`${alertId}#1`])

    await recover(world)

    expect(await halted(world)).toEqual([])
    expect(timesSent(world, phones)).toEqual(once)
    expect(await stateOf(world, alertId)).toBe('completed')
  })

  it('after the state was written: it is stopped, and the same request again answers so', async ({
    world,
  }) => {
    const alertId = await seedAndIssue(world)
    const headers = newKey()
    failOnce(world.deps.control, 'stop', 'after')
    await expect(stopAlert(world, alertId, { headers })).rejects.toThrow('500')
    expect(await halted(world)).toEqual([`${alertId}#1`])

    expect((await stopAlert(world, alertId, { headers })).body.state).toBe('stopped')
    await recover(world, 2)
    expect(world.phones.outbox).toEqual([])
  })

  it.for(['before', 'after'] as const)(
    'resuming, %s the halt is lifted: the tick finishes it',
    async (when, { world }) => {
      const alertId = await seedAndIssue(world)
      await world.worker.step()
      await stopAlert(world, alertId)
      await world.drain()
      failOnce(world.deps.halts, 'release', when)
      await expect(resumeAlert(world, alertId)).rejects.toThrow('500')

      await recover(world)

      expect(await halted(world)).toEqual([])
      expect(timesSent(world, phones)).toEqual(once)
      expect(await stateOf(world, alertId)).toBe('completed')
    },
  )

  it('resuming, before anything was queued: the tick queues it', async ({ world }) => {
    const alertId = await seedAndIssue(world)
    await world.worker.step()
    await world.worker.step()
    await stopAlert(world, alertId)
    await world.drain()
    world.fanOut.urgent.state.broken = true
    await resumeAlert(world, alertId)
    world.fanOut.urgent.state.broken = false

    await recover(world)

    expect(timesSent(world, phones)).toEqual(once)
    expect(await stateOf(world, alertId)).toBe('completed')
  })

  it('a stop between whose writes the tick looks stays one', async ({ world }) => {
    const alertId = await seedAndIssue(world)
    const { stop } = world.deps.control
    vi.spyOn(world.deps.control, 'stop').mockImplementation(async (...given) => {
      await world.runTick()
      return stop(...given)
    })

    await stopAlert(world, alertId)

    expect(await halted(world)).toEqual([`${alertId}#1`])
  })

  it('a stop while another resumes wins: what it halted is halted again', async ({ world }) => {
    const alertId = await seedAndIssue(world)
    await stopAlert(world, alertId)
    const { release } = world.deps.halts
    const spy = vi.spyOn(world.deps.halts, 'release').mockImplementation(async (version) => {
      spy.mockImplementation(release)
      await stopAlert(world, alertId)
      return release(version)
    })

    await resumeAlert(world, alertId)

    expect(await stateOf(world, alertId)).toBe('stopped')
    expect(await halted(world)).toEqual([`${alertId}#1`])
  })
})

describe('resuming', () => {
  it('twice, by one key or by two, serves everyone once', async ({ world }) => {
    const alertId = await seedAndIssue(world)
    await world.worker.step()
    await stopAlert(world, alertId)
    await world.drain()
    const headers = newKey()

    const answers = await Promise.all([
      resumeAlert(world, alertId, { headers }),
      resumeAlert(world, alertId, { headers }),
      resumeAlert(world, alertId),
    ])
    await world.drain()

    expect(answers.map(({ body }) => body.state)).toEqual(Array(3).fill('dispatching'))
    expect(timesSent(world, phones)).toEqual(once)
    const history = answers[0]?.body.versions[0]?.history ?? []
    expect(history.filter(({ action }) => action === 'resume')).toHaveLength(1)
  })

  it('by the same key once it was stopped again leaves it stopped', async ({ world }) => {
    const alertId = await seedAndIssue(world)
    const headers = newKey()
    await stopAlert(world, alertId)
    await resumeAlert(world, alertId, { headers })
    await stopAlert(world, alertId)

    expect((await resumeAlert(world, alertId, { headers })).body.state).toBe('stopped')
  })

  it('gives first contacts their time anew before the barrier opens without them', async ({ world }) => {
    const alertId = await seedAndIssue(world)
    await world.worker.step()
    await world.worker.step()
    await stopAlert(world, alertId)
    await world.drain()
    world.time.nowMs += 3600_000
    await resumeAlert(world, alertId)
    world.worker.loseAll()

    await world.tickAfter(299)
    expect((await world.alerts.findVersion(alertId, 1))?.secondWaveOpenedAtEpochSeconds).toBeUndefined()
    await recover(world)

    expect(timesSent(world, phones)).toEqual(once)
  })

  it('where all of it went out before the stop was seen completes it', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    const { send } = world.phones.gateway
    vi.spyOn(world.phones.gateway, 'send').mockImplementation(async (sms) => {
      await stopAlert(world, alertId)
      return send(sms)
    })
    await world.drain()
    expect(await stateOf(world, alertId)).toBe('stopped')

    await resumeAlert(world, alertId)

    expect(await stateOf(world, alertId)).toBe('completed')
    expect(world.phones.outbox).toHaveLength(1)
  })
})

describe('a stopped alert whose time comes', () => {
  it('expires, with all that is pending, and cannot be resumed', async ({ world }) => {
    const alertId = await seedAndIssue(world, { expiresAtIso: inSeconds(900) })
    await world.worker.step()
    await world.worker.step()
    await world.worker.step()
    await stopAlert(world, alertId)
    await world.drain()
    const sent = world.phones.outbox.length
    world.time.nowMs = startOfTests + 901_000
    const problem = await world.api.refused(alertRoutes.resumeAlert, {
      user: 'province',
      params: { alertId },
      headers: newKey(),
    })
    expect(problem).toMatchObject({ status: 409, code: 'wrong-state' })

    await world.tickAfter(1)
    await world.drain()
    expect((await readBoard(world, alertId)).totals.pending).toBe(0)
    await recover(world, 2)

    const board = await readBoard(world, alertId)
    expect(board).toMatchObject({
      state: 'expired',
      totals: { accepted: sent, expired: phones.length - sent, pending: 0 },
    })
    expect(world.phones.outbox).toHaveLength(sent)
    expect(await halted(world)).toEqual([])
    const due = await world.due.list(Math.floor(world.time.nowMs / 1000) + 999_999, 100)
    expect(withoutBudgets(due)).toEqual([])
  })

  it('also where every message is lost, and districts were never fanned out', async ({ world }) => {
    const alertId = await seedAndIssue(world, { expiresAtIso: inSeconds(900) })
    await stopAlert(world, alertId)
    world.worker.loseAll()
    world.time.nowMs = startOfTests + 901_000

    await recover(world)

    expect(await readBoard(world, alertId)).toMatchObject({
      state: 'expired',
      totals: { expired: phones.length, pending: 0 },
    })
    expect(world.phones.outbox).toEqual([])
  })
})
