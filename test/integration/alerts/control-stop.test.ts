import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import {
  alertBody,
  issueAlert,
  newKey,
  phoneOf,
  readBoard,
  villageWith,
} from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { createPacedWorld, recover, resumeAlert, stopAlert, timesSent } from '../../support/control.ts'
import { it } from '../../support/world-test.ts'

afterEach(() => vi.restoreAllMocks())

const codes = ['1308001', '1308002', '1308003', '1309001']
const phones = codes.flatMap((code) => [0, 1, 2].map((member) => phoneOf(code, member)))
const once = phones.map(() => 1)

const seedAndIssue = async (world: AlertWorld, over: Record<string, unknown> = {}): Promise<string> => {
  await world.seedVillages(codes.map((code) => villageWith(code, 3)))
  return issueAlert(world, { areas: ['1308', '1309'], ...over })
}

/** Runs `act` when the k-th SMS is being published, and notes when each one was. */
const atPublish = (world: AlertWorld, k: number, act: () => Promise<unknown>) => {
  const { send } = world.phones.gateway
  const times: number[] = []
  vi.spyOn(world.phones.gateway, 'send').mockImplementation(async (sms) => {
    times.push(world.time.nowMs)
    if (times.length === k) await act()
    return send(sms)
  })
  return times
}
const stateOf = async (world: AlertWorld, alertId: string) => (await readBoard(world, alertId)).state
const halted = async (world: AlertWorld) => [...(await world.halts.find()).versions]
const refusedStop = (world: AlertWorld, alertId: string, headers = newKey()) =>
  world.api.refused(alertRoutes.stopAlert, {
    user: 'province',
    params: { alertId },
    body: { reason: 'Too late' },
    headers,
  })

describe('stopping an alert in mid-send', () => {
  it.for([1, 2, 5, 9])(
    'at SMS %s, nothing more goes out after two seconds, and resuming serves everyone once',
    async (k, { tables }) => {
      const world = await createPacedWorld(tables, 4)
      const alertId = await seedAndIssue(world)
      let stoppedAtMs = Infinity
      const times = atPublish(world, k, async () => {
        await stopAlert(world, alertId)
        stoppedAtMs = world.time.nowMs
      })

      await world.drain()

      const { state, totals } = await readBoard(world, alertId)
      expect(state).toBe('stopped')
      expect(Math.max(...times)).toBeLessThanOrEqual(stoppedAtMs + 2000)
      expect(times.length).toBeLessThan(phones.length)
      expect(totals).toMatchObject({ accepted: times.length, pending: phones.length - times.length })

      world.time.nowMs += 600_000
      await resumeAlert(world, alertId)
      await world.drain()

      expect(timesSent(world, phones)).toEqual(once)
      expect(await stateOf(world, alertId)).toBe('completed')
      expect(world.worker.dead).toEqual([])
    },
  )

  it.for([0, 1, 2, 3, 4, 5])(
    'after %s batches it is still, whatever the tick does, and goes on when it is resumed',
    async (batches, { world }) => {
      const alertId = await seedAndIssue(world)
      // oxlint-disable-next-line no-await-in-loop -- one batch after the other
      for (let done = 0; done < batches; done += 1) await world.worker.step()
      await stopAlert(world, alertId)
      world.time.nowMs += 2000
      const before = world.phones.outbox.length

      await recover(world)
      expect(world.phones.outbox).toHaveLength(before)
      expect(await stateOf(world, alertId)).toBe('stopped')

      await resumeAlert(world, alertId)
      await world.drain()
      expect(timesSent(world, phones)).toEqual(once)
      expect(await stateOf(world, alertId)).toBe('completed')
    },
  )

  it('does not fill the lanes while it lasts', async ({ world }) => {
    const alertId = await seedAndIssue(world)
    await world.worker.step()
    await world.worker.step()
    await stopAlert(world, alertId)
    await world.drain()

    // oxlint-disable-next-line no-await-in-loop -- minute after minute
    for (let minutes = 0; minutes < 60; minutes += 1) await world.tickAfter(60)

    expect(Object.values(world.lanes).flatMap(({ sent }) => sent)).toEqual([])
  })

  it('is told with who and why, and since when nothing of it is waited for by the barrier', async ({
    world,
  }) => {
    const alertId = await seedAndIssue(world)
    const { body } = await stopAlert(world, alertId)

    expect(body.versions[0]?.history.at(-1)).toEqual({
      action: 'stop',
      by: 'province',
      atIso: '2026-07-23T12:00:00+07:00',
      note: 'The dam holds',
    })
    expect(JSON.stringify(body)).not.toContain('requestId')
  })
})

describe('a stop that comes twice', () => {
  it('answers the same, and stops nothing once it was resumed', async ({ world }) => {
    const alertId = await seedAndIssue(world)
    const headers = newKey()
    await stopAlert(world, alertId, { headers })
    const again = await stopAlert(world, alertId, { headers })
    const byAnother = await stopAlert(world, alertId)
    expect([again.body.state, byAnother.body.state]).toEqual(['stopped', 'stopped'])
    expect(byAnother.body.versions[0]?.history.map(({ action }) => action)).toEqual([
      'create',
      'issue-alone',
      'stop',
    ])
    await resumeAlert(world, alertId)

    const late = await stopAlert(world, alertId, { headers })

    expect(late.body.state).toBe('dispatching')
    await world.drain()
    expect(timesSent(world, phones)).toEqual(once)
  })

  it('with another reason is refused', async ({ world }) => {
    const alertId = await seedAndIssue(world)
    const headers = newKey()
    await stopAlert(world, alertId, { headers })

    expect(await refusedStop(world, alertId, headers)).toMatchObject({ code: 'idempotency-key-reused' })
  })
})

describe('what cannot be stopped', () => {
  it('a draft: its officer is told so', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const { body } = await world.api.ok(alertRoutes.createAlert, {
      user: 'province',
      body: alertBody,
      headers: newKey(),
    })

    expect((await refusedStop(world, body.alertId)).detail).toContain('draft')
    expect(await halted(world)).toEqual([])
  })

  it('what is completed: it is told so and not halted', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    await world.drain()

    const problem = await refusedStop(world, alertId)

    expect(problem).toMatchObject({ status: 409, code: 'wrong-state' })
    expect(problem.detail).toContain('completed')
    expect(await halted(world)).toEqual([])
  })

  it('what is completed in the same moment: the halt is lifted again', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    const { stop } = world.deps.control
    vi.spyOn(world.deps.control, 'stop').mockImplementation(async (...given) => {
      await world.halts.release({ alertId, version: 1 })
      await world.drain()
      return stop(...given)
    })

    expect(await refusedStop(world, alertId)).toMatchObject({ status: 409 })
    expect(await halted(world)).toEqual([])
    expect(world.phones.outbox).toHaveLength(1)
  })
})
