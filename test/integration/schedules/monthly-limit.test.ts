import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertBody, issueAlert, newKey, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { draft } from '../../support/approval.ts'
import { createSchedule, listAlerts, localMs, readRuns, tickAt } from '../../support/schedules.ts'
import { it } from '../../support/world-test.ts'

const prepare = {
  kind: 'preparedness',
  level: 'prepare',
  mode: 'actual',
  expiresAtIso: '2026-08-10T12:00:00+07:00',
} as const
const villages = ['1308001', '1308002', '1308003'].map((code) => villageWith(code, 2))

const preview = async (world: AlertWorld, over: object = {}) => {
  const { expiresAtIso: _expiresAtIso, ...body } = { ...alertBody, ...prepare, ...over }
  return (await world.api.ok(alertRoutes.previewAlert, { user: 'province', body })).body
}

const submit = (alertId: string, body?: object) => ({
  user: 'province',
  params: { alertId },
  ...(body === undefined ? {} : { body }),
  headers: newKey(),
})

describe('the preparedness messages of a village in a month', () => {
  it('are two at most: the third is refused with the names of the villages, and the preview names them', async ({
    world,
  }) => {
    await world.seedVillages(villages)
    await issueAlert(world, { ...prepare, areas: ['1308001'] })
    expect((await preview(world)).villagesOverMonthlyLimit).toEqual([])
    await issueAlert(world, prepare)

    expect(await preview(world)).toMatchObject({
      villagesOverMonthlyLimit: [{ code: '1308001', nameEn: 'Ban Thotlong' }],
    })
    const third = await draft(world, prepare, 'province')
    const refused = await world.api.refused(alertRoutes.submitAlert, submit(third))

    expect(refused.code).toBe('monthly-limit')
    expect(refused.errors?.map(({ message }) => message)).toEqual(['1308001 Ban Thotlong is over the limit.'])
    expect(refused.facts).toEqual({ villages: 1 })
    // What was refused has taken no place in the other villages.
    await issueAlert(world, { ...prepare, areas: ['1308002'] })
  })

  it('are more where the officer says why, which stays in the history', async ({ world }) => {
    await world.seedVillages(villages)
    await issueAlert(world, prepare)
    await issueAlert(world, prepare)
    const third = await draft(world, prepare, 'province')

    const { body } = await world.api.ok(
      alertRoutes.submitAlert,
      submit(third, { overLimitReason: 'The dam is tested on Monday' }),
    )

    expect(body.state).toBe('dispatching')
    expect(body.versions[0]?.history.at(-1)).toMatchObject({ note: 'The dam is tested on Monday' })
  })

  it('are counted anew in the next month, and a warning is none of them', async ({ world }) => {
    await world.seedVillages(villages)
    await issueAlert(world, prepare)
    await issueAlert(world, prepare)
    await issueAlert(world, { mode: 'actual' })
    world.time.nowMs = localMs('2026-07-31T23:59')
    expect((await preview(world)).villagesOverMonthlyLimit).toHaveLength(3)

    world.time.nowMs = localMs('2026-08-01T00:00')

    expect((await preview(world)).villagesOverMonthlyLimit).toEqual([])
  })

  it('count one alert once, however often it is submitted', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await draft(world, prepare, 'province')
    const request = submit(alertId)
    await world.api.ok(alertRoutes.submitAlert, request)
    await world.api.ok(alertRoutes.submitAlert, request)
    await issueAlert(world, prepare)

    const month = { month: '2026-07', district: '1308' }
    const places = await world.monthPlaces.find(month)

    expect(Object.values(places).map((had) => had.length)).toEqual([2, 2, 2])
  })

  it('stay two where officers race', async ({ world }) => {
    await world.seedVillages(villages)
    const drafts = await Promise.all(Array.from({ length: 5 }, () => draft(world, prepare, 'province')))

    const answers = await Promise.all(
      drafts.map((alertId) => world.api.call(alertRoutes.submitAlert, submit(alertId))),
    )

    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      202, 202, 409, 409, 409,
    ])
  })
})

describe('a scheduled run in a month in which villages had theirs', () => {
  it('leaves those out, visibly, and goes to the others', async ({ world }) => {
    await world.seedVillages(villages)
    const scheduleId = await createSchedule(world)
    world.time.nowMs = localMs('2026-08-01T08:00')
    await issueAlert(world, { ...prepare, areas: ['1308001', '1308002'] })
    await issueAlert(world, { ...prepare, areas: ['1308002'] })
    await world.drain()
    world.phones.outbox.length = 0

    await tickAt(world, '2026-08-01T09:00')
    await world.drain()

    expect((await readRuns(world, scheduleId)).past).toMatchObject([
      { state: 'issued', villagesLeftOut: ['1308002'] },
    ])
    expect(world.phones.outbox).toHaveLength(4)
  })

  it('sends nothing where all of them had theirs, and says so', async ({ world }) => {
    await world.seedVillages(villages)
    const scheduleId = await createSchedule(world)
    world.time.nowMs = localMs('2026-08-01T08:00')
    await issueAlert(world, prepare)
    await issueAlert(world, prepare)

    await tickAt(world, '2026-08-01T09:00')

    expect((await readRuns(world, scheduleId)).past).toMatchObject([
      { state: 'skipped', reason: 'monthly-limit', villagesLeftOut: ['1308001', '1308002', '1308003'] },
    ])
    expect(await listAlerts(world)).toHaveLength(2)
  })

  it('takes the places safely where schedules and ticks race', async ({ world }) => {
    await world.seedVillages(villages)
    const ids = await Promise.all(Array.from({ length: 4 }, () => createSchedule(world)))

    world.time.nowMs = localMs('2026-08-01T09:00')
    await Promise.all([world.runTick(), world.runTick()])
    await world.drain()

    const runs = await Promise.all(ids.map(async (id) => (await readRuns(world, id)).past))
    expect(
      runs
        .flat()
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(['issued', 'issued', 'skipped', 'skipped'])
    expect(world.phones.outbox).toHaveLength(12)
    const places = await world.monthPlaces.find({ month: '2026-08', district: '1308' })
    expect(Object.values(places).map((had) => had.length)).toEqual([2, 2, 2])
  })
})
