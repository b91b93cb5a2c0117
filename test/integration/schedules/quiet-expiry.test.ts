import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertBody, alertUsers, issueAlert, newKey, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld } from '../../support/alert-world.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { followUp, phonesTold } from '../../support/follow-up.ts'
import { createSchedule, localMs, tickAt } from '../../support/schedules.ts'
import { it } from '../../support/world-test.ts'

const villages = [villageWith('1308001', 2), villageWith('1308002', 2)]

const startNight = async (tables: TestTables) => {
  const world = createAlertWorld(tables, { quietHours: { fromHour: 20, untilHour: 7 } })
  await world.seedUsers(alertUsers)
  await world.seedVillages(villages)
  return world
}

describe('what quiet hours hold', () => {
  it.for([
    { mode: 'exercise', hazard: 'flash-flood', expiresAtIso: undefined },
    { mode: 'test', hazard: 'flash-flood', level: 'evacuate', expiresAtIso: undefined },
  ])('holds for its hours from when it may go out: %o', async (over, { tables }) => {
    const world = await startNight(tables)
    world.time.nowMs = localMs('2026-07-23T20:30')
    const alertId = await issueAlert(world, over)
    await world.drain()

    await tickAt(world, '2026-07-24T02:31')
    await tickAt(world, '2026-07-24T07:00')
    await world.drain()

    expect(phonesTold(world, 1)).toHaveLength(4)
    expect((await world.alerts.findVersion(alertId, 1))?.expiresAtEpochSeconds).toBe(
      localMs('2026-07-24T13:00') / 1000,
    )
  })

  it('is taken back in the morning, whatever the hazard', async ({ tables }) => {
    const world = await startNight(tables)
    world.time.nowMs = localMs('2026-07-23T19:00')
    const alertId = await issueAlert(world, { hazard: 'flash-flood', expiresAtIso: undefined })
    await world.drain()
    world.time.nowMs = localMs('2026-07-23T20:01')
    await followUp(world, 'cancelAlert', alertId)
    await world.drain()

    await tickAt(world, '2026-07-24T02:02')
    await tickAt(world, '2026-07-24T07:00')
    await world.drain()

    expect(phonesTold(world, 2)).toEqual(phonesTold(world, 1))
    expect(phonesTold(world, 2)).toHaveLength(4)
  })

  it('is refused where its time would be over before it may go out', async ({ tables }) => {
    const world = await startNight(tables)
    world.time.nowMs = localMs('2026-07-23T22:00')
    const { body } = await world.api.ok(alertRoutes.createAlert, {
      user: 'province',
      body: { ...alertBody, expiresAtIso: '2026-07-24T05:00:00+07:00' },
      headers: newKey(),
    })

    const problem = await world.api.refused(alertRoutes.submitAlert, {
      user: 'province',
      params: { alertId: body.alertId },
      headers: newKey(),
    })

    expect(problem).toMatchObject({ code: 'wrong-state', errors: [{ path: 'expiresAtIso' }] })
    expect(problem.detail).toContain('2026-07-24T07:00:00+07:00')
  })

  it('goes out of a schedule whose message holds for less than the night', async ({ tables }) => {
    const world = await startNight(tables)
    await createSchedule(world, { recurrence: { type: 'monthly', day: 1, time: '21:00' }, validHours: 4 })
    await tickAt(world, '2026-08-01T21:00')
    await world.drain()
    await tickAt(world, '2026-08-02T01:01')
    await tickAt(world, '2026-08-02T07:00')
    await world.drain()

    expect(phonesTold(world, 1)).toHaveLength(4)
  })
})
