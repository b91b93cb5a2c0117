import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertUsers, issueAlert, newKey, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { change, code, it, list, outbox, params, send } from '../../support/test-sms.ts'

const refused = (world: AlertWorld) =>
  world.api.refused(alertRoutes.sendTestSms, { user: 'admin', params, headers: newKey() })

describe('a test SMS that may not go out', () => {
  it.for([
    ['has left', { status: 'left' }, {}, 'has left'],
    ['has a fixed line', { phone: '+85621212345' }, {}, 'fixed line'],
    ['is of a merged village', {}, { status: 'merged', mergedInto: '1308002' }, 'was merged'],
  ] as const)('is refused where the member %s', async ([, member, village, words], { world }) => {
    await change(world, member, village)

    const { code: problem, detail } = await refused(world)

    expect([problem, detail]).toEqual(['wrong-state', expect.stringContaining(words)])
    expect((await list(world)).tests).toEqual([])
  })

  it('is refused while one is on its way, and after five within a day', async ({ world }) => {
    await send(world)
    const second = await refused(world)
    await world.drain()
    for (let sent = 1; sent < 5; sent += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one is on its way at a time
      await send(world)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await world.drain()
    }
    const sixth = await refused(world)
    world.time.nowMs += 24 * 3_600_000
    await send(world)

    expect(second.detail).toContain('on its way')
    expect(sixth.detail).toContain('within 24 hours')
    expect(outbox(world)).toHaveLength(5)
  })

  it('is refused beside an actual alert, which it would belie', async ({ world }) => {
    const alertId = await issueAlert(world, { mode: 'actual' })

    const { code: problem, facts } = await refused(world)

    expect([problem, facts?.['alertId']]).toEqual(['actual-alert-live', alertId])
  })

  it('is refused while every SMS is stopped, and held where the stop comes after it', async ({ world }) => {
    await send(world)
    await world.api.ok(alertRoutes.stopAccount, { user: 'admin', body: { reason: 'Something is wrong' } })
    await world.worker.step()
    await world.worker.step()
    const { detail } = await refused(world)
    await world.tickAfter(1800)
    await world.drain()

    expect(detail).toContain('on its way')
    expect(outbox(world)).toEqual([])
    expect((await list(world)).tests[0]?.state).toBe('expired')
    expect((await refused(world)).detail).toContain('stopped')
  })

  it('is refused at night, and one that night overtakes is not sent in the morning', async ({ tables }) => {
    const world = createAlertWorld(tables, { quietHours: { fromHour: 20, untilHour: 7 } })
    await world.seedUsers(alertUsers)
    await world.seedVillages([villageWith(code, 3)])
    world.time.nowMs = Date.parse('2026-07-23T19:59:50+07:00')
    await send(world)
    world.time.nowMs = Date.parse('2026-07-23T20:00:00+07:00')
    await world.drain()
    await world.tickAfter(3600)
    await world.drain()

    const { detail } = await refused(world)
    world.time.nowMs = Date.parse('2026-07-24T07:00:00+07:00')
    await world.tickAfter(60)
    await world.drain()

    expect(detail).toContain('24/07 07:00')
    expect(outbox(world)).toEqual([])
    expect((await list(world)).tests[0]?.state).toBe('expired')
  })
})
