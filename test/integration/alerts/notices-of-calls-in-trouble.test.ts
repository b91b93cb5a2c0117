import { afterEach, describe, expect, vi } from 'vitest'
import { villageWith } from '../../support/alert-samples.ts'
import { draft, submit } from '../../support/approval.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { failOnce } from '../../support/fail-once.ts'
import { followUp, issueFollowUp } from '../../support/follow-up.ts'
import { kindsOf, noticesSent, passTime, toldTo, withStaffPhones } from '../../support/notices.ts'
import { it } from '../../support/world-test.ts'

afterEach(() => vi.restoreAllMocks())

const villages = [villageWith('1308001', 2), villageWith('1308002', 1), villageWith('1309001', 1)]

const startWorld = (tables: TestTables) =>
  withStaffPhones(tables, villages, { secondPersonLevels: new Set() })

const issue = async (world: AlertWorld, areas: readonly string[], user = 'province'): Promise<string> => {
  const alertId = await draft(world, { areas }, user)
  await submit(world, alertId, { user })
  await world.drain()
  return alertId
}

describe('officers who must be told of villages to call', () => {
  it('hold up no issue at night where the villages cannot be read, and are told within minutes', async ({
    tables,
  }) => {
    const world = await startWorld(tables)
    world.time.nowMs = Date.parse('2026-07-23T23:00:00+07:00')
    const alertId = await draft(world, { areas: ['1308'] })
    failOnce(world.deps.calls, 'listAlert')

    const { body } = await submit(world, alertId)
    await world.drain()
    const before = toldTo(world)
    await passTime(world, 120)

    expect(body.state).toBe('dispatching')
    expect(before).toEqual([])
    expect(toldTo(world)).toEqual(['officer', 'second', 'village-officer'])
  })

  it('are those of the districts where it is not over, by the number of their villages', async ({
    tables,
  }) => {
    const world = await startWorld(tables)
    const alertId = await issue(world, ['1308', '1309'])
    await passTime(world, 600)
    await passTime(world, 600)

    await issueFollowUp(world, 'allClearAlert', alertId, { areas: ['1308'] })
    await world.drain()
    world.phones.outbox.length = 0
    await passTime(world, 1200)

    // The second officer by their login of the province.
    expect(toldTo(world)).toEqual(['officer-again', 'province', 'second'])
    expect(noticesSent(world).find(({ to }) => to === 'province')?.text).toContain('STILL to call: 1.')
  })

  it('are told of the danger that holds while its update or its end is not issued yet', async ({
    tables,
  }) => {
    const world = await startWorld(tables)
    const [updated, ended] = [await issue(world, ['1308']), await issue(world, ['1309'])]
    await followUp(world, 'updateAlert', updated)
    await followUp(world, 'allClearAlert', ended)

    await passTime(world, 600)

    expect(await kindsOf(world, updated)).toEqual(['call-villages'])
    expect(await kindsOf(world, ended)).toEqual(['call-villages'])
  })

  it('are told nothing of what was taken back or is over', async ({ tables }) => {
    const world = await startWorld(tables)
    const [cancelled, ended] = [await issue(world, ['1308']), await issue(world, ['1309'])]
    await followUp(world, 'cancelAlert', cancelled)
    await issueFollowUp(world, 'allClearAlert', ended)
    await world.drain()

    await passTime(world, 600)
    await passTime(world, 1800)

    const kinds = [...(await kindsOf(world, cancelled)), ...(await kindsOf(world, ended))]
    expect(kinds.filter((kind) => kind.endsWith('to-call') || kind === 'call-villages')).toEqual([])
  })
})
