import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { Village } from '../../../shared/domain/village.ts'
import { alertUsers, buildCommittee, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { buildVillage } from '../../support/builders.ts'
import { failOnce } from '../../support/fail-once.ts'
import {
  createSchedule,
  listAlerts,
  localMs,
  readRuns,
  readSchedule,
  scheduleBody,
  tickAt,
} from '../../support/schedules.ts'
import { it } from '../../support/world-test.ts'

const two = [villageWith('1308001', 2), villageWith('1308002', 2)]

describe('a run whose time has come', () => {
  it('becomes one alert in the name of its officer, and the schedule moves on', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)

    await tickAt(world, '2026-08-01T08:59')
    expect(await listAlerts(world)).toEqual([])
    await tickAt(world, '2026-08-01T09:00')
    await world.drain()

    const [alert, ...others] = await listAlerts(world)
    expect(others).toEqual([])
    expect(alert).toMatchObject({
      kind: 'preparedness',
      level: 'prepare',
      state: 'completed',
      createdBy: 'officer',
      scheduleId,
    })
    expect(world.phones.outbox).toHaveLength(4)
    const { past, next } = await readRuns(world, scheduleId)
    expect(past).toMatchObject([
      { runAtIso: '2026-08-01T09:00:00+07:00', state: 'issued', alertId: alert?.alertId, reason: null },
    ])
    expect(next.map(({ runAtIso }) => runAtIso).slice(0, 2)).toEqual([
      '2026-09-01T09:00:00+07:00',
      '2026-10-01T09:00:00+07:00',
    ])
  })

  it('is one alert where two ticks come to it at once', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)

    world.time.nowMs = localMs('2026-08-01T09:00')
    await Promise.all([world.runTick(), world.runTick(), world.runTick()])
    await world.drain()

    expect(await listAlerts(world)).toHaveLength(1)
    expect(world.phones.outbox).toHaveLength(4)
    expect((await readRuns(world, scheduleId)).past).toHaveLength(1)
    expect((await readSchedule(world, scheduleId)).nextRunAtIso).toBe('2026-09-01T09:00:00+07:00')
  })

  it.for([
    ['the decision', (world: AlertWorld) => failOnce(world.deps.schedules, 'decideRun', 'after')],
    ['the places of the month', (world: AlertWorld) => failOnce(world.deps.monthPlaces, 'take', 'after')],
    ['its alert', (world: AlertWorld) => failOnce(world.deps.alerts, 'create', 'after')],
    ['its issue', (world: AlertWorld) => failOnce(world.deps.approvals, 'issue', 'after')],
    ['the end of the run', (world: AlertWorld) => failOnce(world.deps.schedules, 'endRun', 'after')],
    ['that it is on its way', (world: AlertWorld) => failOnce(world.deps.schedules, 'replace', 'after')],
    ['the next run', (world: AlertWorld) => failOnce(world.deps.schedules, 'replace', 'after', 1)],
  ] as const)('is finished by the next tick where one dies after writing %s', async ([, die], { world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)
    die(world)

    await tickAt(world, '2026-08-01T09:00')
    await tickAt(world, '2026-08-01T09:01')
    await world.drain()

    expect(await listAlerts(world)).toHaveLength(1)
    expect(world.phones.outbox).toHaveLength(4)
    expect((await readRuns(world, scheduleId)).past).toMatchObject([{ state: 'issued', villagesLeftOut: [] }])
  })

  const steps = {
    'has another time': (world: AlertWorld, scheduleId: string) =>
      world.api.ok(alertRoutes.editSchedule, {
        user: 'province',
        params: { scheduleId },
        body: { recurrence: { type: 'monthly', day: 15, time: '10:00' } },
        headers: { 'if-match': '*' },
      }),
    'is paused': (world: AlertWorld, scheduleId: string) =>
      world.api.ok(alertRoutes.pauseSchedule, { user: 'province', params: { scheduleId } }),
    'is ended': (world: AlertWorld, scheduleId: string) =>
      world.api.ok(alertRoutes.endSchedule, { user: 'province', params: { scheduleId } }),
  } as const

  it.for([
    ['the decision', 'has another time', '2026-08-15T10:00:00+07:00'],
    ['its alert', 'has another time', '2026-08-15T10:00:00+07:00'],
    ['its issue', 'is paused', '2026-09-01T09:00:00+07:00'],
    ['the decision', 'is ended', null],
  ] as const)(
    'is finished where a tick died after writing %s and the schedule %s meanwhile',
    async ([where, what, nextRunAtIso], { world }) => {
      await world.seedVillages(two)
      const scheduleId = await createSchedule(world)
      if (where === 'the decision') failOnce(world.deps.schedules, 'decideRun', 'after')
      if (where === 'its alert') failOnce(world.deps.alerts, 'create', 'after')
      if (where === 'its issue') failOnce(world.deps.approvals, 'issue', 'after')
      await tickAt(world, '2026-08-01T09:00')
      await steps[what](world, scheduleId)

      await tickAt(world, '2026-08-01T09:01')
      await tickAt(world, '2026-08-01T09:02')
      await world.drain()

      expect(await listAlerts(world)).toHaveLength(1)
      expect(world.phones.outbox).toHaveLength(4)
      const { past } = await readRuns(world, scheduleId)
      expect(past).toMatchObject([{ runAtIso: '2026-08-01T09:00:00+07:00', state: 'issued' }])
      expect((await readSchedule(world, scheduleId)).nextRunAtIso).toBe(nextRunAtIso)
    },
  )

  it.for(['the places of the month', 'its alert'] as const)(
    'takes places where its alert goes alone, where a tick died after writing %s and its areas changed',
    async (where, { world }) => {
      await world.seedVillages([...two, villageWith('1309001', 2)])
      const scheduleId = await createSchedule(world, {}, 'province')
      if (where === 'its alert') failOnce(world.deps.alerts, 'create', 'after')
      else failOnce(world.deps.monthPlaces, 'take', 'after')
      await tickAt(world, '2026-08-01T09:00')
      await world.api.ok(alertRoutes.editSchedule, {
        user: 'province',
        params: { scheduleId },
        body: { areas: ['1309'] },
        headers: { 'if-match': '*' },
      })

      await tickAt(world, '2026-08-01T09:01')
      await world.drain()

      const [alert] = await listAlerts(world)
      expect(alert?.areas).toEqual(where === 'its alert' ? ['1308'] : ['1309'])
      expect(world.phones.outbox).toHaveLength(where === 'its alert' ? 4 : 2)
      const inDistrict = async (district: string) =>
        Object.entries(await world.deps.monthPlaces.find({ month: '2026-08', district }))
          .filter(([, alerts]) => alerts.length > 0)
          .map(([village]) => village)
      expect([await inDistrict('1308'), await inDistrict('1309')]).toEqual(
        where === 'its alert' ? [['1308001', '1308002'], []] : [[], ['1309001']],
      )
    },
  )

  it.for([
    ['is paused', '2026-09-01T09:00:00+07:00'],
    ['has another time', '2026-08-15T10:00:00+07:00'],
  ] as const)(
    'sends nothing where nothing was decided of it yet and the schedule %s',
    async ([what, nextRunAtIso], { world }) => {
      await world.seedVillages(two)
      const scheduleId = await createSchedule(world)
      failOnce(world.deps.schedules, 'replace', 'after')
      await tickAt(world, '2026-08-01T09:00')
      await steps[what](world, scheduleId)

      await tickAt(world, '2026-08-01T09:01')

      expect(await listAlerts(world)).toEqual([])
      expect((await readRuns(world, scheduleId)).past).toEqual([])
      expect((await readSchedule(world, scheduleId)).nextRunAtIso).toBe(nextRunAtIso)
    },
  )

  it('waits for a second person where its level needs one', async ({ tables }) => {
    const world = createAlertWorld(tables, { secondPersonLevels: new Set(['prepare']) })
    await world.seedUsers(alertUsers)
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)

    await tickAt(world, '2026-08-01T09:00')

    const [alert] = await listAlerts(world)
    expect(alert).toMatchObject({ state: 'submitted', createdBy: 'officer' })
    expect((await readRuns(world, scheduleId)).past).toMatchObject([{ state: 'submitted' }])
    const { body } = await world.api.ok(alertRoutes.getAlert, {
      user: 'province',
      params: { alertId: alert?.alertId ?? '' },
    })
    expect(body.versions[0]?.submission).toMatchObject({ by: 'officer', headCount: 4 })
  })

  it('goes to people of its duties in villages of its exposures alone', async ({ world }) => {
    const members = [
      ...buildCommittee('1308001', 1, { duty: 'health' }),
      ...buildCommittee('1308001', 2, { duty: 'head' }).slice(1),
    ]
    const near: Village = buildVillage({ code: '1308001', exposure: 3, members })
    await world.seedVillages([near, villageWith('1308002', 2, { exposure: 1 }), villageWith('1308003', 2)])
    await createSchedule(world, { audience: { duties: ['health'], exposures: [2, 3] } })

    await tickAt(world, '2026-08-01T09:00')
    await world.drain()

    expect(world.phones.outbox.map(({ phone }) => phone)).toEqual([members[0]?.phone])
  })
})

describe('a run that was missed', () => {
  it('is made up for once within its window', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)

    await tickAt(world, '2026-08-02T08:00')
    await tickAt(world, '2026-08-02T08:01')
    await world.drain()

    expect(await listAlerts(world)).toHaveLength(1)
    expect((await readRuns(world, scheduleId)).past).toMatchObject([{ state: 'issued' }])
  })

  it('is left out visibly after it, and so is each one before the last', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world, { missed: { policy: 'fire-once', windowHours: 168 } })

    await tickAt(world, '2026-10-01T10:00')
    await tickAt(world, '2026-10-01T10:01')
    await tickAt(world, '2026-10-01T10:02')

    const { past } = await readRuns(world, scheduleId)
    expect(past.map(({ runAtIso, state, reason }) => [runAtIso.slice(0, 10), state, reason])).toEqual([
      ['2026-10-01', 'issued', null],
      ['2026-09-01', 'skipped', 'missed'],
      ['2026-08-01', 'skipped', 'missed'],
    ])
    expect(past[1]?.words?.en).toContain('too late')
    expect(await listAlerts(world)).toHaveLength(1)
  })

  it('is left out where it was begun and its window is over before its alert was made', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)
    failOnce(world.deps.schedules, 'decideRun', 'after')

    await tickAt(world, '2026-08-01T09:00')
    await tickAt(world, '2026-08-03T09:00')

    expect((await readRuns(world, scheduleId)).past).toMatchObject([{ state: 'skipped', reason: 'missed' }])
    expect(await listAlerts(world)).toEqual([])
  })
})

describe('a schedule that is paused', () => {
  it('does not run, and is not made up for when it goes on', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)
    const request = { user: 'province', params: { scheduleId } }
    await world.api.ok(alertRoutes.pauseSchedule, request)
    await world.api.ok(alertRoutes.pauseSchedule, request)

    await tickAt(world, '2026-08-01T09:00')
    const resumed = await world.api.ok(alertRoutes.resumeSchedule, request)
    await world.runTick()

    expect(await listAlerts(world)).toEqual([])
    expect(resumed.body).toMatchObject({
      state: 'active',
      nextRunAtIso: '2026-09-01T09:00:00+07:00',
      responsible: 'province',
    })
    expect(resumed.body.history.map(({ action }) => action)).toEqual(['create', 'pause', 'resume'])
  })
})

describe('a schedule that has ended', () => {
  it('by its only run stays to be seen', async ({ world }) => {
    await world.seedVillages(two)
    const once = { type: 'once', date: '2026-08-01', time: '09:00' }
    const scheduleId = await createSchedule(world, { recurrence: once })

    await tickAt(world, '2026-08-01T09:00')

    expect(await readSchedule(world, scheduleId)).toMatchObject({ state: 'ended', nextRunAtIso: null })
    expect(await readRuns(world, scheduleId)).toMatchObject({ past: [{ state: 'issued' }], next: [] })
  })

  it('by an officer does not run, and cannot be changed', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)
    const request = { user: 'officer', params: { scheduleId } }
    await world.api.ok(alertRoutes.endSchedule, request)

    await tickAt(world, '2026-08-01T09:00')

    expect(await listAlerts(world)).toEqual([])
    expect((await world.api.refused(alertRoutes.resumeSchedule, request)).code).toBe('wrong-state')
    expect((await world.api.refused(alertRoutes.reconfirmSchedule, request)).code).toBe('wrong-state')
    const edit = { ...request, body: { name: scheduleBody.name }, headers: { 'if-match': '*' } }
    expect((await world.api.refused(alertRoutes.editSchedule, edit)).code).toBe('wrong-state')
  })
})
