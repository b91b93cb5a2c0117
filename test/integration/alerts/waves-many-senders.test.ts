import { describe, expect } from 'vitest'
import type { SendOutcome } from '../../../shared/gateway/sms-gateway.ts'
import { issueAlert, phoneOf, readBoard, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { it } from '../../support/world-test.ts'

const codes = Array.from({ length: 12 }, (_, index) => `1308${String(index + 1).padStart(3, '0')}`)
const firsts = new Set(codes.map((code) => phoneOf(code, 0)))
/** Every third village is served by the operator that fails. */
const deadVillages = codes.filter((_, index) => index % 3 === 0)

/** Works everything off with so many senders at the same time. */
const workOff = async (world: AlertWorld, senders: number): Promise<void> => {
  const sender = async (): Promise<void> => {
    for (let idle = 0; idle < 3; ) {
      // oxlint-disable-next-line no-await-in-loop -- a sender takes one batch after the other
      idle = (await world.worker.step()) ? 0 : idle + 1
    }
  }
  await Promise.all(Array.from({ length: senders }, sender))
  await world.drain()
}

const seedAndIssue = async (world: AlertWorld, answer: (() => SendOutcome) | undefined) => {
  await world.seedVillages(codes.map((code) => villageWith(code, 3)))
  if (answer !== undefined) {
    for (const code of deadVillages) {
      for (const member of [0, 1, 2]) {
        world.phones.answer(phoneOf(code, member), ...Array.from({ length: 10 }, answer))
      }
    }
  }
  return issueAlert(world)
}

/** How many first contacts were asked of the gateway before anybody of a second wave was. */
const firstsBeforeSeconds = (asked: readonly string[]): number => {
  const until = asked.findIndex((phone) => !firsts.has(phone))
  return new Set(until === -1 ? asked : asked.slice(0, until)).size
}

const listen = (world: AlertWorld): string[] => {
  const asked: string[] = []
  const { send } = world.phones.gateway
  world.phones.gateway.send = (sms) => {
    asked.push(sms.phone)
    return send(sms)
  }
  return asked
}

describe.for([1, 2, 5])('with %d senders at the same time, the second wave', (senders) => {
  it('begins after every first contact had its turn', async ({ world }) => {
    const asked = listen(world)
    const alertId = await seedAndIssue(world, undefined)

    await workOff(world, senders)

    expect(firstsBeforeSeconds(asked)).toBe(12)
    expect(asked).toHaveLength(36)
    expect(new Set(asked).size).toBe(36)
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })

  it('is not held up by an operator that never answers', async ({ world }) => {
    const asked = listen(world)
    const alertId = await seedAndIssue(world, () => ({ kind: 'unknown', code: 'TimeoutError' }))

    await workOff(world, senders)

    expect(firstsBeforeSeconds(asked)).toBe(12)
    const { totals, coverage } = await readBoard(world, alertId)
    expect(totals['accepted']).toBe(24)
    expect(totals['in-doubt']).toBe(12)
    expect(coverage['handed-over']).toBe(8)
  })

  it('is not held up by an operator that fails every attempt, and its SMS end as rejected', async ({
    world,
  }) => {
    const asked = listen(world)
    const alertId = await seedAndIssue(world, () => ({ kind: 'failed', code: 'Down' }))

    await workOff(world, senders)

    expect(firstsBeforeSeconds(asked)).toBe(12)
    const { totals, state } = await readBoard(world, alertId)
    expect(totals).toMatchObject({ accepted: 24, rejected: 12 })
    expect(state).toBe('completed')
  })

  it('is not held up by an operator whose SMS are throttled for a while', async ({ world }) => {
    const asked = listen(world)
    const alertId = await seedAndIssue(world, undefined)
    for (const code of deadVillages) {
      world.phones.answer(
        phoneOf(code, 0),
        ...Array.from({ length: 3 }, () => ({ kind: 'throttled', code: 'Throttled' }) as const),
      )
    }

    await workOff(world, senders)

    expect(firstsBeforeSeconds(asked)).toBe(12)
    expect(new Set(world.phones.outbox.map(({ phone }) => phone)).size).toBe(36)
    expect(world.phones.outbox).toHaveLength(36)
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })
})
