import { describe, expect } from 'vitest'
import { parse } from 'csv-parse/sync'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertBody, issueAlert, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { recordCall } from '../../support/calls.ts'
import { resendFailed } from '../../support/control.ts'
import { deliveryRecord, takeReceipts } from '../../support/receipts.ts'
import { it } from '../../support/world-test.ts'

const readReport = async (
  world: AlertWorld,
  alertId: string,
  { user = 'province', query = {} }: { user?: string; query?: Record<string, string> } = {},
) => (await world.api.ok(alertRoutes.getReport, { user, params: { alertId }, query })).body

const written = async (world: AlertWorld, alertId: string, format: 'csv' | 'html', user = 'province') => {
  const answer = await world.api.call(alertRoutes.getReport, {
    user,
    params: { alertId },
    query: { format },
  })
  if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`)
  return answer.body ?? ''
}

/** The message id under which the gateway took the SMS to this phone. */
const messageIdTo = (world: AlertWorld, phone: string): string =>
  `gateway-${world.phones.outbox.findIndex((sms) => sms.phone === phone) + 1}`

/** Two districts: one village with a receipt and a call, one with an SMS that failed, one without anybody. */
const anEvent = async (world: AlertWorld, over: Record<string, unknown> = {}): Promise<string> => {
  await world.seedVillages([
    villageWith('1308001', 2, { nameEn: 'Ban <One>' }),
    villageWith('1308002', 1),
    villageWith('1308003', 0),
    villageWith('1309001', 3),
  ])
  world.phones.answer(phoneOf('1308002', 0), { kind: 'rejected', code: 'Made' })
  const alertId = await issueAlert(world, { areas: ['1308', '1309'], ...over })
  world.time.nowMs += 4_000
  await world.drain()
  world.time.nowMs += 90_000
  await takeReceipts(world, deliveryRecord(messageIdTo(world, phoneOf('1308001', 0))))
  world.time.nowMs += 300_000
  await recordCall(world, alertId, '1308001', { outcome: 'told' })
  await recordCall(world, alertId, '1308002', { outcome: 'no-answer' })
  world.time.nowMs += 600_000
  return alertId
}

describe('the report of an alert', () => {
  it('tells versions, people, states and failures, and never adds handed over to delivered', async ({
    world,
  }) => {
    const alertId = await anEvent(world)

    const report = await readReport(world, alertId)

    expect(report).toMatchObject({
      mode: 'exercise',
      reaches: 'phones',
      createdBy: 'province',
      whole: true,
      calls: { recorded: 2, byOutcome: { told: 1, 'no-answer': 1 } },
      partsHandedOver: 5,
      costUsd: 0.3,
    })
    expect(report.versions).toMatchObject([
      {
        version: 1,
        state: 'completed',
        freeText: true,
        approval: null,
        villages: 4,
        recipients: 6,
        states: { accepted: 4, delivered: 1, rejected: 1 },
        coverage: { acknowledged: 1, unreachable: 1, 'no-contact': 1, 'handed-over': 1 },
        handedOver: 5,
        possibleDuplicates: 0,
        failures: [{ state: 'rejected', reason: 'Made', count: 1 }],
        firstContacts: { villages: 3, handedOver: 2, secondsFromSubmitToFirst: 4 },
      },
    ])
    expect(report.versions[0]?.history.map(({ action, by }) => `${action} ${by}`).slice(0, 2)).toEqual([
      'create province',
      'issue-alone province',
    ])
  })

  it('tells of each village when it was first written to, first proven and first told', async ({ world }) => {
    const alertId = await anEvent(world)

    const { villages, progress } = await readReport(world, alertId)

    expect(villages.map(({ village, coverage }) => `${village} ${coverage}`)).toEqual([
      '1308001 acknowledged',
      '1308002 unreachable',
      '1308003 no-contact',
      '1309001 handed-over',
    ])
    expect(villages[0]).toMatchObject({
      firstHandedOverAtIso: '2026-07-23T12:00:04+07:00',
      firstDeliveredAtIso: '2026-07-23T12:01:34+07:00',
      firstAcknowledgedAtIso: '2026-07-23T12:06:34+07:00',
      calls: 1,
    })
    expect(villages[1]).toMatchObject({ firstHandedOverAtIso: null, firstAcknowledgedAtIso: null })
    expect(progress).toEqual([
      { minutes: 1, handedOver: 2, delivered: 0, acknowledged: 0 },
      { minutes: 2, handedOver: 2, delivered: 1, acknowledged: 0 },
      { minutes: 5, handedOver: 2, delivered: 1, acknowledged: 0 },
      { minutes: 10, handedOver: 2, delivered: 1, acknowledged: 1 },
      { minutes: 15, handedOver: 2, delivered: 1, acknowledged: 1 },
    ])
  })

  it('says what Siang itself notes of a step in both languages, on the page too', async ({ world }) => {
    const alertId = await anEvent(world)
    await resendFailed(world, alertId)

    const { versions } = await readReport(world, alertId)
    const page = await written(world, alertId, 'html')

    expect(versions[0]?.history.at(-1)).toMatchObject({
      action: 'resend',
      note: null,
      words: { lo: 'ຜູ້ທີ່ຖືກປະຕິເສດ, ຜູ້ທີ່ບໍ່ຮອດ', en: 'who was refused, whom it did not reach' },
    })
    expect(page).toContain('ຜູ້ທີ່ຖືກປະຕິເສດ, ຜູ້ທີ່ບໍ່ຮອດ / who was refused, whom it did not reach</div>')
  })

  it('keeps when an SMS was handed over, whatever the carrier says of it later', async ({ world }) => {
    const alertId = await anEvent(world)
    const before = await readReport(world, alertId)

    await takeReceipts(world, deliveryRecord(messageIdTo(world, phoneOf('1309001', 0))))
    await world.tickAfter(73 * 3600)

    const after = await readReport(world, alertId)
    expect(after.versions[0]?.firstContacts).toEqual(before.versions[0]?.firstContacts)
    expect(after.versions[0]).toMatchObject({ states: { delivered: 2, unknown: 3 }, handedOver: 5 })
  })

  it('shows an officer of one district their share alone, and says that it is one', async ({ world }) => {
    const alertId = await anEvent(world)

    const report = await readReport(world, alertId, { user: 'neighbour' })

    expect(report.whole).toBe(false)
    expect(report.villages.map(({ village }) => village)).toEqual(['1309001'])
    expect(report.versions[0]).toMatchObject({ recipients: 3, states: { accepted: 3 }, failures: [] })
    expect(report.calls.recorded).toBe(0)
    expect(await written(world, alertId, 'csv', 'neighbour')).not.toContain('1308')
    expect(await written(world, alertId, 'html', 'neighbour')).toContain('Only villages of your areas')
  })

  it('counts one district where it is asked for, and nothing of a foreign one', async ({ world }) => {
    const alertId = await anEvent(world)

    const own = await readReport(world, alertId, { query: { district: '1308' } })
    const foreign = await readReport(world, alertId, { user: 'neighbour', query: { district: '1308' } })

    expect([own.villages.length, own.whole]).toEqual([3, false])
    expect(foreign.villages).toEqual([])
  })

  it('holds nobody’s number and no name of a member, in any form', async ({ world }) => {
    const alertId = await anEvent(world)

    const all = [
      JSON.stringify(await readReport(world, alertId)),
      await written(world, alertId, 'csv'),
      await written(world, alertId, 'html'),
    ].join('\n')

    expect(all).not.toMatch(/\+?85620|020 ?55|•/)
    expect(all).not.toContain('Made-up Person')
  })

  it('is a table with the mode in each row, and a page whose title begins with its word', async ({
    world,
  }) => {
    const alertId = await anEvent(world)

    const rows: unknown = parse(await written(world, alertId, 'csv'), { bom: true, columns: true })
    const page = await written(world, alertId, 'html')

    expect(page).toMatch(/<h2>.* · ເຕືອນໄພ \/ Warning · /)
    expect(page).toMatch(/<div>2026-07-23 12:\d\d · ຂຽນ \/ Written · [^<]*<\/div>/)
    expect(rows).toMatchObject(
      ['1308001', '1308002', '1308003', '1309001'].map((code) => ({
        mode: 'exercise',
        village_code: code,
        level: 'warning',
      })),
    )
    expect(rows).toMatchObject([
      { delivered: '1', accepted: '1', first_delivered: '2026-07-23 12:01' },
      {},
      {},
      {},
    ])
    expect(page).toMatch(/<h1>ຝຶກຊ້ອມ \/ EXERCISE: /)
    expect(page).toContain('Ban &lt;One&gt;')
    expect(page).not.toContain('Ban <One>')
  })

  it('says of a drill that reached nobody that nothing was handed over', async ({ world }) => {
    const alertId = await anEventToNobody(world)

    const report = await readReport(world, alertId)

    expect(report).toMatchObject({ reaches: 'nobody', partsHandedOver: 0, costUsd: 0 })
    expect(report.versions[0]).toMatchObject({
      handedOver: 0,
      states: { rehearsed: 2 },
      firstContacts: { handedOver: 0, firstAtIso: null },
    })
    expect(await written(world, alertId, 'html')).toContain('This drill wrote to nobody')
  })

  it('is refused while nothing was issued, and hidden from who has no part in it', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const { body } = await world.api.ok(alertRoutes.createAlert, {
      user: 'officer',
      body: alertBody,
      headers: newKey(),
    })
    const ask = (user: string) =>
      world.api.refused(alertRoutes.getReport, { user, params: { alertId: body.alertId } })

    expect((await ask('officer')).code).toBe('wrong-state')
    expect((await ask('neighbour')).code).toBe('not-found')
  })
})

const anEventToNobody = async (world: AlertWorld): Promise<string> => {
  await world.seedVillages([villageWith('1308001', 2)])
  const alertId = await issueAlert(world, { reaches: 'nobody' })
  await world.drain()
  return alertId
}
