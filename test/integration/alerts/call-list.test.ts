import { Logger } from '@aws-lambda-powertools/logger'
import { afterEach, describe, expect, vi } from 'vitest'
import { toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import {
  alertBody,
  alertUsers,
  buildCommittee,
  issueAlert,
  newKey,
  phoneOf,
  readBoard,
  villageWith,
} from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { listReasons, readCallList, recordCall } from '../../support/calls.ts'
import { deliveryRecord, takeReceipts } from '../../support/receipts.ts'
import { it } from '../../support/world-test.ts'

afterEach(() => vi.restoreAllMocks())

const night = Date.parse('2026-07-23T23:10:00+07:00')

const minutes = (count: number): number => count * 60_000

const written = async (world: AlertWorld, alertId: string, format: 'csv' | 'html', user = 'province') => {
  const answer = await world.api.call(alertRoutes.getCallList, {
    user,
    params: { alertId },
    query: { format },
  })
  if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`)
  return { headers: answer.headers, text: answer.body ?? '' }
}

describe('the call list', () => {
  it('begins with help, then villages without anybody, and after ten minutes those without a proof', async ({
    world,
  }) => {
    await world.seedVillages([
      villageWith('1308001', 2),
      villageWith('1308002', 2, { exposure: 3 }),
      villageWith('1308003', 0),
      villageWith('1308004', 1),
      villageWith('1308005', 1),
      villageWith('1308006', 1),
    ])
    world.phones.answer(phoneOf('1308005', 0), { kind: 'rejected', code: 'Made' })
    const alertId = await issueAlert(world)
    await world.drain()
    const sms = world.phones.outbox.findIndex(({ phone }) => phone === phoneOf('1308006', 0))
    await takeReceipts(world, deliveryRecord(`gateway-${sms + 1}`))

    const atOnce = await listReasons(world, alertId)
    await recordCall(world, alertId, '1308004', { outcome: 'needs-help' })
    world.time.nowMs += minutes(10)
    await recordCall(world, alertId, '1308002', { outcome: 'no-answer' })

    expect(atOnce).toEqual(['1308003 send-someone', '1308005 call'])
    const list = await readCallList(world, alertId)
    expect(list.villages.map(({ village, reason }) => `${village} ${reason}`)).toEqual([
      '1308004 needs-help',
      '1308003 send-someone',
      '1308002 call',
      '1308001 call',
      '1308005 call',
    ])
    expect(list).toMatchObject({
      version: 1,
      mode: 'exercise',
      hazard: 'river-flood',
      areas: ['1308'],
      callListOpen: false,
      opensAtIso: toIso(Date.parse(list.issuedAtIso) + minutes(10)),
      counts: { 'needs-help': 1, 'send-someone': 1, call: 3 },
      villagesLeftOff: 0,
    })
    expect(list.script.lo).toBe(world.phones.outbox[0]?.text)
  })

  it('tells whom to call first, what was tried, and what the calls came to', async ({ world }) => {
    const [head, deputy, teacher] = buildCommittee('1308001', 3)
    if (head === undefined || deputy === undefined || teacher === undefined) throw new Error('three')
    await world.seedVillages([
      villageWith('1308001', 0, {
        exposure: 2,
        safePlaceLo: 'ໂຮງຮຽນ',
        languagesSpoken: ['Bru'],
        members: [
          { ...head, status: 'quarantined' },
          deputy,
          { ...teacher, duty: 'teacher', lastProvenReachableAtIso: '2026-07-20T12:00:00+07:00' },
          { ...head, id: 'landline', phone: '+85641212345', name: 'Land line' },
        ],
      }),
    ])
    const alertId = await issueAlert(world)
    await world.drain()
    world.time.nowMs += minutes(25)
    await recordCall(world, alertId, '1308001', {
      outcome: 'no-answer',
      memberId: teacher.id,
      note: 'rang out',
    })

    const [village] = (await readCallList(world, alertId, { user: 'officer' })).villages

    expect(village).toMatchObject({
      coverage: 'handed-over',
      exposure: 2,
      safePlaceLo: 'ໂຮງຮຽນ',
      safePlaceEn: null,
      languagesSpoken: ['Bru'],
      minutesWaiting: 25,
      tried: { accepted: 3 },
      calls: [{ outcome: 'no-answer', memberName: 'Made-up Person', note: 'rang out' }],
    })
    expect(
      village?.contacts.map(({ memberId, smsState, lastOutcome }) => [memberId, smsState, lastOutcome]),
    ).toEqual([
      [deputy.id, 'accepted', null],
      ['landline', null, null],
      [teacher.id, 'accepted', 'no-answer'],
      [head.id, 'accepted', null],
    ])
  })

  it('is open at once for a warning at night, where a phone that took an SMS wakes nobody', async ({
    world,
  }) => {
    await world.seedVillages([villageWith('1308001', 1), villageWith('1308002', 1)])
    world.time.nowMs = night
    const body = { expiresAtIso: '2026-07-24T23:00:00+07:00' }
    const alertId = await issueAlert(world, body)
    const watch = await issueAlert(world, { ...body, level: 'watch' })
    await world.drain()
    await takeReceipts(world, deliveryRecord('gateway-1'))

    expect(await listReasons(world, alertId)).toEqual(['1308001 call', '1308002 call'])
    expect(await listReasons(world, watch)).toEqual([])
    expect((await readBoard(world, alertId)).callListOpen).toBe(true)
    expect((await readBoard(world, watch)).callListOpen).toBe(false)
  })

  it('is open at once while every SMS of the account is stopped', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)

    const before = await listReasons(world, alertId)
    await world.api.ok(alertRoutes.stopAccount, { user: 'admin', body: { reason: 'Made up' } })

    expect([before, await listReasons(world, alertId)]).toEqual([[], ['1308001 call']])
  })

  it('holds villages that are not fanned out yet, and none that acknowledged', async ({ world }) => {
    await world.seedVillages([
      villageWith('1308001', 1),
      villageWith('1308002', 1),
      villageWith('1308003', 0),
    ])
    const alertId = await issueAlert(world)
    await recordCall(world, alertId, '1308003', { outcome: 'told' })
    world.time.nowMs += minutes(10)

    expect(await listReasons(world, alertId)).toEqual(['1308001 call', '1308002 call'])
    await recordCall(world, alertId, '1308001', { outcome: 'relaying' })
    expect(await listReasons(world, alertId)).toEqual(['1308002 call'])
  })

  it('ends after so many villages and says how many are left off', async ({ world }) => {
    await world.seedVillages([
      villageWith('1308001', 1),
      villageWith('1308002', 0),
      villageWith('1308003', 0),
    ])
    const alertId = await issueAlert(world)

    const list = await readCallList(world, alertId, { query: { limit: '1' } })

    expect(list.villages.map(({ village }) => village)).toEqual(['1308002'])
    expect(list).toMatchObject({ villagesLeftOff: 1, counts: { 'send-someone': 2 } })
    expect((await written(world, alertId, 'html')).text).not.toContain('more villages')
  })
})

describe('who reads the call list', () => {
  it('sees the villages that they cover, of one district where they ask for one', async ({ world }) => {
    await world.seedVillages(['1308001', '1308002', '1309001'].map((code) => villageWith(code, 1)))
    const alertId = await issueAlert(world, { areas: ['13'] })
    await world.drain()
    world.time.nowMs += minutes(10)
    const codes = async (user: string, query?: Record<string, string>) =>
      (await readCallList(world, alertId, { user, ...(query === undefined ? {} : { query }) })).villages.map(
        ({ village }) => village,
      )

    expect(await codes('province')).toEqual(['1308001', '1308002', '1309001'])
    expect(await codes('province', { district: '1309' })).toEqual(['1309001'])
    expect(await codes('officer')).toEqual(['1308001', '1308002'])
    expect(await codes('village-officer')).toEqual(['1308001'])
    expect(await codes('officer', { district: '1309' })).toEqual([])
    expect(await codes('neighbour')).toEqual(['1309001'])
  })

  it('is told 404 of an alert elsewhere, and that nothing was issued of a draft', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1), villageWith('1309001', 1)])
    const alertId = await issueAlert(world, { areas: ['1308'] })
    const draft = await world.api.ok(alertRoutes.createAlert, {
      user: 'officer',
      body: alertBody,
      headers: newKey(),
    })
    const refused = async (user: string, id: string) =>
      (await world.api.refused(alertRoutes.getCallList, { user, params: { alertId: id } })).code

    expect(await refused('neighbour', alertId)).toBe('not-found')
    expect(await refused('officer', draft.body.alertId)).toBe('wrong-state')
  })

  it('sees whole numbers as an officer while the version holds, and masked ones otherwise', async ({
    world,
  }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    await world.drain()
    world.time.nowMs += minutes(10)
    const phones = async (user: string) => {
      const { phonesShown, villages } = await readCallList(world, alertId, { user })
      return [phonesShown, villages[0]?.contacts[0]?.phone]
    }

    expect(await phones('officer')).toEqual([true, phoneOf('1308001', 0)])
    expect(await phones('viewer')).toEqual([false, '+856********00'])
    expect(await phones('admin')).toEqual([false, '+856********00'])
    expect((await written(world, alertId, 'csv', 'viewer')).text).not.toMatch(/55 ?800/)
    world.time.nowMs = Date.parse(alertBody.expiresAtIso)
    expect(await phones('officer')).toEqual([false, '+856********00'])
    expect((await written(world, alertId, 'html')).text).toContain('no longer holds')
  })

  it('leaves no number, name or note in the logs', async ({ tables }) => {
    const lines: string[] = []
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((chunk) => {
        lines.push(String(chunk))
        return true
      })
    }
    const world = createAlertWorld(tables, { logger: new Logger({ serviceName: 'test', logLevel: 'DEBUG' }) })
    await world.seedUsers(alertUsers)
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    await world.drain()
    world.time.nowMs += minutes(10)
    await recordCall(world, alertId, '1308001', { outcome: 'no-answer', note: 'ຄວາມລັບ' })
    await written(world, alertId, 'html')

    const log = lines.join('')
    vi.restoreAllMocks()
    expect(log).toContain('CALL_RECORDED')
    expect(log).toContain('CALL_LIST_READ')
    for (const secret of [phoneOf('1308001', 0), '55 800 100', 'Made-up Person', 'ຄວາມລັບ'])
      expect(log).not.toContain(secret)
  })
})
