import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertUsers, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { countItems, it } from '../../support/world-test.ts'
import { createSchedule, localMs, readRuns, readSchedule, scheduleBody } from '../../support/schedules.ts'

const two = [villageWith('1308001', 2), villageWith('1309001', 2)]

const refuse = (world: AlertWorld, over: object, user = 'officer') =>
  world.api.refused(alertRoutes.createSchedule, {
    user,
    body: { ...scheduleBody, ...over },
    headers: newKey(),
  })

const edit = (scheduleId: string, body: object, ifMatch: string, user = 'officer') => ({
  user,
  params: { scheduleId },
  body,
  headers: { 'if-match': ifMatch },
})

describe('POST /v1/schedules', () => {
  it('answers what was written, with its next run and its ETag', async ({ world }) => {
    await world.seedVillages(two)

    const { body, etag } = await world.api.ok(alertRoutes.createSchedule, {
      user: 'officer',
      body: { ...scheduleBody, audience: { duties: ['head'] } },
      headers: newKey(),
    })

    expect(body).toMatchObject({
      name: 'Test the loudspeaker',
      state: 'active',
      audience: { duties: ['head'] },
      template: null,
      nextRunAtIso: '2026-08-01T09:00:00+07:00',
      awaitsReconfirmation: false,
      responsible: 'officer',
    })
    expect(etag).toBe(`"${body.etag}"`)
  })

  it('is the same schedule for the same key, and refuses the key with another body', async ({
    world,
    tables,
  }) => {
    await world.seedVillages(two)
    const request = { user: 'officer', body: scheduleBody, headers: newKey() }
    const [first, second] = await Promise.all([
      world.api.ok(alertRoutes.createSchedule, request),
      world.api.ok(alertRoutes.createSchedule, request),
    ])
    const items = await countItems(tables)

    const third = await world.api.ok(alertRoutes.createSchedule, request)
    const other = { ...request, body: { ...scheduleBody, name: 'Another' } }
    const refused = await world.api.refused(alertRoutes.createSchedule, other)

    expect(second.body.scheduleId).toBe(first.body.scheduleId)
    expect(third.body).toEqual(first.body)
    expect(refused.code).toBe('idempotency-key-reused')
    expect(await countItems(tables)).toBe(items)
  })

  it('names everything that would keep its first run from going out', async ({ world, tables }) => {
    await world.seedVillages(two)
    const items = await countItems(tables)
    const template = { id: 'before-rains', version: 1, slots: { by: '2026-08-20T18:00:00+07:00' } }

    const answers = await Promise.all([
      refuse(world, { recurrence: { type: 'once', date: '2026-07-23', time: '11:59' } }),
      refuse(world, { recurrence: { type: 'once', date: '2026-02-30', time: '11:59' } }),
      refuse(world, { recurrence: { type: 'monthly', day: 32, time: '24:00' } }),
      refuse(world, { areas: ['1309'] }),
      refuse(world, { areas: ['1399'] }),
      refuse(world, { texts: { en: 'Level {metres}' } }),
      refuse(world, { texts: undefined }),
      refuse(world, { texts: undefined, template }),
      refuse(world, { audience: {} }),
      refuse(world, { validHours: 721 }),
      refuse(world, { audience: { exposures: [3] } }),
      refuse(world, { audience: { duties: ['teacher'] } }),
    ])

    expect(answers.map(({ code, errors }) => [code, errors?.[0]?.path])).toEqual([
      ['invalid-request', 'body.recurrence'],
      ['invalid-request', 'body.recurrence.date'],
      ['invalid-request', 'body.recurrence.day'],
      ['invalid-request', 'body.areas[0]'],
      ['invalid-request', 'body.areas[0]'],
      ['invalid-request', 'body.texts.en'],
      ['invalid-request', 'body.texts'],
      ['invalid-request', 'body.template.slots.by'],
      ['invalid-request', 'body.audience'],
      ['invalid-request', 'body.validHours'],
      ['no-recipients', 'body.areas[0]'],
      ['no-recipients', 'body.areas'],
    ])
    expect(answers[3]?.errors).toEqual(answers[4]?.errors)
    expect(await countItems(tables)).toBe(items)
  })

  it('takes a template whose times count from each run, and refuses it unreviewed where the stage does', async ({
    tables,
  }) => {
    const world = createAlertWorld(tables, { unreviewedAllowed: false })
    await world.seedUsers(alertUsers)
    await world.seedVillages(two)
    await world.summaries.setDeskPhone('1308', '041 212 345')
    const template = { id: 'before-rains', version: 1, slots: { by: { daysAfter: 14, time: '18:00' } } }

    expect((await refuse(world, { texts: undefined, template })).code).toBe('template-unreviewed')
    const scheduleId = await createSchedule(world, { texts: undefined, template, mode: 'exercise' })

    expect(await readSchedule(world, scheduleId)).toMatchObject({ texts: null, template })
  })
})

describe('PATCH /v1/schedules/{scheduleId}', () => {
  it('lets one of two who read the same win', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)
    const { etag } = await readSchedule(world, scheduleId)

    const answers = await Promise.all(
      ['One', 'Two'].map((name) =>
        world.api.call(alertRoutes.editSchedule, edit(scheduleId, { name }, etag, 'province')),
      ),
    )

    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 412])
    expect(await readSchedule(world, scheduleId)).toMatchObject({ responsible: 'province' })
  })

  it('keeps the time of the next run, unless it is about that', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)
    world.time.nowMs = localMs('2026-08-01T09:00')

    const named = await world.api.ok(alertRoutes.editSchedule, edit(scheduleId, { name: 'New' }, '*'))
    const moved = await world.api.ok(
      alertRoutes.editSchedule,
      edit(scheduleId, { recurrence: { type: 'monthly', day: 31, time: '10:00' } }, '*'),
    )

    expect(named.body.nextRunAtIso).toBe('2026-08-01T09:00:00+07:00')
    expect(moved.body.nextRunAtIso).toBe('2026-08-31T10:00:00+07:00')
  })

  it('puts words in the place of a template, and takes an audience away', async ({ world }) => {
    await world.seedVillages(two)
    await world.summaries.setDeskPhone('1308', '041 212 345')
    const template = { id: 'before-rains', version: 1, slots: { by: { daysAfter: 14, time: '18:00' } } }
    const scheduleId = await createSchedule(world, {
      texts: undefined,
      template,
      audience: { duties: ['head'] },
    })

    const { body } = await world.api.ok(
      alertRoutes.editSchedule,
      edit(scheduleId, { texts: { en: 'Own words' }, audience: null }, '*'),
    )

    expect(body).toMatchObject({ texts: { en: 'Own words' }, template: null, audience: null })
  })

  it('moves no schedule to areas that its officer does not cover', async ({ world }) => {
    await world.seedVillages(two)
    const scheduleId = await createSchedule(world)

    const refused = await world.api.refused(
      alertRoutes.editSchedule,
      edit(scheduleId, { areas: ['1309'] }, '*'),
    )
    const hidden = await world.api.refused(
      alertRoutes.editSchedule,
      edit(scheduleId, { name: 'Taken' }, '*', 'neighbour'),
    )

    expect(refused.errors?.[0]?.path).toBe('body.areas[0]')
    expect(hidden.code).toBe('not-found')
  })
})

describe('GET /v1/schedules and its runs', () => {
  it('list what touches the caller’s areas, newest first, by page', async ({ world }) => {
    await world.seedVillages(two)
    const first = await createSchedule(world)
    world.time.nowMs += 1000
    await createSchedule(world, { areas: ['1309'] }, 'neighbour')
    world.time.nowMs += 1000
    const third = await createSchedule(world)

    const page = await world.api.ok(alertRoutes.listSchedules, { user: 'viewer', query: { limit: '1' } })
    const rest = await world.api.ok(alertRoutes.listSchedules, {
      user: 'viewer',
      query: { cursor: page.body.nextCursor ?? '' },
    })

    expect(page.body.schedules.map(({ scheduleId }) => scheduleId)).toEqual([third])
    expect(rest.body.schedules.map(({ scheduleId }) => scheduleId)).toEqual([first])
    expect(rest.body.nextCursor).toBeNull()
  })

  it('preview the next runs with their first SMS, and whether they are confirmed', async ({ tables }) => {
    const world = createAlertWorld(tables, { quietHours: { fromHour: 20, untilHour: 7 } })
    await world.seedUsers(alertUsers)
    await world.seedVillages(two)
    const late = { type: 'yearly', month: 2, day: 29, time: '21:00' }
    const scheduleId = await createSchedule(world, { recurrence: late })

    const { next } = await readRuns(world, scheduleId)

    expect(next.slice(0, 2)).toEqual([
      {
        runAtIso: '2027-02-28T21:00:00+07:00',
        smsFromIso: '2027-03-01T07:00:00+07:00',
        confirmed: true,
      },
      {
        runAtIso: '2028-02-29T21:00:00+07:00',
        smsFromIso: '2028-03-01T07:00:00+07:00',
        confirmed: false,
      },
    ])
    expect(next).toHaveLength(5)
  })
})

describe('an audience', () => {
  it('of an alert names its villages and people in preview and draft', async ({ world }) => {
    await world.seedVillages([
      villageWith('1308001', 2, { exposure: 3 }),
      villageWith('1308002', 2, { exposure: 1 }),
    ])
    const body = {
      kind: 'preparedness',
      hazard: 'river-flood',
      level: 'prepare',
      mode: 'actual',
      areas: ['1308'],
      texts: { en: 'Test the loudspeaker' },
      audience: { duties: ['head'], exposures: [3] },
    }

    const preview = await world.api.ok(alertRoutes.previewAlert, { user: 'officer', body })
    const drafted = await world.api.ok(alertRoutes.createAlert, { user: 'officer', body, headers: newKey() })
    const { alertId } = drafted.body
    await world.api.ok(alertRoutes.submitAlert, { user: 'officer', params: { alertId }, headers: newKey() })
    await world.drain()

    expect(preview.body).toMatchObject({ villages: 1, recipients: 2 })
    expect(drafted.body.versions[0]?.audience).toEqual({ duties: ['head'], exposures: [3] })
    expect(world.phones.outbox.map(({ phone }) => phone)).toEqual([
      phoneOf('1308001', 0),
      phoneOf('1308001', 1),
    ])
  })

  it('is refused for a danger: that is told to everybody', async ({ world }) => {
    await world.seedVillages(two)

    const refused = await world.api.refused(alertRoutes.createAlert, {
      user: 'officer',
      body: {
        kind: 'flood',
        hazard: 'river-flood',
        level: 'warning',
        mode: 'exercise',
        areas: ['1308'],
        texts: { en: 'FLOOD' },
        audience: { duties: ['head'] },
      },
      headers: newKey(),
    })

    expect(refused.errors?.[0]?.path).toBe('body.audience')
  })
})
