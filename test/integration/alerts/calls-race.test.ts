import { describe, expect } from 'vitest'
import { emptyTally } from '../../../shared/domain/delivery.ts'
import { issueAlert, phoneOf, readBoard, readVillage, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { listCalls, recordCall } from '../../support/calls.ts'
import { alertUsers } from '../../support/alert-samples.ts'
import { deliveryRecord, takeReceipts } from '../../support/receipts.ts'
import { it } from '../../support/world-test.ts'

const codes = ['1308001', '1308002', '1308003']

/** Has something happen in the midst of each SMS that is handed to the gateway. */
const duringEachSms = (world: AlertWorld, act: (sent: number) => Promise<unknown>): void => {
  const { gateway } = world.phones
  const { send } = gateway
  let sent = 0
  gateway.send = async (...given) => {
    const [answer] = await Promise.all([send(...given), act((sent += 1))])
    return answer
  }
}

describe('calls that are recorded while SMS go out', () => {
  it('disturb no sender, and no sender them', async ({ world }) => {
    await world.seedVillages(codes.map((code) => villageWith(code, 4)))
    const alertId = await issueAlert(world)
    duringEachSms(world, (sent) =>
      recordCall(world, alertId, codes[sent % codes.length] ?? '', {
        // Two calls of one moment may be recorded in either order.
        outcome: sent > 6 ? 'told' : 'no-answer',
        note: `during SMS ${sent}`,
      }),
    )

    await world.drain()

    const phones = world.phones.outbox.map(({ phone }) => phone)
    expect(phones).toHaveLength(12)
    expect(new Set(phones).size).toBe(12)
    const board = await readBoard(world, alertId)
    expect(board.totals).toEqual({ ...emptyTally, accepted: 12 })
    expect(board).toMatchObject({ state: 'completed', coverage: { acknowledged: 3 } })
    const records = await Promise.all(codes.map((code) => listCalls(world, alertId, code)))
    expect(records.flat()).toHaveLength(12)
    const { recipients } = await readVillage(world, alertId, '1308001')
    expect(recipients.map(({ attempts, possibleDuplicate }) => [attempts, possibleDuplicate])).toEqual(
      Array.from({ length: 4 }, () => [1, false]),
    )
  })

  it('and receipts that come at the same moment are both kept, in any order', async ({ world }) => {
    await world.seedVillages(codes.map((code) => villageWith(code, 2)))
    const alertId = await issueAlert(world)
    await world.drain()

    await Promise.all([
      recordCall(world, alertId, '1308001', { outcome: 'told' }),
      takeReceipts(world, ...Array.from({ length: 6 }, (_, index) => deliveryRecord(`gateway-${index + 1}`))),
      recordCall(world, alertId, '1308002', { outcome: 'needs-help' }),
      recordCall(world, alertId, '1308001', { outcome: 'no-answer' }),
    ])

    const board = await readBoard(world, alertId)
    expect(board.totals.delivered).toBe(6)
    expect(board.coverage).toEqual({ acknowledged: 1, 'needs-help': 1, delivered: 1 })
    expect(await listCalls(world, alertId, '1308001')).toHaveLength(2)
  })

  it('hold nothing up where a sender died: the rest goes out, and what was said stays', async ({
    tables,
  }) => {
    const world = createAlertWorld(tables)
    await world.seedUsers(alertUsers)
    await world.seedVillages([villageWith('1308001', 2)])
    world.phones.answer(phoneOf('1308001', 0), { kind: 'unknown', code: 'Made' })
    const alertId = await issueAlert(world)
    duringEachSms(world, () => recordCall(world, alertId, '1308001', { outcome: 'needs-help' }))

    await world.drain()
    await world.tickAfter(130)
    await world.drain()

    const village = await readVillage(world, alertId, '1308001')
    expect(village.coverage).toBe('needs-help')
    expect(village.recipients.map(({ state, possibleDuplicate }) => [state, possibleDuplicate])).toEqual([
      ['accepted', true],
      ['accepted', false],
    ])
  })
})
