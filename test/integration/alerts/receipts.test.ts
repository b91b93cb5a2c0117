import { describe, expect } from 'vitest'
import {
  alertUsers,
  issueAlert,
  phoneOf,
  readBoard,
  readVillage,
  villageWith,
} from '../../support/alert-samples.ts'
import { createAlertWorld } from '../../support/alert-world.ts'
import { failOnce } from '../../support/fail-once.ts'
import { lambdaContext } from '../../support/http-event.ts'
import { it } from '../../support/world-test.ts'
import {
  carrierAccepted,
  deliveryRecord,
  idsOf,
  issued,
  logEvent,
  other,
  statesOf,
  takeReceipts,
  village,
} from '../../support/receipts.ts'

describe('receipts of known SMS', () => {
  it('show as delivered on the board, apart from what is only accepted', async ({ world }) => {
    const alertId = await issued(world)
    const [first = ''] = await idsOf(world, alertId)

    await takeReceipts(world, deliveryRecord(first))

    const board = await readBoard(world, alertId)
    expect(board.totals).toMatchObject({ accepted: 5, delivered: 1 })
    expect(board.coverage).toEqual({ delivered: 1, 'handed-over': 1 })
    expect(await statesOf(world, alertId)).toEqual(['delivered', 'accepted', 'accepted'])
  })

  it('are settled in one write for each dispatch, also where a batch is about two', async ({ world }) => {
    const alertId = await issued(world)
    const ids = [...(await idsOf(world, alertId)), ...(await idsOf(world, alertId, other))]
    const writes: string[] = []
    const { settle } = world.deps.dispatches
    world.deps.dispatches.settle = (dispatch, changes, isQuiet) => {
      writes.push(`${dispatch.village} ${changes.length}`)
      return settle(dispatch, changes, isQuiet)
    }

    await takeReceipts(world, ...ids.map((id) => deliveryRecord(id)))

    expect(writes.toSorted()).toEqual([`${village} 3`, `${other} 3`])
    expect((await readBoard(world, alertId)).totals).toMatchObject({ accepted: 0, delivered: 6 })
  })

  it('change nothing when they are repeated, in one batch or later', async ({ world }) => {
    const alertId = await issued(world)
    const [first = '', second = ''] = await idsOf(world, alertId)
    const records = [deliveryRecord(first), deliveryRecord(second, 'Phone has blocked SMS')]

    await takeReceipts(world, ...records, ...records)
    const before = await readVillage(world, alertId, village)
    world.time.nowMs += 60_000
    await takeReceipts(world, ...records)

    expect(await readVillage(world, alertId, village)).toEqual(before)
    expect(before.tally).toMatchObject({ accepted: 1, delivered: 1, undelivered: 1 })
    expect(before.recipients[1]).toMatchObject({ state: 'undelivered', reason: 'phone-blocks-sms' })
  })

  it('from the carrier alone prove no delivery', async ({ world }) => {
    const alertId = await issued(world)
    const [first = ''] = await idsOf(world, alertId)

    await takeReceipts(world, deliveryRecord(first, carrierAccepted))

    expect((await readVillage(world, alertId, village)).recipients[0]).toMatchObject({
      state: 'accepted',
      reason: 'carrier-accepted',
    })
    expect((await readBoard(world, alertId)).coverage).toEqual({ 'handed-over': 2 })
  })

  it('are found again where the answer to the write was lost, and told to whoever shares the phone', async ({
    world,
  }) => {
    const phone = phoneOf(village, 0)
    await world.seedVillages([
      villageWith(village, 1),
      villageWith('1308002', 1, { members: villageWith(village, 1).members }),
    ])
    const alertId = await issueAlert(world)
    await world.drain()
    const [first = ''] = await idsOf(world, alertId)
    failOnce(world.deps.dispatches, 'settle', 'after')
    const event = logEvent([deliveryRecord(first)])

    await expect(world.handlers.receipts(event, lambdaContext())).rejects.toThrow('not settled')
    await world.handlers.receipts(event, lambdaContext())

    expect(world.phones.outbox.filter((sms) => sms.phone === phone)).toHaveLength(1)
    expect((await readBoard(world, alertId)).coverage).toEqual({ delivered: 2 })
  })

  it('of a failure reach whoever shares the phone: a village with no other is unreachable', async ({
    world,
  }) => {
    const { members } = villageWith(village, 2)
    await world.seedVillages([
      villageWith(village, 2),
      villageWith('1308002', 1, { members: members.slice(0, 1) }),
      villageWith('1308003', 2, { members }),
    ])
    const alertId = await issueAlert(world)
    await world.drain()
    const [first = '', second = ''] = await idsOf(world, alertId)

    await takeReceipts(world, deliveryRecord(first, 'Invalid phone number'))

    const coverageOf = async () =>
      Object.fromEntries(
        (await readBoard(world, alertId)).villages.map(([code, coverage]) => [code, coverage]),
      )
    expect(await coverageOf()).toEqual({
      [village]: 'handed-over',
      '1308002': 'unreachable',
      '1308003': 'handed-over',
    })
    await takeReceipts(world, deliveryRecord(second))
    expect(await coverageOf()).toMatchObject({ '1308002': 'unreachable', '1308003': 'delivered' })
  })

  it('settle beside a sender that holds the lease for the second wave', async ({ world }) => {
    await world.seedVillages([villageWith(village, 2)])
    const alertId = await issueAlert(world)
    const { gateway } = world.phones
    let taken = false
    const { send } = gateway
    gateway.send = async (sms) => {
      if (sms.phone === phoneOf(village, 1) && !taken) {
        taken = true
        await takeReceipts(world, deliveryRecord('gateway-1'))
      }
      return send(sms)
    }
    await world.drain()

    expect(taken).toBe(true)
    expect(await statesOf(world, alertId)).toEqual(['delivered', 'accepted'])
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })

  it('of a first contact that failed send the next member on the way at once', async ({ tables }) => {
    const world = createAlertWorld(tables, {}, 1)
    await world.seedUsers(alertUsers)
    await world.seedVillages([villageWith(village, 3), villageWith('1308002', 3)])
    const alertId = await issueAlert(world)
    await world.worker.step()
    await world.worker.step()
    const sentTo = world.phones.outbox[0]?.phone === phoneOf(village, 0) ? village : '1308002'
    expect(world.lanes.first.sent).toHaveLength(1)

    await takeReceipts(world, deliveryRecord('gateway-1', 'Invalid phone number'))

    const { recipients } = await readVillage(world, alertId, sentTo)
    expect(recipients.map(({ state, wave }) => [state, wave])).toEqual([
      ['undelivered', 1],
      ['pending', 1],
      ['pending', 2],
    ])
    expect(world.lanes.first.sent).toHaveLength(2)
    await world.drain()
    const board = await readBoard(world, alertId)
    expect(board.totals).toMatchObject({ undelivered: 1, accepted: 5 })
    expect(board.state).toBe('completed')
  })

  it('that say something nobody knows are failures, counted', async ({ tables }) => {
    const counts: Record<string, number> = {}
    const world = createAlertWorld(tables, {
      metrics: { count: (name, value) => (counts[name] = (counts[name] ?? 0) + value), flush: () => {} },
    })
    await world.seedUsers(alertUsers)
    const alertId = await issued(world)
    const [first = '', second = ''] = await idsOf(world, alertId)

    await takeReceipts(
      world,
      deliveryRecord(first, 'The moon is in the wrong house'),
      { ...deliveryRecord(second, 'All is well'), status: 'SUCCESS' },
      'no JSON',
      { status: 'SUCCESS' },
    )

    expect(await statesOf(world, alertId)).toEqual(['undelivered', 'accepted', 'accepted'])
    expect(counts).toMatchObject({ UnknownReceiptText: 2, ReceiptsUnreadable: 2, ReceiptsUndelivered: 1 })
  })

  it('are not looked for in a control message', async ({ world }) => {
    await expect(
      world.handlers.receipts(logEvent([], 'CONTROL_MESSAGE'), lambdaContext()),
    ).resolves.toBeUndefined()
  })
})

describe('a quota that is used up', () => {
  it('shows on the board with the time of the first refusal', async ({ world }) => {
    const alertId = await issued(world)
    const [first = '', second = ''] = await idsOf(world, alertId)
    expect(await readBoard(world, alertId)).toMatchObject({
      accountQuotaExhausted: false,
      accountQuotaExhaustedSinceIso: null,
    })
    const refused = deliveryRecord(first, 'No quota left for account')
    const earlier = {
      ...deliveryRecord(second, 'No quota left for account'),
      notification: { messageId: second, timestamp: '2026-07-23 05:00:30' },
    }

    await takeReceipts(world, refused)
    await takeReceipts(world, earlier, refused)

    expect(await readBoard(world, alertId)).toMatchObject({
      accountQuotaExhausted: true,
      accountQuotaExhaustedSinceIso: '2026-07-23T12:00:30+07:00',
      totals: { undelivered: 2, accepted: 4 },
    })
  })
})
