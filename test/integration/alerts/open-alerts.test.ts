import { describe, expect, vi } from 'vitest'
import { toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { rangeOfCodes } from '../../../shared/domain/user.ts'
import { issueAlert, readBoard, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { approve, draft, submit, withSecondPerson } from '../../support/approval.ts'
import { recordCall } from '../../support/calls.ts'
import { failOnce } from '../../support/fail-once.ts'
import { followUp } from '../../support/follow-up.ts'
import { it } from '../../support/world-test.ts'

const listOpen = async (world: AlertWorld, user = 'province', query: Record<string, string> = {}) =>
  (await world.api.ok(alertRoutes.listAlerts, { user, query: { open: 'true', ...query } })).body

const listIds = async (world: AlertWorld, user?: string) =>
  (await listOpen(world, user)).alerts.map(({ alertId }) => alertId)

const hourMs = 3_600_000

describe('open alerts', () => {
  it('say how far the villages of the reader are, and which of them need help', async ({ world }) => {
    await world.seedVillages([
      villageWith('1308001', 2, { exposure: 1 }),
      villageWith('1308002', 1, { exposure: 3 }),
      villageWith('1308003', 0),
      villageWith('1309001', 3),
    ])
    const alertId = await issueAlert(world, { areas: ['1308', '1309'] })
    await world.drain()
    await recordCall(world, alertId, '1308001', { outcome: 'needs-help' })
    await recordCall(world, alertId, '1308002', { outcome: 'needs-help' })
    await recordCall(world, alertId, '1309001', { outcome: 'told' })

    const [ofDistrict] = (await listOpen(world, 'officer')).alerts
    const [ofNeighbour] = (await listOpen(world, 'neighbour')).alerts
    const [ofProvince] = (await listOpen(world)).alerts

    expect(ofDistrict?.villages).toEqual({
      coverage: { 'needs-help': 2, 'no-contact': 1 },
      needHelp: ['1308002', '1308001'],
    })
    expect(ofNeighbour?.villages).toEqual({ coverage: { acknowledged: 1 }, needHelp: [] })
    expect(ofProvince?.villages?.coverage).toEqual((await readBoard(world, alertId)).coverage)
  })

  it('are of the version that phones were told last, whatever draft came after it', async ({ tables }) => {
    const world = await withSecondPerson(tables, [villageWith('1308001', 1)])
    const alertId = await issueAlert(world, { level: 'watch' })
    await world.drain()
    await followUp(world, 'updateAlert', alertId)

    const [listed] = (await listOpen(world)).alerts

    expect(listed).toMatchObject({ version: 2, villages: { coverage: { 'handed-over': 1 } } })
  })

  it('are those that hold, were not ended, or wait for somebody of the office', async ({ tables }) => {
    const world = await withSecondPerson(tables, [villageWith('1308001', 1)])
    const over = await issueAlert(world, { level: 'watch' })
    await world.drain()
    const takenBack = await issueAlert(world, { level: 'watch' })
    await world.drain()
    await followUp(world, 'cancelAlert', takenBack)
    await world.drain()
    world.time.nowMs += 60_000
    await draft(world)
    const waiting = await draft(world)
    await submit(world, waiting)
    world.time.nowMs += 60_000
    const expiresAtIso = toIso(world.time.nowMs + 2 * hourMs)
    const notEnded = await issueAlert(world, { level: 'watch', mode: 'actual', expiresAtIso })
    await world.drain()

    const held = await listIds(world)
    world.time.nowMs += 30 * hourMs
    const later = await listIds(world)

    expect(held).toEqual([notEnded, waiting, over])
    // What one person took back alone was not reviewed in time.
    expect(later).toEqual([notEnded, waiting, takenBack])
  })

  it('are those too that were approved and did not go out yet', async ({ tables }) => {
    const world = await withSecondPerson(tables, [villageWith('1308001', 1)])
    const alertId = await draft(world)
    await submit(world, alertId)
    failOnce(world.deps.approvals, 'issue')

    await expect(approve(world, alertId)).rejects.toThrow('500')
    vi.restoreAllMocks()

    expect((await listOpen(world)).alerts).toMatchObject([{ alertId, state: 'approved', villages: null }])
  })

  it('are counted for the newest ten that are live', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    for (let made = 0; made < 11; made += 1) {
      world.time.nowMs += 1_000
      // oxlint-disable-next-line no-await-in-loop -- one after the other, at different times
      await issueAlert(world)
    }
    await world.drain()

    const { alerts, nextCursor } = await listOpen(world)

    expect(alerts.map(({ villages }) => villages !== null)).toEqual([...Array(10).fill(true), false])
    expect(nextCursor).toBeNull()
  })

  it('name 20 of the villages that need help, and count all', async ({ world }) => {
    const codes = Array.from({ length: 22 }, (_, index) => `1308${String(index + 1).padStart(3, '0')}`)
    await world.seedVillages(codes.map((code) => villageWith(code, 1)))
    const alertId = await issueAlert(world)
    await world.drain()
    await Promise.all(codes.map((code) => recordCall(world, alertId, code, { outcome: 'needs-help' })))

    const [listed] = (await listOpen(world)).alerts

    expect(listed?.villages).toEqual({ coverage: { 'needs-help': 22 }, needHelp: codes.slice(0, 20) })
  })

  it('come in pages, past those that are over', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const first = await issueAlert(world)
    await world.drain()
    world.time.nowMs += 60_000
    const over = await issueAlert(world)
    await world.drain()
    await followUp(world, 'cancelAlert', over)
    await world.drain()
    world.time.nowMs += 60_000
    const last = await issueAlert(world)
    await world.drain()

    const page = await listOpen(world, 'province', { limit: '1' })
    const next = await listOpen(world, 'province', { limit: '1', cursor: page.nextCursor ?? '' })

    expect([...page.alerts, ...next.alerts].map(({ alertId }) => alertId)).toEqual([last, first])
  })

  it('are looked for on the newest five pages, and the answer says where it stopped', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const live = await issueAlert(world)
    await world.drain()
    for (let made = 0; made < 5; made += 1) {
      world.time.nowMs += 1_000
      // oxlint-disable-next-line no-await-in-loop -- one after the other, at different times
      await draft(world)
    }
    const { listPage } = world.deps.alerts
    // A page of the table holds 100.
    world.deps.alerts.listPage = (_, from) => listPage(1, from)

    const page = await listOpen(world)
    const next = await listOpen(world, 'province', { cursor: page.nextCursor ?? '' })

    expect(page.alerts).toEqual([])
    expect(next.alerts.map(({ alertId }) => alertId)).toEqual([live])
    expect(next.nextCursor).toBeNull()
  })

  it('say that the account is stopped', async ({ world }) => {
    const before = await listOpen(world)
    await world.api.ok(alertRoutes.stopAccount, { user: 'admin', body: { reason: 'A wrong text goes out' } })

    const after = await listOpen(world)

    expect(before).toMatchObject({ accountStopped: false, accountStoppedSinceIso: null })
    expect(after).toMatchObject({
      accountStopped: true,
      accountStoppedSinceIso: toIso(world.time.nowMs),
    })
  })

  it('read rows of the reader’s areas alone', async ({ world }) => {
    await world.seedVillages([
      villageWith('1308001', 1),
      villageWith('1309001', 1),
      villageWith('1310001', 1),
    ])
    const alertId = await issueAlert(world, { areas: ['1308', '1309', '1310'] })
    await world.drain()
    await recordCall(world, alertId, '1310001', { outcome: 'told' })
    const read = async (areas: string[]) =>
      (await world.board.list(alertId, 1, rangeOfCodes({ areas })))
        .map(({ village, word }) => `${village} ${word?.toldVersion ?? 0}`)
        .toSorted()

    expect(await read(['1309'])).toEqual(['1309001 0'])
    expect(await read(['1309', '1310001'])).toEqual(['1309001 0', '1310001 1'])
    expect(await read(['LA'])).toEqual(['1308001 0', '1309001 0', '1310001 1'])
  })
})

describe('the usual list', () => {
  it('counts no villages', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    await issueAlert(world)

    const { alerts } = (await world.api.ok(alertRoutes.listAlerts, { user: 'province' })).body

    expect(alerts.map(({ villages }) => villages)).toEqual([null])
  })

  it('looks through twenty pages at a time for who has few alerts, and goes on from there', async ({
    world,
  }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const own = await issueAlert(world)
    const { listPage } = world.deps.alerts
    const next = { listKey: 'alerts', createdAtIso: '9999', PK: 'ALERT#of-others', SK: 'ALERT' }
    const reading = vi.fn<typeof listPage>(async () => ({ alerts: [], next }))
    world.deps.alerts.listPage = reading
    const list = async (query: Record<string, string>) =>
      (await world.api.ok(alertRoutes.listAlerts, { user: 'province', query })).body

    const page = await list({})
    const reads = reading.mock.calls.length
    world.deps.alerts.listPage = listPage
    const older = await list({ cursor: page.nextCursor ?? '' })

    expect([page.alerts, reads]).toEqual([[], 20])
    expect(older.alerts.map(({ alertId }) => alertId)).toEqual([own])
  })
})
