import { describe, expect, vi } from 'vitest'
import { issueAlert, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { deliveryRecord, takeReceipts } from '../../support/receipts.ts'
import { it } from '../../support/world-test.ts'

/** Sends an alert to a village; answers with how often the sender looked for receipts. */
const looksOfSender = async (world: AlertWorld): Promise<number> => {
  const looks = vi.spyOn(world.deps.waitingReceipts, 'findMany')
  await world.seedVillages([villageWith('1308001', 1)])
  await issueAlert(world)
  await world.worker.step()
  await world.worker.step()
  return looks.mock.calls.length
}

describe('a sender that has written its index', () => {
  it('looks for no receipts where none came that nobody knew', async ({ world }) => {
    expect(await looksOfSender(world)).toBe(0)
  })

  it('looks for them where one came while it sent, or shortly before', async ({ world }) => {
    await takeReceipts(world, deliveryRecord('gateway-1'))
    world.time.nowMs += 30_000

    expect(await looksOfSender(world)).toBe(1)
    expect(world.earlyReceipts.sent).toHaveLength(1)
  })

  it('does not look for them long after the last one', async ({ world }) => {
    await takeReceipts(world, deliveryRecord('somebody-elses'))
    world.time.nowMs += 600_000

    expect(await looksOfSender(world)).toBe(0)
  })

  it('looks for them where its message came again: others may have sent before', async ({ world }) => {
    const looks = vi.spyOn(world.deps.waitingReceipts, 'findMany')
    const put = vi.spyOn(world.deps.smsIndex, 'put').mockRejectedValueOnce(new Error('no answer'))
    await world.seedVillages([villageWith('1308001', 1)])
    await issueAlert(world)

    await world.drain()

    expect(put).toHaveBeenCalledTimes(2)
    expect(looks).toHaveBeenCalledTimes(1)
  })
})
