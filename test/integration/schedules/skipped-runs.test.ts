import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertUsers, issueAlert, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { setBudget } from '../../support/budgets.ts'
import { buildUser, buildVillage } from '../../support/builders.ts'
import { failOnce } from '../../support/fail-once.ts'
import { changeVillage } from '../../support/follow-up.ts'
import {
  createSchedule,
  listAlerts,
  localMs,
  readRuns,
  readSchedule,
  tickAt,
} from '../../support/schedules.ts'
import { it } from '../../support/world-test.ts'

const two = [villageWith('1308001', 2), villageWith('1308002', 2)]

const pastOf = async (world: AlertWorld, scheduleId: string) =>
  (await readRuns(world, scheduleId, 'province')).past

describe('a run that must not happen', () => {
  it.for([
    ['is disabled', buildUser({ id: 'officer', roles: ['officer'], areas: ['1308'], status: 'disabled' })],
    ['is no officer any more', buildUser({ id: 'officer', roles: ['viewer'], areas: ['1308'] })],
    ['has other areas', buildUser({ id: 'officer', roles: ['officer'], areas: ['1309'] })],
  ] as const)('is shown with its reason where its officer %s, and counted', async ([, user], { tables }) => {
    const counted: string[] = []
    const count = (name: string, value: number) => void (value > 0 && counted.push(name))
    const world = createAlertWorld(tables, { metrics: { count, flush: () => {} } })
    await world.seedUsers(alertUsers)
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)
    await world.seedUsers([user])

    await tickAt(world, '2026-08-01T09:00')

    expect(await pastOf(world, scheduleId)).toMatchObject([{ state: 'skipped', reason: 'officer-may-not' }])
    expect(counted).toContain('ScheduledRunSkipped')
    expect(await listAlerts(world)).toEqual([])
  })

  it('goes on in the name of another officer who takes the schedule over', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)
    await world.seedUsers([
      buildUser({ id: 'officer', roles: ['officer'], areas: ['1308'], status: 'disabled' }),
    ])
    const { etag } = await readSchedule(world, scheduleId, 'province')
    await world.api.ok(alertRoutes.editSchedule, {
      user: 'province',
      params: { scheduleId },
      body: { name: 'Mine now' },
      headers: { 'if-match': etag },
    })

    await tickAt(world, '2026-08-01T09:00')

    expect((await listAlerts(world))[0]).toMatchObject({ state: 'dispatching', createdBy: 'province' })
  })

  it('takes no place of the month where nobody is there to write to', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)
    for (const { code } of two) {
      // oxlint-disable-next-line no-await-in-loop -- one village after the other
      await changeVillage(world, code, (village) => ({ ...village, members: [] }))
    }

    await tickAt(world, '2026-08-01T09:00')

    expect(await pastOf(world, scheduleId)).toMatchObject([{ state: 'skipped', reason: 'no-recipients' }])
    const places = await world.monthPlaces.find({ month: '2026-08', district: '1308' })
    expect(Object.values(places).flat()).toEqual([])
  })

  it('is left out where nobody confirmed it for its season, and sent where somebody did', async ({
    world,
  }) => {
    await world.seedVillages(two)
    const yearly = { recurrence: { type: 'before-rains', daysBefore: 10, time: '09:00' } } as const
    const scheduleId = await createSchedule(world, yearly)
    const others = await createSchedule(world, yearly)
    await tickAt(world, '2027-04-21T09:00')
    await world.drain()
    expect(await listAlerts(world)).toHaveLength(2)

    world.time.nowMs = localMs('2028-03-22T08:59')
    expect(await readSchedule(world, scheduleId)).toMatchObject({
      awaitsReconfirmation: false,
      reconfirmFromIso: '2028-03-22T09:00:00+07:00',
    })
    const reconfirm = { user: 'province', params: { scheduleId } }
    expect((await world.api.refused(alertRoutes.reconfirmSchedule, reconfirm)).code).toBe('wrong-state')
    world.time.nowMs = localMs('2028-03-22T09:00')
    expect((await readSchedule(world, scheduleId)).awaitsReconfirmation).toBe(true)
    const { body } = await world.api.ok(alertRoutes.reconfirmSchedule, reconfirm)
    expect(body).toMatchObject({ awaitsReconfirmation: false, responsible: 'province' })
    await tickAt(world, '2028-04-21T09:00')

    expect((await readRuns(world, scheduleId)).past[0]).toMatchObject({ state: 'issued' })
    expect((await readRuns(world, others)).past[0]).toMatchObject({
      state: 'skipped',
      reason: 'not-reconfirmed',
    })
  })

  it('is a drill beside an actual alert', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world, { mode: 'exercise' })
    world.time.nowMs = localMs('2026-08-01T08:00')
    await issueAlert(world, { mode: 'actual', expiresAtIso: '2026-08-02T08:00:00+07:00' })

    await tickAt(world, '2026-08-01T09:00')

    expect(await pastOf(world, scheduleId)).toMatchObject([{ reason: 'actual-alert-live' }])
  })

  it('names a desk that is not there', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)
    const schedule = await world.schedules.find(scheduleId)
    if (schedule === undefined) throw new Error('no schedule')
    await world.schedules.replace(schedule, { ...schedule, texts: { en: 'Call {desk}' } })

    await tickAt(world, '2026-08-01T09:00')

    expect(await pastOf(world, scheduleId)).toMatchObject([{ reason: 'no-desk' }])
  })

  it('says what a template said before its words changed, or what nobody has approved', async ({
    tables,
  }) => {
    const world = createAlertWorld(tables)
    await world.seedUsers(alertUsers)
    await world.seedVillages(two)
    await world.summaries.setDeskPhone('1308', '041 212 345')
    const template = { id: 'before-rains', version: 1, slots: { by: { daysAfter: 14, time: '18:00' } } }
    const [changed, unreviewed] = [
      await createSchedule(world, { texts: undefined, template }),
      await createSchedule(world, { texts: undefined, template }),
    ]
    const schedule = await world.schedules.find(changed)
    if (schedule === undefined) throw new Error('no schedule')
    await world.schedules.replace(schedule, { ...schedule, template: { ...template, version: 99 } })
    const strict = createAlertWorld(tables, { unreviewedAllowed: false })

    await tickAt(strict, '2026-08-01T09:00')

    expect(await pastOf(strict, changed)).toMatchObject([{ reason: 'template-changed' }])
    expect(await pastOf(strict, unreviewed)).toMatchObject([{ reason: 'template-unreviewed' }])
  })

  it('is more than the budget allows: its alert stays a draft to be sent later', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)
    await setBudget(world, '13', 'routine', { parts: 1 })

    await tickAt(world, '2026-08-01T09:00')
    await tickAt(world, '2026-08-01T09:01')

    const [alert] = await listAlerts(world)
    expect(alert).toMatchObject({ state: 'draft', scheduleId })
    expect(await pastOf(world, scheduleId)).toMatchObject([
      { state: 'skipped', reason: 'budget-exceeded', alertId: alert?.alertId },
    ])
  })

  it('takes no village a message of its month where the budget kept it back', async ({ world }) => {
    await world.seedVillages(two)
    await createSchedule(world)
    await setBudget(world, '13', 'routine', { parts: 1 })
    await tickAt(world, '2026-08-01T09:00')

    const { deps } = world
    const places = await deps.monthPlaces.find({ month: '2026-08', district: '1308' })

    expect(Object.values(places).flat()).toEqual([])
  })

  it('has nobody to go to any more', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)
    for (const { code } of two) {
      // oxlint-disable-next-line no-await-in-loop -- two villages
      const village = await world.villages.find(code)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await world.villages.put(
        { ...buildVillage({ code }) },
        {
          revision: 'empty',
          replaces: village?.revision ?? null,
          nowIso: '2026-07-23T12:00:00+07:00',
        },
      )
    }

    await tickAt(world, '2026-08-01T09:00')

    expect(await pastOf(world, scheduleId)).toMatchObject([{ reason: 'no-recipients', alertId: null }])
  })

  it('holds no other schedule up by failing', async ({ world }) => {
    await world.seedVillages(two)
    await createSchedule(world)
    await createSchedule(world, { recurrence: { type: 'monthly', day: 1, time: '09:01' } })
    failOnce(world.deps.alerts, 'nextNumber', 'before')

    await tickAt(world, '2026-08-01T09:02')

    expect(await listAlerts(world)).toHaveLength(1)
    await tickAt(world, '2026-08-01T09:03')
    expect(await listAlerts(world)).toHaveLength(2)
  })
})
