import { describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { createPaceStore } from '../../../shared/store/pace-store.ts'
import { alertsTable } from '../../../shared/tables.ts'
import {
  alertBody,
  alertUsers,
  issueAlert,
  newKey,
  readBoard,
  readVillage,
  villageWith,
} from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { localMs, tickAt } from '../../support/schedules.ts'
import { it } from '../../support/world-test.ts'

const quietHours = { fromHour: 20, untilHour: 7 }
const prepare = {
  kind: 'preparedness',
  level: 'prepare',
  mode: 'actual',
  expiresAtIso: '2026-07-28T12:00:00+07:00',
}
const villages = ['1308001', '1308002', '1308003', '1308004'].map((code) => villageWith(code, 5))

/** A world with quiet hours that sends so many SMS a second, and the times at which they went out. */
const startNight = async (tables: TestTables, smsPerSecond = 0) => {
  const world = createAlertWorld(tables, {
    quietHours,
    rate: { perSecond: smsPerSecond, counts: 'messages' },
    pace: createPaceStore(tables.client, alertsTable.name, smsPerSecond, 60),
  })
  await world.seedUsers(alertUsers)
  await world.seedVillages(villages)
  const sentAtMs: number[] = []
  const { gateway } = world.phones
  const { send } = gateway
  vi.spyOn(gateway, 'send').mockImplementation(async (sms) => {
    sentAtMs.push(world.time.nowMs)
    return send(sms)
  })
  return { world, sentAtMs }
}

const submitAt = async (world: AlertWorld, local: string, over: object): Promise<string> => {
  world.time.nowMs = localMs(local)
  return issueAlert(world, over)
}

const waiting = ({ lanes, fanOut }: AlertWorld): number =>
  [...Object.values(lanes), ...Object.values(fanOut)].reduce((sum, { sent }) => sum + sent.length, 0)

const attemptsOf = async (world: AlertWorld, alertId: string) => {
  const shown = await Promise.all(villages.map(({ code }) => readVillage(world, alertId, code)))
  return shown.flatMap(({ recipients }) =>
    recipients.map(({ state, attempts, possibleDuplicate }) => ({ state, attempts, possibleDuplicate })),
  )
}

describe('a routine run that meets the quiet hours', () => {
  it('stops at 20:00:00 in mid-run and goes on at 07:00, each SMS once', async ({ tables }) => {
    const { world, sentAtMs } = await startNight(tables, 1)
    const alertId = await submitAt(world, '2026-07-23T19:59', prepare)
    world.time.nowMs = localMs('2026-07-23T19:59') + 50_000

    await world.drain()

    const evening = sentAtMs.length
    expect(evening).toBeGreaterThan(5)
    expect(evening).toBeLessThan(20)
    expect(Math.max(...sentAtMs)).toBeLessThan(localMs('2026-07-23T20:00'))
    expect(Math.max(...sentAtMs)).toBeGreaterThan(localMs('2026-07-23T19:59') + 57_000)

    for (const at of ['23T20:01', '23T20:30', '24T00:00', '24T06:58', '24T06:59']) {
      // oxlint-disable-next-line no-await-in-loop -- the night goes by
      await tickAt(world, `2026-07-${at}`)
      expect(waiting(world), `nothing is queued at ${at}`).toBe(0)
    }
    expect(sentAtMs).toHaveLength(evening)

    await tickAt(world, '2026-07-24T07:00')
    await world.drain()
    await tickAt(world, '2026-07-24T07:06')
    await world.drain()
    expect(sentAtMs).toHaveLength(20)
    expect(sentAtMs[evening]).toBeGreaterThanOrEqual(localMs('2026-07-24T07:00'))
    expect(new Set(world.phones.outbox.map(({ phone }) => phone)).size).toBe(20)
    const attempts = await attemptsOf(world, alertId)
    expect(attempts).toEqual(
      Array.from({ length: 20 }, () => ({ state: 'accepted', attempts: 1, possibleDuplicate: false })),
    )
  })

  it('keeps every first contact before the second ones over the night', async ({ tables }) => {
    const { world } = await startNight(tables)
    await submitAt(world, '2026-07-23T22:00', prepare)
    await world.drain()
    for (const at of ['23T22:06', '23T23:00', '24T03:00']) {
      // oxlint-disable-next-line no-await-in-loop -- the night goes by
      await tickAt(world, `2026-07-${at}`)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await world.drain()
    }
    expect(world.phones.outbox).toEqual([])

    await tickAt(world, '2026-07-24T07:00')
    await world.drain()

    const phones = world.phones.outbox.map(({ phone }) => phone)
    const firsts = villages.map(({ members }) => members[0]?.phone)
    expect(new Set(phones.slice(0, 4))).toEqual(new Set(firsts))
    expect(phones).toHaveLength(20)
  })

  it('is taken, and says when it begins and when it will be done', async ({ tables }) => {
    const { world } = await startNight(tables, 1)
    world.time.nowMs = localMs('2026-07-23T22:00')
    const { body: drafted } = await world.api.ok(alertRoutes.createAlert, {
      user: 'province',
      body: { ...alertBody, ...prepare },
      headers: newKey(),
    })
    expect(drafted.versions[0]?.heldByQuietHoursUntilIso).toBeNull()

    const { body } = await world.api.ok(alertRoutes.submitAlert, {
      user: 'province',
      params: { alertId: drafted.alertId },
      headers: newKey(),
    })
    await world.drain()

    expect(body.versions[0]).toMatchObject({
      state: 'dispatching',
      heldByQuietHoursUntilIso: '2026-07-24T07:00:00+07:00',
    })
    const board = await readBoard(world, drafted.alertId)
    expect(board.heldByQuietHoursUntilIso).toBe('2026-07-24T07:00:00+07:00')
    expect(board.estimatedFinishAtIso).toBe('2026-07-24T07:00:20+07:00')
  })

  it('costs the night nothing: no tick looks at its dispatches or writes to it', async ({ tables }) => {
    const { world } = await startNight(tables)
    const alertId = await submitAt(world, '2026-07-23T22:00', prepare)
    await world.drain()
    await tickAt(world, '2026-07-23T22:05')
    await world.drain()
    const send = vi.spyOn(tables.client, 'send')
    const requests = (): string[] =>
      send.mock.calls
        .splice(0)
        .map(([command]) => `${command.constructor.name} ${JSON.stringify(command.input)}`)

    const touching: string[] = []
    for (const at of ['23T23:02', '24T02:02', '24T06:59']) {
      // oxlint-disable-next-line no-await-in-loop -- the night goes by
      await tickAt(world, `2026-07-${at}`)
      touching.push(
        ...requests().filter(
          (one) =>
            one.includes(`DISPATCH#${alertId}`) ||
            (one.startsWith('Update') && one.includes(`"PK":"ALERT#${alertId}`)),
        ),
      )
    }
    await tickAt(world, '2026-07-24T07:00')

    expect(touching).toEqual([])
    expect(requests().filter((one) => one.includes(`DISPATCH#${alertId}`))).not.toEqual([])
  })

  it('expires in the night where its time is over then', async ({ tables }) => {
    const { world } = await startNight(tables, 1)
    const alertId = await submitAt(world, '2026-07-23T19:59', {
      ...prepare,
      expiresAtIso: '2026-07-24T05:00:00+07:00',
    })
    world.time.nowMs = localMs('2026-07-23T19:59') + 50_000
    await world.drain()
    const evening = world.phones.outbox.length

    await tickAt(world, '2026-07-24T05:01')
    await world.drain()
    await tickAt(world, '2026-07-24T07:00')
    await world.drain()

    expect(world.phones.outbox).toHaveLength(evening)
    const states = (await attemptsOf(world, alertId)).map(({ state }) => state)
    expect(states.filter((state) => state === 'accepted')).toHaveLength(evening)
    expect(states.filter((state) => state === 'expired')).toHaveLength(20 - evening)
    expect(evening).toBeLessThan(20)
  })
})

describe('quiet hours', () => {
  it('never hold an actual warning', async ({ tables }) => {
    const { world } = await startNight(tables)
    const alertId = await submitAt(world, '2026-07-23T22:00', { mode: 'actual', level: 'evacuate' })

    await world.drain()

    expect(world.phones.outbox).toHaveLength(20)
    expect((await readBoard(world, alertId)).heldByQuietHoursUntilIso).toBeNull()
  })

  it.for(['exercise', 'test'] as const)('hold a warning that is a %s', async (mode, { tables }) => {
    const { world } = await startNight(tables)
    const alertId = await submitAt(world, '2026-07-23T22:00', { mode })

    await world.drain()
    expect(world.phones.outbox).toEqual([])
    expect((await readBoard(world, alertId)).heldByQuietHoursUntilIso).toBe('2026-07-24T07:00:00+07:00')

    await tickAt(world, '2026-07-24T07:00')
    await world.drain()
    expect(world.phones.outbox).toHaveLength(20)
  })

  it('let a run that was stopped and resumed in the night wait for the morning', async ({ tables }) => {
    const { world } = await startNight(tables)
    const alertId = await submitAt(world, '2026-07-23T22:00', prepare)
    await world.drain()
    const request = { user: 'province', params: { alertId } }
    await world.api.ok(alertRoutes.stopAlert, {
      ...request,
      body: { reason: 'Wrong week' },
      headers: newKey(),
    })
    await world.api.ok(alertRoutes.resumeAlert, { ...request, headers: newKey() })
    await world.drain()
    expect(world.phones.outbox).toEqual([])

    await tickAt(world, '2026-07-24T07:01')
    await world.drain()
    expect(world.phones.outbox).toHaveLength(20)
  })
})
