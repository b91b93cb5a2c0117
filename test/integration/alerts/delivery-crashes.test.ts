import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, describe, expect, vi } from 'vitest'
import { alertsTable } from '../../../shared/tables.ts'
import {
  buildCommittee,
  issueAlert,
  phoneOf,
  readBoard,
  readVillage,
  villageWith,
} from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { failOnce } from '../../support/fail-once.ts'
import { it } from '../../support/world-test.ts'

afterEach(() => vi.restoreAllMocks())

type When = 'before' | 'after'
type Crash = (world: AlertWorld, when: When) => void
const codes = ['1308001', '1308002', '1309001']
const phones = codes.flatMap((code) => [phoneOf(code, 0), phoneOf(code, 1)])

const seedAndIssue = async (world: AlertWorld): Promise<string> => {
  await world.seedVillages(codes.map((code) => villageWith(code, 2)))
  return issueAlert(world, { areas: ['1308', '1309'] })
}
const timesSent = (world: AlertWorld): number[] =>
  phones.map((phone) => world.phones.outbox.filter((sms) => sms.phone === phone).length)
const once = phones.map(() => 1)

/** Lets the minute's tick look until nothing is left, as often as it may need. */
const recover = async (world: AlertWorld): Promise<void> => {
  for (let ticks = 0; ticks < 4; ticks += 1) {
    // oxlint-disable-next-line no-await-in-loop -- minute after minute
    await world.tickAfter(200)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await world.drain()
  }
}

const fanOutSteps: [string, Crash][] = [
  ['reading the version', (world, when) => failOnce(world.deps.alerts, 'findVersion', when)],
  ['reading the villages', (world, when) => failOnce(world.deps.villages, 'listDistrict', when)],
  ['writing one dispatch', (world, when) => failOnce(world.deps.dispatches, 'create', when, 1)],
  ['writing the progress', (world, when) => failOnce(world.deps.progress, 'createDistrict', when)],
  ['filling the lane', (world, when) => failOnce(world.deps.lanes.first, 'send', when)],
  ['closing the district', (world, when) => failOnce(world.deps.progress, 'closeDistrict', when)],
]

const both: When[] = ['before', 'after']
const eachTime = (steps: [string, Crash][]): [string, When, Crash][] =>
  steps.flatMap(([step, crash]) => both.map((when): [string, When, Crash] => [step, when, crash]))

describe('a fan-out that dies', () => {
  it.for(eachTime(fanOutSteps))(
    '%s (%s it was done) ends with everyone served once',
    async ([, when, crash], { world }) => {
      const alertId = await seedAndIssue(world)
      crash(world, when)

      await world.drain()

      expect(timesSent(world)).toEqual(once)
      expect((await readBoard(world, alertId)).state).toBe('completed')
    },
  )

  it.for(eachTime(fanOutSteps))(
    '%s (%s), and loses its message, is taken up by the tick',
    async ([, when, crash], { world }) => {
      const alertId = await seedAndIssue(world)
      crash(world, when)
      await world.worker.step()
      world.worker.loseAll()

      await recover(world)

      expect(timesSent(world)).toEqual(once)
      expect((await readBoard(world, alertId)).state).toBe('completed')
    },
  )

  it('keeps the recipients that it fixed, whatever becomes of the roster', async ({ world }) => {
    const alertId = await seedAndIssue(world)
    failOnce(world.deps.progress, 'createDistrict')
    await world.worker.step()
    const village = villageWith('1308001', 5)
    await world.villages.put(village, {
      revision: 'r2',
      replaces: 'revision-1',
      nowIso: village.updatedAtIso,
    })

    await world.drain()

    expect((await readVillage(world, alertId, '1308001')).recipients).toHaveLength(2)
    expect(timesSent(world)).toEqual(once)
  })
})

const senderSteps: [string, Crash][] = [
  ['reading the dispatches', (world, when) => failOnce(world.deps.dispatches, 'findMany', when)],
  ['indexing the message ids', (world, when) => failOnce(world.deps.smsIndex, 'put', when)],
  ['marking villages', (world, when) => failOnce(world.deps.progress, 'markVillages', when)],
  ['closing a district', (world, when) => failOnce(world.deps.progress, 'closeDistrict', when)],
  ['opening the second wave', (world, when) => failOnce(world.deps.progress, 'openSecondWave', when)],
  ['queueing the second wave', (world, when) => failOnce(world.deps.fanOutQueues.urgent, 'send', when)],
  ['completing the version', (world, when) => failOnce(world.deps.progress, 'end', when)],
]
const fannedOut = async (world: AlertWorld): Promise<string> => {
  const alertId = await seedAndIssue(world)
  await world.worker.step()
  await world.worker.step()
  return alertId
}

describe('a sender that dies', () => {
  it.for(eachTime(senderSteps))(
    '%s (%s it was done) sends nothing twice',
    async ([, when, crash], { world }) => {
      const alertId = await fannedOut(world)
      crash(world, when)

      await world.drain()
      await recover(world)

      expect(timesSent(world)).toEqual(once)
      expect((await readBoard(world, alertId)).state).toBe('completed')
      expect(world.worker.dead).toEqual([])
    },
  )

  it.for(eachTime(senderSteps))(
    '%s (%s), with every message lost, is made up for by the tick',
    async ([, when, crash], { world }) => {
      const alertId = await fannedOut(world)
      crash(world, when)
      await world.worker.step()
      world.worker.loseAll()

      await recover(world)

      expect(timesSent(world)).toEqual(once)
      expect((await readBoard(world, alertId)).state).toBe('completed')
    },
  )
})

describe('a sender that dies with a claim', () => {
  it('before it is written has done nothing', async ({ world }) => {
    const alertId = await fannedOut(world)
    failOnce(world.deps.dispatches, 'change')

    await world.drain()

    expect(timesSent(world)).toEqual(once)
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })

  it.for([
    ['written and nothing sent', 'after', 0, 1],
    ['written and everything sent', 'before', 3, 2],
    ['settled and the answer lost', 'after', 3, 1],
  ] as const)(
    '%s is recovered at the end of its lease, and marked',
    async ([, when, skip, times], { world }) => {
      await world.seedVillages([
        villageWith('1308001', 2),
        villageWith('1308002', 1),
        villageWith('1308003', 1),
      ])
      const alertId = await issueAlert(world)
      await world.worker.step()
      failOnce(world.deps.dispatches, 'change', when, skip)
      const startedAt = world.time.nowMs

      await world.drain()
      await recover(world)

      const rows = (await readBoard(world, alertId)).villages.map(([code]) => code)
      const recipients = (await Promise.all(rows.map((code) => readVillage(world, alertId, code)))).flatMap(
        (village) => village.recipients,
      )
      const marked = recipients.filter(({ possibleDuplicate }) => possibleDuplicate)
      expect(recipients.every(({ state }) => state === 'accepted')).toBe(true)
      expect(world.phones.outbox).toHaveLength(3 + times)
      expect(marked).toHaveLength(when === 'after' && skip > 0 ? 0 : 1)
      if (marked.length > 0) expect(world.time.nowMs - startedAt).toBeGreaterThanOrEqual(45_000)
      expect((await readBoard(world, alertId)).state).toBe('completed')
    },
  )

  it('and has no message left is found by the tick', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 2)])
    const alertId = await issueAlert(world)
    await world.worker.step()
    failOnce(world.deps.dispatches, 'change', 'after')
    await world.worker.step()
    world.worker.loseAll()

    await world.tickAfter(46)
    await world.drain()

    expect((await readVillage(world, alertId, '1308001')).recipients).toMatchObject([
      { state: 'accepted', possibleDuplicate: true, attempts: 2 },
      { state: 'accepted', possibleDuplicate: false, attempts: 1 },
    ])
    expect((await readBoard(world, alertId)).state).toBe('completed')
  })
})

describe('what is told after an SMS was accepted', () => {
  it.for(both)('is told again where telling failed (%s it was done)', async (when, { world, tables }) => {
    const [shared] = buildCommittee('1308001', 1)
    if (shared === undefined) throw new Error('a committee of one')
    await world.seedVillages([
      villageWith('1308001', 0, { members: [shared] }),
      villageWith('1308002', 0, { members: [shared] }),
    ])
    const alertId = await issueAlert(world)
    failOnce(world.deps.dispatches, 'mirror', when)
    failOnce(world.deps.smsIndex, 'put', when)

    await world.drain()

    const entry = await tables.client.send(
      new GetCommand({ TableName: alertsTable.name, Key: { PK: 'SMS#gateway-1', SK: 'SMS' } }),
    )
    expect(entry.Item).toMatchObject({ alertId, village: '1308001', recipientIndex: 0, attempt: 1 })
    expect((await readBoard(world, alertId)).coverage).toEqual({ 'handed-over': 2 })
    expect(world.phones.outbox).toHaveLength(1)
  })
})
