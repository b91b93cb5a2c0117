import { describe, expect } from 'vitest'
import { createPaceStore } from '../../../shared/store/pace-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { alertUsers, issueAlert, readBoard, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { it } from '../../support/world-test.ts'

/** An alert to 41 people at 2 a second whose first contacts were written to. */
const underWay = async (
  tables: TestTables,
  over: Parameters<typeof createAlertWorld>[1] = {},
): Promise<{ world: AlertWorld; alertId: string }> => {
  const pace = createPaceStore(tables.client, alertsTable.name, 2, 60)
  const world = createAlertWorld(tables, { pace, rate: { perSecond: 2, counts: 'messages' }, ...over })
  await world.seedUsers(alertUsers)
  await world.seedVillages([villageWith('1308001', 41)])
  const alertId = await issueAlert(world, { texts: { lo: 'ນ້ຳ'.repeat(30) } })
  await world.worker.step()
  await world.worker.step()
  return { world, alertId }
}

const secondsLeft = ({ time }: AlertWorld, iso: string | null): number =>
  iso === null ? Number.NaN : (Date.parse(iso) - time.nowMs) / 1000

describe('the outlook of an alert on its board', () => {
  it('tells when what waits will have been handed over', async ({ tables }) => {
    const { world, alertId } = await underWay(tables)

    const { estimatedFinishAtIso, totals, callListOpen } = await readBoard(world, alertId)

    expect(totals['pending']).toBe(40)
    expect(secondsLeft(world, estimatedFinishAtIso)).toBeGreaterThan(19)
    expect(secondsLeft(world, estimatedFinishAtIso)).toBeLessThan(22)
    expect(callListOpen).toBe(false)
  })

  it('counts the parts of the text where the rate does', async ({ tables }) => {
    const { world, alertId } = await underWay(tables, { rate: { perSecond: 2, counts: 'parts' } })

    const { estimatedFinishAtIso } = await readBoard(world, alertId)

    expect(secondsLeft(world, estimatedFinishAtIso)).toBeGreaterThan(39)
  })

  it('tells no time where nothing waits, or nothing goes out', async ({ tables }) => {
    const { world, alertId } = await underWay(tables)
    await world.halts.stopAccount({ by: 'admin', atEpochSeconds: 1, reason: 'made up' })

    const stopped = await readBoard(world, alertId)
    await world.halts.resumeAccount({ by: 'admin', atEpochSeconds: 0 })
    await world.drain()
    const done = await readBoard(world, alertId)

    expect(stopped).toMatchObject({ estimatedFinishAtIso: null, accountStopped: true, callListOpen: true })
    expect(done).toMatchObject({ estimatedFinishAtIso: null, callListOpen: false, state: 'completed' })
  })

  it('asks to call the villages while sending is held back for want of quota', async ({ tables }) => {
    const { world, alertId } = await underWay(tables)
    await world.deps.quota.hold(world.time.nowMs)

    const board = await readBoard(world, alertId)

    expect(board).toMatchObject({
      callListOpen: true,
      estimatedFinishAtIso: null,
      sendingHeldSinceIso: expect.stringContaining('+07:00'),
    })
  })
})
