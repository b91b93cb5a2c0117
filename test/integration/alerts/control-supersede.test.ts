import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { SendOutcome } from '../../../shared/gateway/sms-gateway.ts'
import { queueDistricts } from '../../../shared/progress/queue-districts.ts'
import { issueAlert, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { createPacedWorld, draftVersion, recover, stopAlert } from '../../support/control.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { failOnce } from '../../support/fail-once.ts'
import { it } from '../../support/world-test.ts'

afterEach(() => vi.restoreAllMocks())

const codes = ['1308001', '1308002', '1309001']
const phones = codes.flatMap((code) => [0, 1, 2].map((member) => phoneOf(code, member))).toSorted()

const seedAndIssue = async (world: AlertWorld, over: Record<string, unknown> = {}): Promise<string> => {
  await world.seedVillages(codes.map((code) => villageWith(code, 3)))
  return issueAlert(world, { areas: ['1308', '1309'], ...over })
}
const submit = (world: AlertWorld, alertId: string, headers = newKey()) =>
  world.api.ok(alertRoutes.submitAlert, { user: 'province', params: { alertId }, headers })
const issueNext = async (
  world: AlertWorld,
  tables: TestTables,
  alertId: string,
  version = 2,
): Promise<void> => {
  await draftVersion(world, tables, alertId, version)
  await submit(world, alertId)
}
/** Numbers of the versions that were handed over, in order. */
const versionsSent = (world: AlertWorld): number[] =>
  world.phones.outbox.map(({ text }) => Number(/#\d+\.(\d+) /.exec(text)?.[1]))
const phonesOf = (world: AlertWorld, version: number): string[] =>
  world.phones.outbox
    .filter((_, index) => versionsSent(world)[index] === version)
    .map(({ phone }) => phone)
    .toSorted()
const boardOf = async (world: AlertWorld, alertId: string, version: number) =>
  (
    await world.api.ok(alertRoutes.getBoard, {
      user: 'province',
      params: { alertId },
      query: { version: String(version) },
    })
  ).body
const isOrdered = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0))
const halted = async (world: AlertWorld) => [...(await world.halts.find()).versions]

describe('a newer version', () => {
  it.for([0, 1, 2, 3, 4, 5, 6])(
    'issued after %s batches ends the older one, and everyone gets the new text',
    async (batches, { world, tables }) => {
      const alertId = await seedAndIssue(world)
      // oxlint-disable-next-line no-await-in-loop -- one batch after the other
      for (let done = 0; done < batches; done += 1) await world.worker.step()
      const before = world.phones.outbox.length
      await issueNext(world, tables, alertId)
      await world.drain()
      await recover(world, 2)

      expect(phonesOf(world, 2)).toEqual(phones)
      expect(isOrdered(versionsSent(world))).toBe(true)
      const [older, newer] = [await boardOf(world, alertId, 1), await boardOf(world, alertId, 2)]
      expect(older).toMatchObject({
        state: 'superseded',
        totals: { accepted: before, superseded: phones.length - before, pending: 0, sending: 0 },
      })
      expect(newer).toMatchObject({ state: 'completed', totals: { accepted: phones.length } })
      expect(await halted(world)).toEqual([])
      expect(world.worker.dead).toEqual([])
    },
  )

  it.for([1, 2, 4, 7])(
    'issued while SMS %s of the older one goes out is not handed over before its last one',
    async (k, { tables }) => {
      const world = await createPacedWorld(tables, 4)
      const alertId = await seedAndIssue(world)
      const { send } = world.phones.gateway
      const times: number[] = []
      let issuedAtMs = 0
      vi.spyOn(world.phones.gateway, 'send').mockImplementation(async (sms) => {
        if (times.push(world.time.nowMs) === k) {
          await issueNext(world, tables, alertId)
          issuedAtMs = world.time.nowMs
        }
        return send(sms)
      })

      await world.drain()
      await recover(world, 2)

      expect(isOrdered(versionsSent(world))).toBe(true)
      expect(phonesOf(world, 2)).toEqual(phones)
      const firstOfNew = times[versionsSent(world).indexOf(2)] ?? 0
      expect(firstOfNew).toBeGreaterThanOrEqual(issuedAtMs + 2000)
      expect((await boardOf(world, alertId, 1)).totals).toMatchObject({
        accepted: phonesOf(world, 1).length,
        superseded: phones.length - phonesOf(world, 1).length,
      })
    },
  )

  it('keeps the older one halted, also where the tick looks between the writes', async ({
    world,
    tables,
  }) => {
    const alertId = await seedAndIssue(world)
    const { supersede } = world.deps.control
    vi.spyOn(world.deps.control, 'supersede').mockImplementation(async (...given) => {
      await world.runTick()
      return supersede(...given)
    })

    await issueNext(world, tables, alertId)

    expect(await halted(world)).toEqual([`${alertId}#1`])
  })

  it('follows one that is completed without waiting', async ({ world, tables }) => {
    const alertId = await seedAndIssue(world)
    await world.drain()
    const completedAtMs = world.time.nowMs

    await issueNext(world, tables, alertId)
    await world.drain()

    expect(world.time.nowMs).toBe(completedAtMs)
    expect(phonesOf(world, 2)).toEqual(phones)
    expect((await boardOf(world, alertId, 1)).state).toBe('superseded')
  })

  it('ends one that is stopped, and one that was never fanned out', async ({ world, tables }) => {
    const alertId = await seedAndIssue(world)
    await stopAlert(world, alertId)
    await issueNext(world, tables, alertId)
    await issueNext(world, tables, alertId, 3)
    await world.drain()
    await recover(world, 2)

    expect(versionsSent(world)).toEqual(phones.map(() => 3))
    for (const version of [1, 2]) {
      // oxlint-disable-next-line no-await-in-loop -- two boards
      expect(await boardOf(world, alertId, version)).toMatchObject({
        state: 'superseded',
        totals: { superseded: phones.length, pending: 0 },
      })
    }
    expect(await halted(world)).toEqual([])
  })

  it('leaves in doubt what may have gone out', async ({ world, tables }) => {
    const unknown: SendOutcome = { kind: 'unknown', code: 'TimeoutError' }
    world.phones.answer(phones[0] ?? '', unknown)
    const alertId = await seedAndIssue(world, { kind: 'preparedness', level: 'prepare' })
    await world.drain()

    await issueNext(world, tables, alertId)
    await world.drain()

    expect((await boardOf(world, alertId, 1)).totals).toMatchObject({ 'in-doubt': 1, superseded: 0 })
  })

  it('is what stop and resend are about, whatever draft came after it', async ({ world, tables }) => {
    const alertId = await seedAndIssue(world)
    await draftVersion(world, tables, alertId, 2)

    const { body } = await stopAlert(world, alertId)

    expect(body.versions.map(({ state }) => state)).toEqual(['stopped', 'draft'])
  })
})

describe('whoever issues a newer version and dies', () => {
  it.for(['before', 'after'] as const)(
    '%s the older one was ended: its fan-out ends it first',
    async (when, { world, tables }) => {
      const alertId = await seedAndIssue(world)
      await world.worker.step()
      await draftVersion(world, tables, alertId, 2)
      failOnce(world.deps.control, 'supersede', when)
      await submit(world, alertId)
      const newer = await world.alerts.findVersion(alertId, 2)
      if (newer === undefined) throw new Error('no version 2')
      await queueDistricts(world.deps, newer, 'fan-out', newer.fanOutOpen)

      await world.drain()
      await recover(world)

      expect(phonesOf(world, 2)).toEqual(phones)
      expect(isOrdered(versionsSent(world))).toBe(true)
      expect((await boardOf(world, alertId, 1)).state).toBe('superseded')
      expect((await boardOf(world, alertId, 2)).state).toBe('completed')
    },
  )

  it('with every message lost: the tick ends the older one and sends the newer', async ({
    world,
    tables,
  }) => {
    const alertId = await seedAndIssue(world)
    await world.worker.step()
    await world.worker.step()
    await draftVersion(world, tables, alertId, 2)
    failOnce(world.deps.control, 'supersede')
    await submit(world, alertId)
    world.worker.loseAll()

    await recover(world)

    expect(phonesOf(world, 2)).toEqual(phones)
    expect(isOrdered(versionsSent(world))).toBe(true)
    expect(await boardOf(world, alertId, 1)).toMatchObject({ state: 'superseded', totals: { pending: 0 } })
    expect((await boardOf(world, alertId, 2)).state).toBe('completed')
  })

  it('and then the newer one is stopped: the older one does not go on', async ({ world, tables }) => {
    const alertId = await seedAndIssue(world)
    await world.worker.step()
    await draftVersion(world, tables, alertId, 2)
    failOnce(world.deps.control, 'supersede')
    await submit(world, alertId)

    await stopAlert(world, alertId)
    await world.drain()
    await recover(world, 2)

    expect(world.phones.outbox).toEqual([])
    expect((await boardOf(world, alertId, 1)).state).toBe('superseded')
    expect((await boardOf(world, alertId, 2)).state).toBe('stopped')
  })
})
