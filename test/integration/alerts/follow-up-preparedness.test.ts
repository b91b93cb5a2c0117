import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { issueAlert, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import { followUp, issueFollowUp, phonesTold } from '../../support/follow-up.ts'
import { createSchedule, listAlerts, tickAt } from '../../support/schedules.ts'
import { it } from '../../support/world-test.ts'

const prepare = { kind: 'preparedness', level: 'prepare', mode: 'actual' } as const
const villages = [
  villageWith('1308001', 2, { exposure: 3 }),
  villageWith('1308002', 2, { exposure: 1 }),
  villageWith('1309001', 2, { exposure: 3 }),
  villageWith('1309002', 2, { exposure: 1 }),
]
const phonesIn = (...codes: string[]): string[] =>
  codes.flatMap((code) => [phoneOf(code, 0), phoneOf(code, 1)]).toSorted()

describe('an update of a preparedness message', () => {
  it('is for the villages that the message was for, not for all of their district', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { ...prepare, audience: { exposures: [3] } } as object)
    await world.drain()

    await issueFollowUp(world, 'updateAlert', alertId)
    await world.drain()

    expect(phonesTold(world, 1)).toEqual(phonesIn('1308001'))
    expect(phonesTold(world, 2)).toEqual(phonesIn('1308001'))
  })

  it('chooses among the villages of an area that it adds as the message did', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { ...prepare, audience: { exposures: [3] } } as object)
    await world.drain()

    const { etag } = await followUp(world, 'updateAlert', alertId, { areas: ['1308', '1309'] })
    await world.api.ok(alertRoutes.editAlert, {
      user: 'province',
      params: { alertId },
      body: { texts: { en: 'CLEAN THE WELL' } },
      headers: { 'if-match': `"${etag}"` },
    })
    await world.api.ok(alertRoutes.submitAlert, { user: 'province', params: { alertId }, headers: newKey() })
    await world.drain()

    expect(phonesTold(world, 2)).toEqual(phonesIn('1308001', '1309001'))
  })

  it('of a scheduled run leaves out the villages that the run left out', async ({ world }) => {
    await world.seedVillages(villages)
    await createSchedule(world)
    world.time.nowMs = Date.parse('2026-08-01T08:00:00+07:00')
    for (const _ of [1, 2]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await issueAlert(world, { ...prepare, areas: ['1308002'], expiresAtIso: '2026-08-05T12:00:00+07:00' })
    }
    await tickAt(world, '2026-08-01T09:00')
    await world.drain()
    const [run] = await listAlerts(world)
    world.phones.outbox.length = 0

    await issueFollowUp(world, 'updateAlert', run?.alertId ?? '')
    await world.drain()

    expect(phonesTold(world, 2)).toEqual(phonesIn('1308001'))
  })
})
