import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { callRoutes } from '../../../shared/contracts/call-routes.ts'
import { approvalRoutes } from '../../../shared/contracts/approval-routes.ts'
import {
  alertBody,
  alertUsers,
  buildCommittee,
  issueAlert,
  newKey,
  phoneOf,
  readVillage,
  villageWith,
} from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { readCallList } from '../../support/calls.ts'
import { it } from '../../support/world-test.ts'
import { seed, template, textTo } from '../../support/flood-template.ts'

const body = { ...alertBody, texts: undefined, template }

const draft = (world: AlertWorld, over: Record<string, unknown> = {}) =>
  world.api.ok(alertRoutes.createAlert, { user: 'officer', body: { ...body, ...over }, headers: newKey() })

describe('an alert from a template', () => {
  it('keeps template, version and slots, and says that no text of it is free', async ({ world }) => {
    await seed(world)

    const { body: alert } = await draft(world)

    expect(alert.versions[0]).toMatchObject({ template, freeText: false })
    expect(alert.versions[0]?.texts.en).toBe(
      'FLOOD WARNING: move people, animals and rice to {safePlace} by 23/07 18:00. Xe Champhone 7.5 m at Kengdi. Help old and disabled people. {office}, phone {desk}.',
    )
  })

  it('reaches each phone with the words of its own village, in its language', async ({ world }) => {
    await seed(world)

    await issueAlert(world, { texts: undefined, template }, 'officer')
    await world.drain()

    expect(textTo(world, phoneOf('1308002', 0))).toMatch(
      /^EXERCISE: FLOOD WARNING: .* to Temple hill by 23\/07 18:00\..* Songkhone District, phone 041 212 345\. #1\.1 23\/07 12:00 EXERCISE$/,
    )
    expect(textTo(world, phoneOf('1308001', 0))).toContain('ໄປ ວັດໜອງສູງ ກ່ອນ 23/07 18:00')
    expect(textTo(world, phoneOf('1308003', 0))).toContain('ໄປ ບ່ອນສູງຂອງບ້ານ ກ່ອນ 23/07 18:00')
    expect(world.phones.outbox.filter(({ text }) => text.includes('{'))).toEqual([])
  })

  it('shows who decides on it the very text that the phone of a village then gets', async ({ world }) => {
    await seed(world)
    const params = { alertId: (await draft(world)).body.alertId }

    const { body: heads } = await world.api.ok(alertRoutes.getHeads, { user: 'officer', params })
    await world.api.ok(alertRoutes.submitAlert, { user: 'officer', params, headers: newKey() })
    await world.drain()

    expect(heads.needsSecondPerson).toBe(false)
    const [lo, en] = heads.texts
    expect(lo).toMatchObject({ language: 'lo', village: '1308003', safePlaceUnknown: 1 })
    expect(lo?.text).toBe(textTo(world, phoneOf('1308003', 0)))
    expect(en).toMatchObject({ language: 'en', village: '1308001', safePlaceUnknown: 0 })
    expect(en?.text).toBe(textTo(world, phoneOf('1308002', 0)))
  })

  it('fixes the words of a village in its dispatch, those that the texts need and no others', async ({
    world,
  }) => {
    await seed(world)
    const alertId = await issueAlert(world, { texts: undefined, template }, 'officer')
    await world.drain()

    const dispatch = await world.dispatches.find({
      alertId,
      version: 1,
      district: '1308',
      village: '1308001',
    })

    expect(dispatch?.fill).toEqual({
      lo: { safePlace: 'ວັດໜອງສູງ', office: 'ເມືອງສອງຄອນ', desk: '041 212 345' },
      en: { safePlace: 'Temple hill', office: 'Songkhone District', desk: '041 212 345' },
    })
  })

  it('is refused where a district has no desk number', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])

    const problem = await world.api.refused(alertRoutes.createAlert, {
      user: 'officer',
      body,
      headers: newKey(),
    })

    expect(problem.errors).toEqual([
      { path: 'body.areas', message: 'Songkhone has no desk number: an admin sets it.' },
    ])
  })

  it('is refused with every fault at once, and nothing of it is kept', async ({ world }) => {
    await seed(world)

    const problem = await world.api.refused(alertRoutes.createAlert, {
      user: 'officer',
      body: { ...body, hazard: 'landslide', areas: ['1399'], template: { ...template, slots: {} } },
      headers: newKey(),
    })

    expect(problem.errors.map(({ path }) => path).toSorted()).toEqual([
      'body.areas[0]',
      'body.hazard',
      'body.template.slots.by',
      'body.template.slots.level',
      'body.template.slots.place',
      'body.template.slots.river',
    ])
    expect((await world.alerts.listPage(1, undefined)).alerts).toEqual([])
  })

  it('is not actual where nobody has approved its words and the stage asks for it', async ({ tables }) => {
    const world = createAlertWorld(tables, { unreviewedAllowed: false })
    await world.seedUsers(alertUsers)
    await seed(world)

    const problem = await world.api.refused(alertRoutes.createAlert, {
      user: 'officer',
      body: { ...body, mode: 'actual' },
      headers: newKey(),
    })

    expect(problem).toMatchObject({ code: 'template-unreviewed', status: 422 })
    expect((await draft(world)).body.state).toBe('draft')
    const free = await draft(world, { mode: 'actual', template: undefined, texts: alertBody.texts })
    expect(free.body.versions[0]).toMatchObject({ template: null, freeText: true })
  })

  it('is of free text from the edit on that writes other words', async ({ world }) => {
    await seed(world)
    const drafted = await draft(world)
    const edit = (headers: Record<string, string>, change: Record<string, unknown>) =>
      world.api.ok(approvalRoutes.editAlert, {
        user: 'officer',
        params: { alertId: drafted.body.alertId },
        headers,
        body: change,
      })

    const refilled = await edit(
      { 'if-match': drafted.etag },
      { template: { ...template, slots: { ...template.slots, level: 8 } } },
    )
    const rewritten = await edit({ 'if-match': refilled.etag }, { texts: { en: 'FLOOD WARNING' } })

    expect(refilled.body.versions[0]).toMatchObject({ freeText: false, template: { slots: { level: 8 } } })
    expect(refilled.body.versions[0]?.texts.en).toContain('8 m at Kengdi')
    expect(rewritten.body.versions[0]).toMatchObject({
      freeText: true,
      template: null,
      texts: { en: 'FLOOD WARNING' },
    })
  })

  it('keeps to what its template serves when its level is edited', async ({ world }) => {
    await seed(world)
    const drafted = await draft(world)

    const problem = await world.api.refused(approvalRoutes.editAlert, {
      user: 'officer',
      params: { alertId: drafted.body.alertId },
      headers: { 'if-match': drafted.etag },
      body: { level: 'evacuate' },
    })

    expect(problem.errors).toMatchObject([{ path: 'body.level' }])
  })
})

const submit = (world: AlertWorld, alertId: string) =>
  world.api.refused(alertRoutes.submitAlert, { user: 'officer', params: { alertId }, headers: newKey() })

describe('a time that the text names', () => {
  const afterIt = Date.parse(template.slots.by) + 1_000

  it('is looked at again when it is submitted: what has passed is not sent', async ({ world }) => {
    await seed(world)
    const { body: alert } = await draft(world)
    world.time.nowMs = afterIt

    const problem = await submit(world, alert.alertId)

    expect(problem).toMatchObject({ code: 'wrong-state', errors: [{ path: 'template.slots.by' }] })
    await world.drain()
    expect(world.phones.outbox).toEqual([])
  })

  it('is looked at again when it is approved', async ({ tables }) => {
    const world = createAlertWorld(tables, { secondPersonLevels: new Set(['warning']) })
    await world.seedUsers(alertUsers)
    await seed(world)
    const { body: alert } = await draft(world)
    const { body: waiting } = await world.api.ok(alertRoutes.submitAlert, {
      user: 'officer',
      params: { alertId: alert.alertId },
      headers: newKey(),
    })
    world.time.nowMs = afterIt

    const problem = await world.api.refused(approvalRoutes.approveAlert, {
      user: 'province',
      params: { alertId: alert.alertId },
      body: { digest: waiting.versions[0]?.submission?.digest },
      headers: newKey(),
    })

    expect(problem).toMatchObject({ code: 'wrong-state', errors: [{ path: 'template.slots.by' }] })
  })
})

describe('a phone that shows no Lao letters', () => {
  it('gets the Lao text all the same, and board and call list say so', async ({ world }) => {
    const [old, other] = buildCommittee('1308001', 2)
    const reader = buildCommittee('1308002', 1, { language: 'en', script: 'latin' })
    if (old === undefined || other === undefined) throw new Error('a committee')
    await world.seedVillages([
      villageWith('1308001', 0, { members: [{ ...old, script: 'latin' }, other, ...reader] }),
    ])
    const alertId = await issueAlert(world)
    await world.drain()
    world.time.nowMs += 11 * 60_000

    const { recipients } = await readVillage(world, alertId, '1308001')
    const { villages } = await readCallList(world, alertId)
    const page = await world.api.call(callRoutes.getCallSheet, {
      user: 'officer',
      params: { district: '1308' },
      query: { format: 'html' },
    })

    expect(textTo(world, old.phone)).toContain('ເຕືອນໄພນ້ຳຖ້ວມ')
    expect(recipients.map(({ memberId, lettersFallback }) => [memberId, lettersFallback])).toEqual([
      [old.id, true],
      [other.id, false],
      ['m-1308002-0', false],
    ])
    expect(villages[0]?.contacts.map(({ showsLao }) => showsLao)).toEqual([false, true, false])
    expect(page.body?.match(/phone shows no Lao letters/g)).toHaveLength(2)
  })
})
