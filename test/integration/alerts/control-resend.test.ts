import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { SendOutcome } from '../../../shared/gateway/sms-gateway.ts'
import { alertsTable } from '../../../shared/tables.ts'
import { issueAlert, newKey, readBoard, readVillage, villageWith } from '../../support/alert-samples.ts'
import { startOfTests, type AlertWorld } from '../../support/alert-world.ts'
import { recover, resendFailed, resumeAlert, stopAlert, timesSent } from '../../support/control.ts'
import { deliveryRecord, takeReceipts } from '../../support/receipts.ts'
import { it } from '../../support/world-test.ts'
import {
  bad,
  doubtful,
  good,
  issueWith,
  once,
  phones,
  rejected,
  stateOf,
  statesIn,
} from '../../support/resend.ts'

afterEach(() => vi.restoreAllMocks())

const unknown: SendOutcome = { kind: 'unknown', code: 'TimeoutError' }
const failed: SendOutcome = { kind: 'failed', code: 'ServiceUnavailable' }

describe('resending to the failed', () => {
  it('sends to those whose SMS was rejected, and to nobody else', async ({ world }) => {
    const alertId = await issueWith(world, { [bad]: [rejected], [phones[5] ?? '']: [rejected] })
    expect(await readBoard(world, alertId)).toMatchObject({ state: 'completed', totals: { rejected: 2 } })

    const { body } = await resendFailed(world, alertId)
    expect(body.state).toBe('dispatching')
    expect(body.versions[0]?.resends).toEqual([
      {
        number: 1,
        states: ['rejected', 'undelivered'],
        by: 'province',
        atIso: '2026-07-23T12:00:00+07:00',
      },
    ])
    await world.drain()

    expect(timesSent(world, phones)).toEqual(once)
    expect((await readBoard(world, alertId)).totals).toMatchObject({ accepted: 9, rejected: 0 })
    const [, second] = (await readVillage(world, alertId, '1308001')).recipients
    expect(second).toMatchObject({ state: 'accepted', attempts: 2, resent: true, possibleDuplicate: false })

    await recover(world, 2)
    expect(await stateOf(world, alertId)).toBe('completed')
    expect(await world.due.list(Math.floor(world.time.nowMs / 1000) + 60, 100)).toEqual([])
  })

  it('sends to those of whom the carrier said that it did not arrive', async ({ world }) => {
    const alertId = await issueWith(world, {})
    const first = (await readVillage(world, alertId, '1308001')).recipients[0]
    await takeReceipts(
      world,
      deliveryRecord(first?.gatewayMessageId ?? '', 'Unknown error attempting to reach phone'),
    )
    expect(await statesIn(world, alertId)).toEqual(['undelivered', 'accepted', 'accepted'])

    await resendFailed(world, alertId, ['undelivered'])
    await world.drain()

    expect(timesSent(world, [good, bad])).toEqual([2, 1])
    expect(await statesIn(world, alertId)).toEqual(['accepted', 'accepted', 'accepted'])
  })

  it('sends what is in doubt where that is asked for, marked as a possible duplicate', async ({ world }) => {
    const over = { kind: 'preparedness', level: 'prepare' }
    const alertId = await issueWith(world, { [doubtful]: [unknown], [bad]: [rejected] }, over)
    expect(await stateOf(world, alertId)).toBe('dispatching')

    await resendFailed(world, alertId)
    await world.drain()
    expect(await statesIn(world, alertId)).toEqual(['accepted', 'accepted', 'in-doubt'])
    await resendFailed(world, alertId, ['in-doubt'])
    await world.drain()

    const third = (await readVillage(world, alertId, '1308001')).recipients[2]
    expect(third).toMatchObject({ state: 'accepted', possibleDuplicate: true, resent: true, attempts: 2 })
    expect(timesSent(world, [bad, doubtful])).toEqual([1, 2])
    await recover(world, 2)
    expect(await stateOf(world, alertId)).toBe('completed')
  })

  it('does not write to those who want no SMS', async ({ world }) => {
    const optedOut: SendOutcome = { kind: 'opted-out', code: 'OptedOutException' }
    const alertId = await issueWith(world, { [bad]: [optedOut] })

    await resendFailed(world, alertId)
    await world.drain()
    await recover(world, 2)

    expect(timesSent(world, [bad])).toEqual([0])
    expect(await readBoard(world, alertId)).toMatchObject({ state: 'completed', totals: { rejected: 1 } })
  })

  it('counts the attempts that are given to a failing gateway anew', async ({ world }) => {
    const alertId = await issueWith(world, { [bad]: Array.from({ length: 6 + 3 }, () => failed) })
    expect(await statesIn(world, alertId)).toEqual(['accepted', 'rejected', 'accepted'])

    await resendFailed(world, alertId)
    await world.drain()

    const [, second] = (await readVillage(world, alertId, '1308001')).recipients
    expect(second).toMatchObject({ state: 'accepted', attempts: 10 })
  })

  it('lets a receipt of the first attempt that comes late win over what waits', async ({ world }) => {
    const alertId = await issueWith(world, {})
    const id = (await readVillage(world, alertId, '1308001')).recipients[0]?.gatewayMessageId ?? ''
    await takeReceipts(world, deliveryRecord(id, 'Unknown error attempting to reach phone'))
    await resendFailed(world, alertId)
    await world.worker.step()
    await world.worker.step()
    expect(await statesIn(world, alertId)).toEqual(['pending', 'accepted', 'accepted'])

    await takeReceipts(world, deliveryRecord(id))
    await world.drain()
    await recover(world, 2)

    expect(await statesIn(world, alertId)).toEqual(['delivered', 'accepted', 'accepted'])
    expect(timesSent(world, phones)).toEqual(once)
    expect(await stateOf(world, alertId)).toBe('completed')
  })
})

describe('a wish to resend', () => {
  it('by the same key is one wish, and with other states is refused', async ({ world }) => {
    const alertId = await issueWith(world, { [bad]: [rejected, rejected] })
    const headers = newKey()
    await resendFailed(world, alertId, ['rejected'], { headers })
    await world.drain()
    const again = await resendFailed(world, alertId, ['rejected'], { headers })
    await world.drain()

    expect(again.body.versions[0]?.resends).toHaveLength(1)
    expect(again.body.versions[0]?.history.filter(({ action }) => action === 'resend')).toEqual([
      expect.objectContaining({ words: { en: 'who was refused', lo: 'ຜູ້ທີ່ຖືກປະຕິເສດ' } }),
    ])
    expect(timesSent(world, [bad])).toEqual([0])
    const problem = await world.api.refused(alertRoutes.resendFailed, {
      user: 'province',
      params: { alertId },
      body: { states: ['in-doubt'] },
      headers,
    })
    expect(problem.code).toBe('idempotency-key-reused')
  })

  it('that was stored with its states as a note is read and known again', async ({ tables, world }) => {
    const alertId = await issueWith(world, { [bad]: [rejected, rejected] })
    const headers = newKey()
    await resendFailed(world, alertId, ['rejected'], { headers })
    const deeds = (await world.alerts.findVersion(alertId, 1))?.history ?? []
    const asBefore = deeds.map(({ states, ...deed }) =>
      states === undefined ? deed : { ...deed, note: 'rejected' },
    )
    await tables.client.send(
      new UpdateCommand({
        TableName: alertsTable.name,
        Key: { PK: `ALERT#${alertId}`, SK: 'VERSION#0001' },
        UpdateExpression: 'SET history = :history',
        ExpressionAttributeValues: { ':history': asBefore },
      }),
    )

    const { body } = await resendFailed(world, alertId, ['rejected'], { headers })

    expect(body.versions[0]?.resends).toHaveLength(1)
    expect(body.versions[0]?.history.at(-1)).toEqual({
      action: 'resend',
      by: 'province',
      atIso: '2026-07-23T12:00:00+07:00',
      note: 'rejected',
    })
  })

  it('by two at once are two wishes, and each SMS goes out once', async ({ world }) => {
    const alertId = await issueWith(world, { [bad]: [rejected] })

    await Promise.all([resendFailed(world, alertId), resendFailed(world, alertId, ['rejected'])])
    await world.drain()
    await recover(world, 2)

    expect((await world.alerts.findVersion(alertId, 1))?.resends.map(({ number }) => number)).toEqual([1, 2])
    expect(timesSent(world, phones)).toEqual(once)
    expect(await stateOf(world, alertId)).toBe('completed')
  })

  it('by a second one while the first is carried out takes in what failed meanwhile', async ({ world }) => {
    const alertId = await issueWith(world, { [bad]: [rejected, rejected] })
    await resendFailed(world, alertId)
    await world.worker.step()
    await world.drain()
    expect(await statesIn(world, alertId)).toEqual(['accepted', 'rejected', 'accepted'])

    await resendFailed(world, alertId)
    await world.drain()

    expect(await statesIn(world, alertId)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(timesSent(world, [bad])).toEqual([1])
  })

  it.for([
    ['stopped', async (world: AlertWorld, alertId: string) => void (await stopAlert(world, alertId))],
    [
      'passed',
      (world: AlertWorld) => {
        world.time.nowMs = Date.parse('2026-07-25T12:00:00+07:00')
      },
    ],
  ] as const)('is refused where the version is %s', async ([word, make], { world }) => {
    await world.seedVillages([villageWith('1308001', 2)])
    const alertId = await issueAlert(world)
    await make(world, alertId)

    const problem = await world.api.refused(alertRoutes.resendFailed, {
      user: 'province',
      params: { alertId },
      body: {},
      headers: newKey(),
    })

    expect(problem).toMatchObject({ status: 409, code: 'wrong-state' })
    expect(problem.detail).toContain(word)
  })

  it('that comes before a stop waits for the resumption', async ({ world }) => {
    const alertId = await issueWith(world, { [bad]: [rejected] })
    await resendFailed(world, alertId)
    await stopAlert(world, alertId)
    await world.drain()
    await recover(world, 2)
    expect(timesSent(world, [bad])).toEqual([0])

    await resumeAlert(world, alertId)
    await world.drain()
    await recover(world, 2)

    expect(timesSent(world, phones)).toEqual(once)
    expect(await stateOf(world, alertId)).toBe('completed')
  })

  it('that is not carried out when the time is over changes nothing', async ({ world }) => {
    const over = { expiresAtIso: new Date(startOfTests + 600_000).toISOString() }
    const alertId = await issueWith(world, { [bad]: [rejected] }, over)
    await resendFailed(world, alertId)
    world.worker.loseAll()
    world.time.nowMs = startOfTests + 601_000

    await recover(world)

    expect(timesSent(world, [bad])).toEqual([0])
    expect(await statesIn(world, alertId)).toEqual(['accepted', 'rejected', 'accepted'])
    expect((await world.alerts.findVersion(alertId, 1))?.resendToQueue.size).toBe(0)
  })
})
