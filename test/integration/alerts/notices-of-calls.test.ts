import { afterEach, describe, expect, vi } from 'vitest'
import { issueAlert, villageWith } from '../../support/alert-samples.ts'
import { approve, draft, submit } from '../../support/approval.ts'
import { readCallList, recordCall } from '../../support/calls.ts'
import { recover, resumeAlert, stopAlert } from '../../support/control.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { failOnce } from '../../support/fail-once.ts'
import { issueFollowUp } from '../../support/follow-up.ts'
import { kindsOf, noticesSent, passTime, toldTo, withStaffPhones } from '../../support/notices.ts'
import { deliveryRecord, takeReceipts } from '../../support/receipts.ts'
import { it } from '../../support/world-test.ts'

afterEach(() => vi.restoreAllMocks())

const tenMinutes = 600
const halfAnHour = 1800
const villages = [villageWith('1308001', 2), villageWith('1308002', 1), villageWith('1308003', 0)]

const startWorld = (tables: TestTables, over: Parameters<typeof withStaffPhones>[2] = {}) =>
  withStaffPhones(tables, villages, { secondPersonLevels: new Set(), ...over })

/** Issues a drill by the officer of the district, and forgets which SMS went out by it. */
const issue = async (
  world: AlertWorld,
  over: Parameters<typeof issueAlert>[1] = {},
  user = 'officer',
): Promise<string> => {
  const alertId = await issueAlert(world, over, user)
  await world.drain()
  return alertId
}

const textTo = (world: AlertWorld, who: string): string | undefined =>
  noticesSent(world).findLast(({ to }) => to === who)?.text

describe('villages without proof when their call list opens', () => {
  it('are told, by their number, to the officers of the district and who had a part, once each', async ({
    tables,
  }) => {
    const world = await withStaffPhones(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)
    await approve(world, alertId, { user: 'province' })
    await world.drain()
    const sms = world.phones.outbox.findIndex(({ phone }) => phone === villages[1]?.members[0]?.phone)
    await takeReceipts(world, deliveryRecord(`gateway-${sms + 1}`))
    world.phones.outbox.length = 0

    await passTime(world, tenMinutes - 1)
    const before = toldTo(world)
    await passTime(world, 1)
    await passTime(world, 60)

    expect(before).toEqual([])
    expect(toldTo(world)).toEqual(['officer', 'province', 'second', 'village-officer'])
    expect((await readCallList(world, alertId)).villages).toHaveLength(2)
    expect(textTo(world, 'province')).toMatch(
      /^EXERCISE: Siang: Warning: villages to call: 2\. .* See the call list\. #\d+\.1 23\/07 12:10 EXERCISE$/,
    )
    expect(textTo(world, 'officer')).toMatch(/^ຝຶກຊ້ອມ: ເຕືອນໄພ: ໂທຫາ 2 ບ້ານ: ບໍ່ມີຫຼັກຖານ\/ຂໍຊ່ວຍ #/)
  })

  it('and half an hour later still, are told once more, and to the province too', async ({ tables }) => {
    const world = await startWorld(tables)
    const alertId = await issue(world)
    await passTime(world, tenMinutes)
    const first = toldTo(world)
    world.phones.outbox.length = 0
    await recordCall(world, alertId, '1308001', { outcome: 'told' })

    await passTime(world, halfAnHour - 1)
    const before = toldTo(world)
    await passTime(world, 1)
    await passTime(world, 3600)

    expect(first).toEqual(['officer', 'second', 'village-officer'])
    expect(before).toEqual([])
    expect(toldTo(world)).toEqual(['officer', 'province', 'second', 'village-officer'])
    expect(textTo(world, 'province')).toContain('Warning: villages STILL to call: 2.')
    expect(await kindsOf(world, alertId)).toEqual(['call-villages', 'still-to-call'])
  })

  it('are told at the issue of a warning at night, of a drill too', async ({ tables }) => {
    const world = await startWorld(tables)
    world.time.nowMs = Date.parse('2026-07-23T23:00:00+07:00')

    const alertId = await issue(world)

    expect(toldTo(world)).toEqual(['officer', 'second', 'village-officer'])
    expect(textTo(world, 'officer')).toContain('ໂທຫາ 3 ບ້ານ')
    expect((await readCallList(world, alertId)).villages).toHaveLength(3)
  })

  it('of a drill that quiet hours hold are told ten minutes after their end', async ({ tables }) => {
    const world = await startWorld(tables, { quietHours: { fromHour: 20, untilHour: 7 } })
    world.time.nowMs = Date.parse('2026-07-23T23:00:00+07:00')
    await issue(world)

    await passTime(world, 8 * 3600)
    await passTime(world, tenMinutes - 1)
    const before = toldTo(world)
    await passTime(world, 1)

    expect(before).toEqual([])
    expect(toldTo(world)).toEqual(['officer', 'second', 'village-officer'])
  })

  it('are told to the officers of the districts that have any, not to those of others', async ({
    tables,
  }) => {
    const world = await startWorld(tables)
    await world.seedVillages([villageWith('1309001', 1)])
    const alertId = await issue(world, { areas: ['13'] }, 'province')
    await Promise.all(
      villages.map(({ code }) => recordCall(world, alertId, code, { outcome: 'told', user: 'province' })),
    )

    await passTime(world, tenMinutes)

    expect(toldTo(world)).toEqual(['province'])
    expect(textTo(world, 'province')).toContain('villages to call: 1.')
  })
})

describe('nobody is told to call villages', () => {
  it('where each has proof by then', async ({ tables }) => {
    const world = await startWorld(tables)
    const alertId = await issue(world)
    await Promise.all(villages.map(({ code }) => recordCall(world, alertId, code, { outcome: 'told' })))

    await passTime(world, tenMinutes)
    await passTime(world, halfAnHour)

    expect(toldTo(world)).toEqual([])
    expect(await kindsOf(world, alertId)).toEqual([])
  })

  it('of a drill that reaches nobody', async ({ tables }) => {
    const world = await startWorld(tables)
    const alertId = await issue(world, { reaches: 'nobody' })

    await passTime(world, tenMinutes)
    await passTime(world, halfAnHour)

    expect(await kindsOf(world, alertId)).toEqual([])
  })

  it('of an older version, but of its update by a clock of its own', async ({ tables }) => {
    const world = await startWorld(tables)
    const alertId = await issue(world)
    await passTime(world, 300)
    await issueFollowUp(world, 'updateAlert', alertId, { user: 'officer' })
    await world.drain()

    await passTime(world, 300)
    const before = await kindsOf(world, alertId)
    await passTime(world, 300)

    expect(before).toEqual([])
    expect(await kindsOf(world, alertId)).toEqual(['call-villages'])
    expect(textTo(world, 'officer')).toMatch(/#\d+\.2 /)
  })

  it('while it is stopped, but within a minute after it goes on', async ({ tables }) => {
    const world = await startWorld(tables)
    const alertId = await issueAlert(world, {}, 'officer')
    await stopAlert(world, alertId)
    await passTime(world, tenMinutes)
    const whileStopped = await kindsOf(world, alertId)

    await resumeAlert(world, alertId)
    await passTime(world, 60)

    expect(whileStopped).toEqual([])
    expect(await kindsOf(world, alertId)).toEqual(['call-villages'])
  })
})

describe('that villages must be called', () => {
  it.for(['listAlert', 'listDistrict', 'addVersion', 'settle'] as const)(
    'is told once, by the next tick, where the telling fails at %s',
    async (step, { tables }) => {
      const world = await startWorld(tables)
      const alertId = await issue(world)
      if (step === 'listAlert') failOnce(world.deps.calls, step)
      if (step === 'listDistrict') failOnce(world.deps.villages, step)
      if (step === 'addVersion') failOnce(world.deps.alerts, step, 'after')
      if (step === 'settle') failOnce(world.deps.notices, step)

      await passTime(world, tenMinutes)
      await passTime(world, 60)
      await passTime(world, 130)

      expect(toldTo(world)).toEqual(['officer', 'second', 'village-officer'])
      expect(await kindsOf(world, alertId)).toEqual(['call-villages'])
    },
  )

  it('is told once where two ticks come to it at once', async ({ tables }) => {
    const world = await startWorld(tables)
    const alertId = await issue(world)
    world.time.nowMs += tenMinutes * 1000

    await Promise.all([world.runTick(), world.runTick(), world.runTick()])
    await world.drain()
    await recover(world)

    expect(toldTo(world)).toEqual(['officer', 'second', 'village-officer'])
    expect(await kindsOf(world, alertId)).toEqual(['call-villages'])
  })

  it('is told as it was counted, though a call was recorded before the tick that died came again', async ({
    tables,
  }) => {
    const world = await startWorld(tables)
    const alertId = await issue(world)
    failOnce(world.deps.notices, 'settle')
    await passTime(world, tenMinutes)
    await Promise.all(villages.map(({ code }) => recordCall(world, alertId, code, { outcome: 'told' })))

    await passTime(world, 60)

    expect(toldTo(world)).toEqual(['officer', 'second', 'village-officer'])
    expect(await kindsOf(world, alertId)).toEqual(['call-villages'])
  })
})
