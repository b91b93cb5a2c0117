import { describe, expect } from 'vitest'
import { createPaceStore } from '../../../shared/store/pace-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { alertUsers, issueAlert, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld } from '../../support/alert-world.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { it } from '../../support/world-test.ts'

/** How long 40 SMS take at 4 a second, where each has two parts. */
const secondsToSend = async (tables: TestTables, rateCounts: 'messages' | 'parts'): Promise<number> => {
  const pace = createPaceStore(tables.client, alertsTable.name, 4, 60)
  const world = createAlertWorld(tables, { pace, rateCounts })
  await world.seedUsers(alertUsers)
  await world.seedVillages([villageWith('1308001', 20), villageWith('1308002', 20)])
  const times: number[] = []
  const { send } = world.phones.gateway
  world.phones.gateway.send = (sms) => {
    times.push(world.time.nowMs)
    return send(sms)
  }
  await issueAlert(world, { texts: { lo: 'ນ້ຳ'.repeat(30) } })

  await world.drain()

  expect(times).toHaveLength(40)
  return (Math.max(...times) - Math.min(...times)) / 1000
}

describe('the rate of the account', () => {
  it('counts messages', async ({ tables }) => {
    const seconds = await secondsToSend(tables, 'messages')

    expect(seconds).toBeGreaterThanOrEqual(39 / 4)
    expect(seconds).toBeLessThan(18)
  })

  it('counts the parts of messages, where a route does', async ({ tables }) => {
    const seconds = await secondsToSend(tables, 'parts')

    expect(seconds).toBeGreaterThanOrEqual((39 * 2) / 4)
  })
})
