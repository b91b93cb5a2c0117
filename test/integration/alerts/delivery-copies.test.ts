import { describe, expect } from 'vitest'
import { issueAlert, villageWith } from '../../support/alert-samples.ts'
import { it } from '../../support/world-test.ts'

describe('copies of a message in one batch', () => {
  it('are dropped: put back, they would fill the queue with copies of copies', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 3)])
    await issueAlert(world)
    await world.worker.step()
    const [first] = world.lanes.first.sent
    if (first === undefined) throw new Error('nothing was queued')
    world.lanes.first.sent.push(...Array.from({ length: 8 }, () => ({ ...first })))

    await world.worker.step()

    expect(world.phones.outbox).toHaveLength(1)
    expect(world.lanes.first.sent).toEqual([])
    await world.drain()
    expect(world.phones.outbox).toHaveLength(3)
  })
})
