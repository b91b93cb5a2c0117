import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { issueAlert, newKey, villageWith } from '../../support/alert-samples.ts'
import { followUp, issueFollowUp } from '../../support/follow-up.ts'
import { draft, read, submit } from '../../support/approval.ts'
import { recordCall } from '../../support/calls.ts'
import { failOnce } from '../../support/fail-once.ts'
import { noticesSent, staffPhones, toldTo, withStaffPhones } from '../../support/notices.ts'
import { it } from '../../support/world-test.ts'

const villages = [villageWith('1308001', 2)]
const reason = { reason: 'The bank broke' }

afterEach(() => vi.restoreAllMocks())

describe('what became of a version', () => {
  it.for(['returnAlert', 'rejectAlert'] as const)(
    '%s is told to who wrote it, not to who did it',
    async (route, { tables }) => {
      const world = await withStaffPhones(tables, villages)
      const alertId = await draft(world)
      await submit(world, alertId)
      await world.drain()
      world.phones.outbox.length = 0

      await world.api.ok(alertRoutes[route], {
        user: 'second',
        params: { alertId },
        body: reason,
        headers: newKey(),
      })
      await world.drain()
      await world.tickAfter(400)
      await world.drain()

      expect(toldTo(world)).toEqual(['officer'])
    },
  )

  it('issued by one officer alone is told to all officers and admins of the areas', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    const alertId = await draft(world, { level: 'evacuate' })

    await world.api.ok(alertRoutes.breakGlass, {
      user: 'officer',
      params: { alertId },
      body: reason,
      headers: newKey(),
    })
    await world.drain()
    await world.tickAfter(70)
    await world.drain()

    expect(toldTo(world)).toEqual(['admin', 'province', 'second', 'village-officer'])
  })
})

describe('a cancel', () => {
  it('is told to all officers and admins of the areas, as one person alone gave it', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    const alertId = await draft(world, { level: 'watch' })
    await submit(world, alertId)
    await world.drain()

    await followUp(world, 'cancelAlert', alertId, { user: 'officer' })
    await world.drain()

    expect(toldTo(world)).toEqual(['admin', 'province', 'second', 'village-officer'])
    expect(noticesSent(world).find(({ to }) => to === 'province')?.text).toContain(
      'Cancel was issued by one officer alone. Review it.',
    )
    expect((await read(world, alertId)).versions[1]?.notices).toMatchObject([
      { kind: 'glass-broken', sms: 4 },
    ])
  })
})

describe('an actual warning', () => {
  const actual = { mode: 'actual', level: 'watch', expiresAtIso: '2026-07-23T15:00:00+07:00' }

  it('is told an hour before its end, at its end, and four times at most after it', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    const alertId = await draft(world, actual)
    await submit(world, alertId)
    await world.drain()
    await recordCall(world, alertId, '1308001', { outcome: 'told' })
    await world.tickAfter(61)

    const counts: number[] = []
    for (const hours of [1, 1, 1, 6, 6, 6, 6, 6]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await world.tickAfter(hours * 3600)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await world.drain()
      counts.push(toldTo(world).filter((who) => who === 'officer').length)
    }

    expect(counts).toEqual([0, 1, 2, 3, 4, 5, 5, 5])
    expect(toldTo(world).filter((who) => who === 'viewer' || who === 'admin')).toEqual([])
    expect((await read(world, alertId)).versions[0]?.notices.map(({ kind }) => kind)).toEqual([
      'expiring',
      ...Array.from({ length: 4 }, () => 'not-ended'),
    ])
  })

  it('that is over in a district reminds the officers of the others alone', async ({ tables }) => {
    const world = await withStaffPhones(tables, [...villages, villageWith('1309001', 1)], {
      secondPersonLevels: new Set(),
    })
    const alertId = await issueAlert(world, { ...actual, areas: ['13'] })
    await world.drain()
    await issueFollowUp(world, 'allClearAlert', alertId, { areas: ['1308'] })
    await world.drain()
    await recordCall(world, alertId, '1309001', { outcome: 'told' })
    world.phones.outbox.length = 0

    await world.tickAfter(2 * 3600 + 60)
    await world.drain()

    // The second officer by their login of the province, on the phone of the other one.
    expect(toldTo(world)).toEqual(['officer-again', 'province', 'second'])
  })
})

describe('a stop of the whole account', () => {
  const stop = { user: 'admin', body: reason, headers: newKey() }

  it('and its end are told to admins, while nothing goes to villages', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    const alertId = await draft(world, { level: 'watch' })
    await submit(world, alertId)

    await world.api.ok(alertRoutes.stopAccount, stop)
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other
    for (let batches = 0; batches < 10; batches += 1) await world.worker.step()
    const whileStopped = [...world.phones.outbox]
    await world.tickAfter(60)
    await world.api.ok(alertRoutes.resumeAccount, { user: 'admin', headers: newKey() })
    await world.tickAfter(60)
    await world.drain()

    expect(whileStopped.map(({ phone }) => phone)).toEqual([staffPhones.admin])
    expect(noticesSent(world).map(({ to, text }) => [to, text])).toEqual([
      ['admin', 'ຢຸດສົ່ງ SMS ທັງໝົດແລ້ວ 23/07 12:00'],
      ['admin', expect.stringMatching(/^ສົ່ງ SMS ໄດ້ອີກແລ້ວ 23\/07 12:0\d$/)],
    ])
    expect(world.phones.outbox).toHaveLength(4)
  })

  it('is told by the minute’s tick where the request died right after it', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    failOnce(world.deps.halts, 'stopAccount', 'after')

    await world.api.call(alertRoutes.stopAccount, stop)
    await world.tickAfter(60)
    await world.tickAfter(60)
    await world.drain()

    expect(toldTo(world)).toEqual(['admin'])
  })

  it('is told while it lasts, though every queue lost the notice on its way', async ({ tables }) => {
    const world = await withStaffPhones(tables, villages)
    await world.api.ok(alertRoutes.stopAccount, stop)
    world.worker.loseAll()
    await world.tickAfter(130)
    await world.worker.step()
    world.worker.loseAll()

    await world.tickAfter(260)
    await world.drain()

    expect(toldTo(world)).toEqual(['admin'])
  })
})
