import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import {
  alertBody,
  alertUsers,
  buildCommittee,
  issueAlert,
  newKey,
  phoneOf,
  readBoard,
  readVillage,
  villageWith,
} from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { listReasons, recordCall } from '../../support/calls.ts'
import { createPacedWorld, resendFailed } from '../../support/control.ts'
import { failOnce } from '../../support/fail-once.ts'
import { it } from '../../support/world-test.ts'

const toNobody = { reaches: 'nobody' } as const

const create = (world: AlertWorld, over: Record<string, unknown>) =>
  world.api.refused(alertRoutes.createAlert, {
    user: 'province',
    body: { ...alertBody, ...over },
    headers: newKey(),
  })

afterEach(() => vi.restoreAllMocks())

describe('a drill that reaches nobody', () => {
  it('goes through every step, publishes nothing and never reads as handed over', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 3), villageWith('1308002', 2)])

    const alertId = await issueAlert(world, toNobody)
    await world.drain()

    expect(world.phones.outbox).toEqual([])
    const board = await readBoard(world, alertId)
    expect(board).toMatchObject({
      state: 'completed',
      mode: 'exercise',
      reaches: 'nobody',
      coverage: { rehearsed: 2 },
    })
    expect(board.totals).toMatchObject({ rehearsed: 5, accepted: 0, delivered: 0, pending: 0 })
    const { recipients, ...village } = await readVillage(world, alertId, '1308001')
    expect(village).toMatchObject({ mode: 'exercise', reaches: 'nobody', coverage: 'rehearsed' })
    expect(recipients.map(({ state, gatewayMessageId }) => [state, gatewayMessageId])).toEqual(
      recipients.map(() => ['rehearsed', null]),
    )
  })

  it('waits for no receipt: it is the same after 72 hours of silence', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 2)])
    const alertId = await issueAlert(world, toNobody)
    await world.drain()

    await world.tickAfter(73 * 3600)

    expect((await readBoard(world, alertId)).totals).toMatchObject({ rehearsed: 2, unknown: 0 })
  })

  it('takes no slot of the account’s rate', async ({ tables }) => {
    const world = await createPacedWorld(tables, 1)
    await world.seedVillages([villageWith('1308001', 20), villageWith('1308002', 20)])
    const startedAtMs = world.time.nowMs

    const alertId = await issueAlert(world, toNobody)
    await world.drain()

    expect((await readBoard(world, alertId)).totals.rehearsed).toBe(40)
    expect(world.time.nowMs - startedAtMs).toBeLessThan(10_000)
  })

  it.for(['before', 'after'] as const)(
    'leaves no doubt where its sender dies %s it settled',
    async (when, { world }) => {
      await world.seedVillages([villageWith('1308001', 2)])
      const alertId = await issueAlert(world, toNobody)
      await world.worker.step()
      failOnce(world.deps.dispatches, 'change', when, 1)

      await world.worker.step()
      for (let minutes = 0; minutes < 4; minutes += 1) {
        // oxlint-disable-next-line no-await-in-loop -- minute after minute
        await world.tickAfter(200)
        // oxlint-disable-next-line no-await-in-loop -- as above
        await world.drain()
      }

      const { recipients } = await readVillage(world, alertId, '1308001')
      expect(recipients.map(({ state, possibleDuplicate }) => [state, possibleDuplicate])).toEqual([
        ['rehearsed', false],
        ['rehearsed', false],
      ])
      expect((await readBoard(world, alertId)).state).toBe('completed')
    },
  )

  it('tells a village that shares a phone that nobody was written to there either', async ({ world }) => {
    const [shared] = buildCommittee('1308001', 1)
    if (shared === undefined) throw new Error('a committee')
    await world.seedVillages([
      villageWith('1308001', 1),
      villageWith('1308002', 0, { members: [{ ...shared, id: 'm-other' }] }),
    ])

    const alertId = await issueAlert(world, toNobody)
    await world.drain()

    expect((await readVillage(world, alertId, '1308002')).coverage).toBe('rehearsed')
  })

  it('has its villages called like those of a real one', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1), villageWith('1308002', 1)])
    const alertId = await issueAlert(world, toNobody)
    await world.drain()

    const atOnce = await listReasons(world, alertId)
    world.time.nowMs += 11 * 60_000
    await recordCall(world, alertId, '1308002', { outcome: 'told' })

    expect(atOnce).toEqual([])
    expect(await listReasons(world, alertId)).toEqual(['1308001 call'])
  })

  it('has nothing that could be sent again', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world, toNobody)
    await world.drain()

    await resendFailed(world, alertId)
    await world.drain()

    expect(world.phones.outbox).toEqual([])
    expect((await readBoard(world, alertId)).totals.rehearsed).toBe(1)
  })

  it('costs nothing and takes no time, and its preview says so', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 4)])
    const { expiresAtIso: _, ...body } = alertBody

    const told = await world.api.ok(alertRoutes.previewAlert, {
      user: 'province',
      body: { ...body, ...toNobody },
    })

    expect(told.body).toMatchObject({ mode: 'exercise', reaches: 'nobody', parts: 4, costUsd: 0, minutes: 0 })
  })

  it('is no actual alert: that is refused, and changes nothing', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])

    const problem = await create(world, { ...toNobody, mode: 'actual' })

    expect(problem).toMatchObject({ code: 'invalid-request', errors: [{ path: 'body.reaches' }] })
  })

  it('stays so: no edit knows the field', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const created = await world.api.ok(alertRoutes.createAlert, {
      user: 'province',
      body: { ...alertBody, ...toNobody },
      headers: newKey(),
    })
    const { alertId, etag } = created.body

    for (const field of [{ reaches: 'phones' }, { mode: 'actual' }, { mode: 'test' }]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const refused = await world.api.refused(alertRoutes.editAlert, {
        user: 'province',
        params: { alertId },
        body: field,
        headers: { 'if-match': etag },
      })
      expect(refused.code).toBe('invalid-request')
    }

    const { body } = await world.api.ok(alertRoutes.getAlert, { user: 'province', params: { alertId } })
    expect(body).toMatchObject({ mode: 'exercise', reaches: 'nobody', versions: [{ reaches: 'nobody' }] })
  })
})

describe('a stage whose drills reach nobody', () => {
  it('writes to nobody in a drill, whatever the officer leaves out, and to phones in an actual alert', async ({
    tables,
  }) => {
    const world = createAlertWorld(tables, { drillsReach: 'nobody' })
    await world.seedUsers(alertUsers)
    await world.seedVillages([villageWith('1308001', 1), villageWith('1309001', 1)])

    await issueAlert(world, { areas: ['1308'], mode: 'test' })
    await issueAlert(world, { areas: ['1309'], mode: 'actual' })
    await world.drain()

    expect(world.phones.outbox.map(({ phone }) => phone)).toEqual([phoneOf('1309001', 0)])
  })

  it('refuses a drill that would reach phones', async ({ tables }) => {
    const world = createAlertWorld(tables, { drillsReach: 'nobody' })
    await world.seedUsers(alertUsers)
    await world.seedVillages([villageWith('1308001', 1)])

    const problem = await create(world, { reaches: 'phones' })

    expect(problem).toMatchObject({ code: 'invalid-request', errors: [{ path: 'body.reaches' }] })
  })
})
