import { afterEach, describe, expect, vi } from 'vitest'
import { issueAlert, readVillage, villageWith } from '../../support/alert-samples.ts'
import { queueWaves } from '../../../shared/progress/queue-waves.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { recover, resendFailed, timesSent } from '../../support/control.ts'
import { failOnce } from '../../support/fail-once.ts'
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

type When = 'before' | 'after'
type Crash = (world: AlertWorld, when: When) => void
const steps: [string, Crash][] = [
  ['reading the dispatches', (world, when) => failOnce(world.deps.dispatches, 'listDistrict', when)],
  ['changing a dispatch', (world, when) => failOnce(world.deps.dispatches, 'change', when)],
  ['changing a second one', (world, when) => failOnce(world.deps.dispatches, 'change', when, 1)],
  ['taking the district off the list', (world, when) => failOnce(world.deps.progress, 'closeResend', when)],
  ['queueing the waves', (world, when) => failOnce(world.deps.lanes.first, 'send', when)],
]
const both: When[] = ['before', 'after']
const eachTime = steps.flatMap(([step, crash]) =>
  both.map((when): [string, When, Crash] => [step, when, crash]),
)
const rejections = Object.fromEntries([0, 1, 3, 7].map((index) => [phones[index] ?? '', [rejected]]))

describe('a resend that dies', () => {
  it.for(eachTime)(
    '%s (%s it was done) ends with everyone served once',
    async ([, when, crash], { world }) => {
      const alertId = await issueWith(world, rejections)
      await resendFailed(world, alertId)
      crash(world, when)

      await world.drain()
      await recover(world, 3)

      expect(timesSent(world, phones)).toEqual(once)
      expect(await stateOf(world, alertId)).toBe('completed')
      expect(world.worker.dead).toEqual([])
    },
  )

  it.for(eachTime)(
    '%s (%s), with every message lost, is made up for by the tick',
    async ([, when, crash], { world }) => {
      const alertId = await issueWith(world, rejections)
      await resendFailed(world, alertId)
      crash(world, when)
      await world.worker.step()
      world.worker.loseAll()

      await recover(world)

      expect(timesSent(world, phones)).toEqual(once)
      expect(await stateOf(world, alertId)).toBe('completed')
    },
  )

  it('after which its SMS failed once more: the job that follows does not resend those', async ({
    world,
  }) => {
    const alertId = await issueWith(world, { [bad]: [rejected, rejected] })
    await resendFailed(world, alertId)
    failOnce(world.deps.progress, 'closeResend')
    await world.worker.step()
    world.worker.loseAll()
    const version = await world.alerts.findVersion(alertId, 1)
    const dispatches = await world.dispatches.listDistrict({ alertId, version: 1, district: '1308' })
    if (version === undefined) throw new Error('no version')
    await queueWaves(world.deps, version, dispatches)
    await world.drain()

    await recover(world, 3)

    const [, second] = (await readVillage(world, alertId, '1308001')).recipients
    expect(second).toMatchObject({ state: 'rejected', attempts: 2 })
    expect(await stateOf(world, alertId)).toBe('completed')
  })

  it('whose message comes twice resends nothing twice', async ({ world }) => {
    const alertId = await issueWith(world, { [bad]: [rejected, rejected] })
    await resendFailed(world, alertId)
    const copies = world.fanOut.urgent.sent.map((entry) => ({ ...entry }))
    await world.drain()
    world.fanOut.urgent.sent.push(...copies)

    await world.drain()
    await recover(world, 2)

    expect(timesSent(world, [bad])).toEqual([0])
    expect(await statesIn(world, alertId)).toEqual(['accepted', 'rejected', 'accepted'])
  })
})

describe('a resend beside a sender', () => {
  it('waits for the lease, and the sender’s late mark completes nothing over it', async ({ world }) => {
    world.phones.answer(good, rejected)
    await world.seedVillages([villageWith('1308001', 2)])
    const alertId = await issueAlert(world)
    const { markVillages } = world.deps.progress
    let isFirst = true
    vi.spyOn(world.deps.progress, 'markVillages').mockImplementation(async (key, marks) => {
      if (isFirst && marks.workOpen.size > 0) {
        isFirst = false
        await resendFailed(world, alertId)
        await world.worker.step()
        expect(await statesIn(world, alertId)).toEqual(['pending', 'accepted'])
      }
      return markVillages(key, marks)
    })
    await world.worker.step()
    await world.worker.step()
    await world.worker.step()
    expect(await stateOf(world, alertId)).toBe('dispatching')
    world.worker.loseAll()

    await recover(world)

    expect(isFirst).toBe(false)
    expect(await statesIn(world, alertId)).toEqual(['accepted', 'accepted'])
    expect(timesSent(world, phones.slice(0, 2))).toEqual([1, 1])
    expect(await stateOf(world, alertId)).toBe('completed')
  })

  it('that holds the lease comes again, and everyone is served', async ({ world }) => {
    world.phones.answer(good, rejected)
    await world.seedVillages([villageWith('1308001', 3)])
    const alertId = await issueAlert(world)
    const { send } = world.phones.gateway
    let wished = 0
    vi.spyOn(world.phones.gateway, 'send').mockImplementation(async (sms) => {
      if (sms.phone === doubtful && (wished += 1) === 1) {
        await resendFailed(world, alertId)
        await world.worker.step()
        expect(await statesIn(world, alertId)).toEqual(['rejected', 'accepted', 'sending'])
      }
      return send(sms)
    })

    await world.drain()
    await recover(world, 3)

    expect(wished).toBe(1)
    expect(timesSent(world, phones.slice(0, 3))).toEqual([1, 1, 1])
    expect(await stateOf(world, alertId)).toBe('completed')
  })
})
