import { describe, expect } from 'vitest'
import { createPaceStore } from '../../../shared/store/pace-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { alertUsers, issueAlert, readBoard, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, startOfTests, type AlertWorld } from '../../support/alert-world.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { deliveryRecord, takeReceipts } from '../../support/receipts.ts'
import { it } from '../../support/world-test.ts'

const noQuota = 'No quota left for account'
const probeSeconds = 60
const codes = ['1308001', '1308002', '1308003', '1308004']

/** A world under a cap, in which the first SMS was refused for want of quota. */
const refusedWorld = async (tables: TestTables): Promise<{ world: AlertWorld; alertId: string }> => {
  const world = createAlertWorld(
    tables,
    { pace: createPaceStore(tables.client, alertsTable.name, 20, probeSeconds) },
    1,
  )
  await world.seedUsers(alertUsers)
  await world.seedVillages(codes.map((code) => villageWith(code, 3)))
  const alertId = await issueAlert(world)
  await world.worker.step()
  await world.worker.step()
  await takeReceipts(world, recordAt(world, 'gateway-1', noQuota))
  return { world, alertId }
}

/** A record of the delivery log, of an SMS that was published now, or so many seconds from now. */
const recordAt = (world: AlertWorld, messageId: string, text?: string, inSeconds = 1) => {
  const record = deliveryRecord(messageId, text)
  const sentAtMs = world.time.nowMs + inSeconds * 1000
  const timestamp = new Date(sentAtMs).toISOString().replace('T', ' ').replace('Z', '')
  return { ...record, notification: { messageId, timestamp } }
}

const stepFor = async (world: AlertWorld, seconds: number): Promise<void> => {
  const untilMs = world.time.nowMs + seconds * 1000
  // oxlint-disable-next-line no-await-in-loop -- one batch after the other
  while (world.time.nowMs < untilMs && (await world.worker.step()));
}

describe('an account without quota', () => {
  it('holds its SMS back instead of losing them, and tries again with a few', async ({ tables }) => {
    const { world, alertId } = await refusedWorld(tables)
    const sentBefore = world.phones.outbox.length

    await stepFor(world, 300)

    const tried = world.phones.outbox.length - sentBefore
    expect(sentBefore).toBe(1)
    expect(tried).toBeGreaterThanOrEqual(3)
    expect(tried).toBeLessThanOrEqual(6)
    const { totals, state } = await readBoard(world, alertId)
    expect(state).toBe('dispatching')
    expect(totals['pending']).toBe(12 - 1 - tried)
  })

  it('sends everything as soon as a try got through', async ({ tables }) => {
    const { world, alertId } = await refusedWorld(tables)
    await stepFor(world, 70)
    const tried = world.phones.outbox.length

    await takeReceipts(world, recordAt(world, `gateway-${tried}`))
    await world.drain()

    expect(tried).toBeLessThanOrEqual(3)
    expect(world.phones.outbox).toHaveLength(12)
    expect((await readBoard(world, alertId)).totals).toMatchObject({ delivered: 1, undelivered: 1 })
    expect(world.time.nowMs - startOfTests).toBeLessThan(300_000)
  })

  it('is not taken for mended by a receipt of an SMS that was sent before', async ({ tables }) => {
    const { world } = await refusedWorld(tables)
    await stepFor(world, 70)

    await takeReceipts(world, recordAt(world, 'gateway-2', undefined, -3600))

    expect(await world.deps.quota.heldSinceMs()).toBeDefined()
  })

  it('holds nothing for ever: without a refusal for ten probes everything goes out', async ({ tables }) => {
    const { world, alertId } = await refusedWorld(tables)

    await world.drain()

    expect(world.phones.outbox).toHaveLength(12)
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })
})
