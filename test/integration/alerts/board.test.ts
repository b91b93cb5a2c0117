import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { deliveryStates } from '../../../shared/domain/delivery.ts'
import { tallyOf } from '../../../shared/domain/dispatch.ts'
import {
  alertBody,
  buildCommittee,
  issueAlert,
  newKey,
  phoneOf,
  readBoard,
  readVillage,
  villageWith,
} from '../../support/alert-samples.ts'
import { it } from '../../support/world-test.ts'

describe('the board', () => {
  it('leads with villages without contact, then by need, exposure and code', async ({ world }) => {
    await world.seedVillages([
      villageWith('1308001', 1),
      villageWith('1308002', 1, { exposure: 3 }),
      villageWith('1308003', 1),
      villageWith('1308004', 0),
      villageWith('1308005', 0, { exposure: 2 }),
    ])
    world.phones.answer(phoneOf('1308003', 0), { kind: 'rejected', code: 'Made' })

    const alertId = await issueAlert(world)
    await world.drain()

    const { villages, coverage, totals, states } = await readBoard(world, alertId)
    expect(villages.map(([code, state, exposure]) => [code, state, exposure])).toEqual([
      ['1308005', 'no-contact', 2],
      ['1308004', 'no-contact', 0],
      ['1308003', 'unreachable', 0],
      ['1308002', 'handed-over', 3],
      ['1308001', 'handed-over', 0],
    ])
    expect(coverage).toEqual({ 'no-contact': 2, unreachable: 1, 'handed-over': 2 })
    expect(totals).toMatchObject({ accepted: 2, delivered: 0, rejected: 1 })
    expect(states).toEqual(deliveryStates)
    expect(villages[2]?.slice(3)).toEqual(deliveryStates.map((state) => (state === 'rejected' ? 1 : 0)))
  })

  it('tells how many villages are expected but not on the roster, the worst district first', async ({
    world,
  }) => {
    await world.seedVillages([villageWith('1308001', 1), villageWith('1309001', 1)])
    await world.summaries.setVillagesExpected('1308', 3)
    await world.summaries.setVillagesExpected('1309', 10)

    const alertId = await issueAlert(world, { areas: ['1308', '1309'] })
    const before = await readBoard(world, alertId)
    await world.drain()

    expect(before.districts.map(({ fannedOut }) => fannedOut)).toEqual([false, false])
    expect((await readBoard(world, alertId)).districts).toEqual([
      { district: '1309', villages: 1, villagesExpected: 10, villagesNotOnRoster: 9, fannedOut: true },
      { district: '1308', villages: 1, villagesExpected: 3, villagesNotOnRoster: 2, fannedOut: true },
    ])
  })

  it('expects of an alert to villages these alone, also before they are fanned out', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1), villageWith('1308002', 1)])
    await world.summaries.setVillagesExpected('1308', 30)
    const alertId = await issueAlert(world, { areas: ['1308001', '1308002'] })
    const expected = { district: '1308', villagesExpected: 2, villagesNotOnRoster: 0 }

    expect((await readBoard(world, alertId)).districts).toMatchObject([expected])
    await world.drain()
    expect((await readBoard(world, alertId)).districts).toMatchObject([expected])
    expect((await readBoard(world, alertId, 'village-officer')).districts).toMatchObject([
      { villages: 1, villagesExpected: 1, villagesNotOnRoster: 0 },
    ])
  })

  it('is empty for a draft, and has no version that was never written', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const { body } = await world.api.ok(alertRoutes.createAlert, {
      user: 'officer',
      body: alertBody,
      headers: newKey(),
    })
    const params = { alertId: body.alertId }

    expect((await readBoard(world, body.alertId)).villages).toEqual([])
    const problem = await world.api.refused(alertRoutes.getBoard, {
      user: 'officer',
      params,
      query: { version: '2' },
    })
    expect(problem.status).toBe(404)
    const wrong = await world.api.refused(alertRoutes.getBoard, {
      user: 'officer',
      params,
      query: { version: 'x' },
    })
    expect(wrong.errors[0]?.path).toBe('query.version')
  })
})

describe('one village of the board', () => {
  it('names each recipient with the language that they got', async ({ world }) => {
    const [lao, english] = buildCommittee('1308001', 2)
    if (lao === undefined || english === undefined) throw new Error('a committee of two')
    await world.seedVillages([villageWith('1308001', 0, { members: [lao, { ...english, language: 'en' }] })])

    const alertId = await issueAlert(world, { texts: { lo: 'ນ້ຳຖ້ວມ' } })
    await world.drain()

    const village = await readVillage(world, alertId, '1308001')
    expect(village).toMatchObject({ coverage: 'handed-over', lane: 'urgent', nameEn: 'Ban Thotlong' })
    expect(village.recipients).toMatchObject([
      { name: 'Made-up Person', language: 'lo', languageFallback: false, wave: 1, state: 'accepted' },
      { name: 'Made-up Person', language: 'lo', languageFallback: true, wave: 2, attempts: 1 },
    ])
    expect(world.phones.outbox[1]?.text).toContain('ນ້ຳຖ້ວມ')
  })

  it('mirrors a phone that it shares with another village, and passes its place on', async ({ world }) => {
    const [shared, own] = buildCommittee('1308001', 2)
    if (shared === undefined || own === undefined) throw new Error('a committee of two')
    await world.seedVillages([
      villageWith('1308001', 0, { members: [shared] }),
      villageWith('1308002', 0, { members: [{ ...shared, id: 'twin' }] }),
      villageWith('1308003', 0, { members: [{ ...shared, id: 'third' }, own] }),
    ])

    const alertId = await issueAlert(world)
    await world.drain()

    expect(world.phones.outbox).toHaveLength(2)
    expect((await readBoard(world, alertId)).coverage).toEqual({ 'handed-over': 3 })
    expect((await readVillage(world, alertId, '1308002')).recipients).toMatchObject([
      { state: 'suppressed', sharedWithVillage: '1308001', reason: 'shared-phone', attempts: 0 },
    ])
    expect((await readVillage(world, alertId, '1308003')).recipients.map(({ wave }) => wave)).toEqual([2, 1])
  })

  it('is not left waiting for a shared phone that was rejected', async ({ world }) => {
    const [shared] = buildCommittee('1308001', 1)
    if (shared === undefined) throw new Error('a committee of one')
    await world.seedVillages([
      villageWith('1308001', 0, { members: [shared] }),
      villageWith('1308002', 0, { members: [shared] }),
    ])
    world.phones.answer(shared.phone, { kind: 'opted-out', code: 'Made' })

    const alertId = await issueAlert(world)
    await world.drain()

    expect((await readBoard(world, alertId)).coverage).toEqual({ unreachable: 2 })
  })

  it('holds the same tally as its recipients', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 4)])
    world.phones.answer(phoneOf('1308001', 1), { kind: 'rejected', code: 'Made' })

    const alertId = await issueAlert(world)
    await world.drain()

    const [entry] = await world.board.list(alertId, 1)
    const [dispatch] = await world.dispatches.listDistrict({ alertId, version: 1, district: '1308' })
    expect(entry?.tally).toEqual(tallyOf(dispatch?.recipients ?? []))
    expect((await readVillage(world, alertId, '1308001')).tally).toEqual(entry?.tally)
  })
})

describe('the list', () => {
  it('comes in pages, newest first', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1), villageWith('1309001', 1)])
    const mine: string[] = []
    for (const areas of [['1308'], ['1309'], ['1308'], ['1308']]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, at different times
      const alertId = await issueAlert(world, { areas })
      if (areas[0] === '1308') mine.unshift(alertId)
      world.time.nowMs += 60_000
    }
    const page = async (cursor?: string) =>
      (
        await world.api.ok(alertRoutes.listAlerts, {
          user: 'officer',
          query: { limit: '2', ...(cursor === undefined ? {} : { cursor }) },
        })
      ).body

    const first = await page()
    const second = await page(first.nextCursor ?? '')

    expect([...first.alerts, ...second.alerts].map(({ alertId }) => alertId)).toEqual(mine)
    expect(second.nextCursor).toBeNull()
  })

  it.for([
    'nonsense',
    Buffer.from('{"listKey":"alerts","createdAtIso":"","PK":"x","SK":"y"}').toString('base64url'),
  ])('refuses the cursor %s', async (cursor, { world }) => {
    const problem = await world.api.refused(alertRoutes.listAlerts, { user: 'officer', query: { cursor } })

    expect(problem.errors[0]?.path).toBe('query.cursor')
  })
})
