import { describe, expect } from 'vitest'
import { issueAlert, readBoard, villageWith } from '../../support/alert-samples.ts'
import { it } from '../../support/world-test.ts'
import {
  carrierAccepted,
  deliveryRecord,
  idsOf,
  issued,
  other,
  statesOf,
  takeReceipts,
  village,
} from '../../support/receipts.ts'

describe('receipts that come before the index', () => {
  it('wait until the sender has written it', async ({ world }) => {
    await world.seedVillages([villageWith(village, 2)])
    const alertId = await issueAlert(world)
    const { put } = world.deps.smsIndex
    world.deps.smsIndex.put = async (entries, now) => {
      await takeReceipts(world, ...entries.map((entry) => deliveryRecord(entry.gatewayMessageId)))
      await put(entries, now)
    }

    await world.drain()

    expect(await statesOf(world, alertId)).toEqual(['delivered', 'delivered'])
  })

  it('are settled at once where the sender writes between the first look and the keeping', async ({
    world,
  }) => {
    await world.seedVillages([villageWith(village, 1)])
    const alertId = await issueAlert(world)
    const { put } = world.deps.smsIndex
    const held: Parameters<typeof put>[] = []
    world.deps.smsIndex.put = async (...given) => {
      held.push(given)
    }
    await world.drain()
    const keep = world.deps.waitingReceipts.put
    world.deps.waitingReceipts.put = async (...given) => {
      // The sender writes its index and looks for receipts before there is one.
      for (const one of held) await put(...one)
      await keep(...given)
    }

    await takeReceipts(world, deliveryRecord('gateway-1'))

    expect(held).toHaveLength(1)
    expect(world.earlyReceipts.sent).toEqual([])
    expect(await statesOf(world, alertId)).toEqual(['delivered'])
  })

  it('of which the better one came first stay the better one', async ({ world }) => {
    await world.seedVillages([villageWith(village, 1)])
    const alertId = await issueAlert(world)
    await takeReceipts(world, deliveryRecord('gateway-1'))
    await takeReceipts(world, deliveryRecord('gateway-1', carrierAccepted))

    await world.drain()

    expect(await statesOf(world, alertId)).toEqual(['delivered'])
  })

  it('of SMS that are not Siang’s do no harm', async ({ world }) => {
    const alertId = await issued(world)
    const before = await readBoard(world, alertId)

    await takeReceipts(world, deliveryRecord('somebody-elses'))
    await world.drain()

    expect(await readBoard(world, alertId)).toEqual(before)
  })

  it('of a sender that died before it told the index are found when the silence has lasted long', async ({
    world,
  }) => {
    await world.seedVillages([villageWith(village, 1)])
    const alertId = await issueAlert(world)
    world.deps.smsIndex.put = () => Promise.resolve()
    await world.drain()
    await takeReceipts(world, deliveryRecord('gateway-1'))
    expect(await statesOf(world, alertId)).toEqual(['accepted'])

    await world.tickAfter(72 * 3600 + 1)
    await world.drain()

    expect(await statesOf(world, alertId)).toEqual(['delivered'])
  })
})

describe('silence', () => {
  it('of 72 hours makes a delivery unknown, and a receipt that comes still later counts', async ({
    world,
  }) => {
    const alertId = await issued(world)
    const [first = '', second = '', third = ''] = await idsOf(world, alertId)
    await takeReceipts(world, deliveryRecord(first), deliveryRecord(second, carrierAccepted))

    await world.tickAfter(72 * 3600 - 10)
    expect(await statesOf(world, alertId)).toEqual(['delivered', 'accepted', 'accepted'])
    await world.tickAfter(20)

    expect(await statesOf(world, alertId)).toEqual(['delivered', 'accepted', 'unknown'])
    expect(await statesOf(world, alertId, other)).toEqual(['unknown', 'unknown', 'unknown'])
    await takeReceipts(world, deliveryRecord(third))
    expect(await statesOf(world, alertId)).toEqual(['delivered', 'accepted', 'delivered'])
    expect(await world.due.list(Number.MAX_SAFE_INTEGER, 10, 'receipts')).toEqual([])
  })

  it('is not waited for where every receipt has come', async ({ world }) => {
    const alertId = await issued(world)
    expect(await world.due.list(Number.MAX_SAFE_INTEGER, 10, 'receipts')).toHaveLength(2)

    await takeReceipts(world, ...(await idsOf(world, alertId)).map((id) => deliveryRecord(id)))

    expect(await world.due.list(Number.MAX_SAFE_INTEGER, 10, 'receipts')).toHaveLength(1)
  })
})
