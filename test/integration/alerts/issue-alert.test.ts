import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { createAlertWorld, startOfTests, type AlertWorld } from '../../support/alert-world.ts'
import { buildMember, buildUser, buildVillage } from '../../support/builders.ts'
import { startTables, type TestTables } from '../../support/dynalite.ts'

const committee = (village: number, members: number) =>
  Array.from({ length: members }, (_, index) =>
    buildMember({
      id: `m${village}-${index}`,
      phone: `+85620550${String(village * 100 + index).padStart(5, '0')}`,
      language: index === 1 ? 'en' : 'lo',
    }),
  )

const body = {
  kind: 'flood',
  hazard: 'river-flood',
  level: 'warning',
  mode: 'exercise',
  areas: ['1308'],
  texts: { lo: 'ເຕືອນໄພນ້ຳຖ້ວມ', en: 'FLOOD WARNING' },
  expiresAtIso: '2026-07-24T12:00:00+07:00',
}

describe('an alert to a district', () => {
  let tables: TestTables
  let world: AlertWorld

  beforeAll(async () => {
    tables = await startTables()
    world = createAlertWorld(tables)
    await world.seedUsers([buildUser({ id: 'officer', roles: ['officer'], areas: ['1308'] })])
    await world.seedVillages([
      buildVillage({ code: '1308001', members: committee(1, 3) }),
      buildVillage({ code: '1308002', members: committee(2, 2) }),
      buildVillage({ code: '1308003', members: [] }),
    ])
  })
  afterAll(() => tables.stop())

  it('goes from draft to one SMS for each member, first contacts first, and is completed', async () => {
    const created = await world.api.ok(alertRoutes.createAlert, {
      user: 'officer',
      body,
      headers: { 'idempotency-key': 'wish-0001' },
    })
    expect(created.body.state).toBe('draft')
    const { alertId } = created.body

    const issued = await world.api.ok(alertRoutes.submitAlert, {
      user: 'officer',
      params: { alertId },
      headers: { 'idempotency-key': 'issue-0001' },
    })
    expect(issued.body.state).toBe('dispatching')

    await world.drain()

    const board = await world.api.ok(alertRoutes.getBoard, { user: 'officer', params: { alertId } })
    expect(board.body.state).toBe('completed')
    expect(board.body.totals).toMatchObject({ accepted: 5, pending: 0, sending: 0 })
    expect(board.body.coverage).toEqual({ 'no-contact': 1, 'handed-over': 2 })
    expect(board.body.villages[0]?.slice(0, 2)).toEqual(['1308003', 'no-contact'])
    expect(world.phones.outbox.map((sms) => sms.phone).toSorted()).toEqual([
      '+8562055000100',
      '+8562055000101',
      '+8562055000102',
      '+8562055000200',
      '+8562055000201',
    ])
    expect(
      world.phones.outbox
        .slice(0, 2)
        .map((sms) => sms.phone)
        .toSorted(),
    ).toEqual(['+8562055000100', '+8562055000200'])
    expect(world.phones.outbox[0]?.text).toBe('ຝຶກຊ້ອມ: ເຕືອນໄພນ້ຳຖ້ວມ #1.1 23/07 12:00 ຝຶກຊ້ອມ')
    expect(world.time.nowMs).toBe(startOfTests)
  })
})
