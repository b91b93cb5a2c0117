import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect } from 'vitest'
import { alertsTable } from '../../../shared/tables.ts'
import { issueAlert, phoneOf, readBoard, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { withoutBudgets } from '../../support/budgets.ts'
import { it } from '../../support/world-test.ts'

const codes = ['1308001', '1308002', '1309001', '1309002']
const everyone = codes.flatMap((code) => [0, 1, 2].map((member) => phoneOf(code, member)))
const sent = (world: AlertWorld): string[] => world.phones.outbox.map(({ phone }) => phone).toSorted()

describe('every queue emptied in mid-alert', () => {
  it.for([0, 1, 2, 3, 4, 5])(
    'after %s batches ends with everyone served once',
    async (batches, { world }) => {
      await world.seedVillages(codes.map((code) => villageWith(code, 3)))
      const alertId = await issueAlert(world, { areas: ['1308', '1309'] })
      // oxlint-disable-next-line no-await-in-loop -- one batch after the other
      for (let done = 0; done < batches; done += 1) await world.worker.step()
      world.worker.loseAll()

      for (let ticks = 0; ticks < 5; ticks += 1) {
        // oxlint-disable-next-line no-await-in-loop -- the tick looks, and what it queued is worked off
        await world.tickAfter(121)
        // oxlint-disable-next-line no-await-in-loop -- as above
        await world.drain()
      }

      expect(sent(world)).toEqual(everyone)
      expect((await readBoard(world, alertId)).state).toBe('completed')
    },
  )
})

describe('the tick', () => {
  it('finds open work that the index has lost', async ({ world, tables }) => {
    await world.seedVillages([villageWith('1308001', 1), villageWith('1308002', 1)])
    const alertId = await issueAlert(world)
    await world.worker.step()
    world.worker.loseAll()
    await tables.client.send(
      new UpdateCommand({
        TableName: alertsTable.name,
        Key: { PK: `DISPATCH#${alertId}#1#1308`, SK: '1308001' },
        UpdateExpression: 'REMOVE dueShard',
      }),
    )

    await world.tickAfter(121)
    await world.drain()
    expect(sent(world)).toEqual([phoneOf('1308002', 0)])
    await world.tickAfter(121)
    await world.drain()

    expect(sent(world)).toEqual([phoneOf('1308001', 0), phoneOf('1308002', 0)])
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })

  it('finds a version that the index has lost, by its dispatches, and puts it back', async ({
    world,
    tables,
  }) => {
    await world.seedVillages([villageWith('1308001', 3), villageWith('1308002', 2)])
    const alertId = await issueAlert(world)
    await world.worker.step()
    world.worker.loseAll()
    await tables.client.send(
      new UpdateCommand({
        TableName: alertsTable.name,
        Key: { PK: `ALERT#${alertId}`, SK: 'VERSION#0001' },
        UpdateExpression: 'REMOVE dueShard',
      }),
    )

    for (let ticks = 0; ticks < 5; ticks += 1) {
      // oxlint-disable-next-line no-await-in-loop -- the tick looks, and nothing is worked off
      await world.tickAfter(121)
      world.worker.loseAll()
    }
    await world.tickAfter(901)
    await world.drain()
    await world.tickAfter(121)
    await world.drain()

    expect(world.phones.outbox).toHaveLength(5)
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })

  it('takes a version up again that was completed over what is pending', async ({ world, tables }) => {
    await world.seedVillages([villageWith('1308001', 2)])
    const alertId = await issueAlert(world)
    await world.worker.step()
    world.worker.loseAll()
    await tables.client.send(
      new UpdateCommand({
        TableName: alertsTable.name,
        Key: { PK: `ALERT#${alertId}`, SK: 'VERSION#0001' },
        UpdateExpression:
          'SET #state = :completed, secondWaveOpenedAtEpochSeconds = :now REMOVE dueShard, dueAtEpochSeconds',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':completed': 'completed', ':now': 1 },
      }),
    )

    for (let ticks = 0; ticks < 4; ticks += 1) {
      // oxlint-disable-next-line no-await-in-loop -- the tick looks, and what it queued is worked off
      await world.tickAfter(121)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await world.drain()
    }

    expect(world.phones.outbox).toHaveLength(2)
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })

  it('tries again in the next minute where a lane refuses', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    await issueAlert(world)
    await world.worker.step()
    world.worker.loseAll()
    world.lanes.first.state.broken = true
    await world.tickAfter(121)
    world.lanes.first.state.broken = false

    await world.tickAfter(60)
    await world.drain()

    expect(world.phones.outbox).toHaveLength(1)
  })

  it('does not fill a long queue with copies of what it holds', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    await issueAlert(world)
    await world.worker.step()

    // oxlint-disable-next-line no-await-in-loop -- minute after minute
    for (let minutes = 0; minutes < 30; minutes += 1) await world.tickAfter(60)

    expect(world.lanes.first.sent.length).toBeLessThanOrEqual(8)
  })

  it('looks no more at a version that is done', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    await issueAlert(world)
    await world.drain()

    const due = await world.due.list(Math.floor(world.time.nowMs / 1000) + 999_999, 100)

    expect(withoutBudgets(due)).toEqual([])
  })

  it('counts a district again whose writer died, and leaves one alone whose writer may live', async ({
    world,
  }) => {
    await world.seedVillages([villageWith('1308001', 1), villageWith('1309001', 1)])
    const nowSeconds = Math.floor(world.time.nowMs / 1000)
    await world.summaries.markStale('1308', 'dead', nowSeconds)
    const village = villageWith('1308002', 3)
    await world.villages.put(village, { revision: 'r', replaces: null, nowIso: village.updatedAtIso })
    await world.summaries.markStale('1309', 'alive', nowSeconds + 30)

    await world.tickAfter(61)

    expect(await world.summaries.find('1308')).toMatchObject({ villages: 2, recipientsByLanguage: { lo: 4 } })
    expect((await world.summaries.find('1308')).staleToken).toBeUndefined()
    expect((await world.summaries.find('1309')).staleToken).toBe('alive')
  })
})
