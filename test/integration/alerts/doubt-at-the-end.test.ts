import { describe, expect } from 'vitest'
import { issueAlert, phoneOf, readBoard, villageWith } from '../../support/alert-samples.ts'
import { startOfTests } from '../../support/alert-world.ts'
import { it } from '../../support/world-test.ts'

describe('an SMS that may have gone out and waits to be sent once more', () => {
  it('is in doubt when its time is over, never "expired": nobody may say that it did not go out', async ({
    world,
  }) => {
    await world.seedVillages([villageWith('1308001', 2)])
    world.phones.answer(phoneOf('1308001', 0), { kind: 'unknown', code: 'TimeoutError' })
    const alertId = await issueAlert(world, { expiresAtIso: new Date(startOfTests + 600_000).toISOString() })
    await world.worker.step()
    await world.worker.step()
    world.time.nowMs = startOfTests + 601_000

    await world.drain()
    await world.tickAfter(120)
    await world.drain()

    const { totals, state } = await readBoard(world, alertId)
    expect(world.phones.outbox).toHaveLength(1)
    expect(totals).toMatchObject({ 'in-doubt': 1, expired: 1, pending: 0 })
    expect(state).toBe('expired')
  })
})
