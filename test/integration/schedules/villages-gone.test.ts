import { describe, expect } from 'vitest'
import { chainOfDay } from '../../../shared/domain/audit.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertUsers, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import type { TestTables } from '../../support/dynalite.ts'
import { failOnce } from '../../support/fail-once.ts'
import { changeVillage } from '../../support/follow-up.ts'
import { createSchedule, listAlerts, readRuns, tickAt } from '../../support/schedules.ts'
import { it } from '../../support/world-test.ts'

const [kept, gone] = ['1308001', '1308002'] as const

const merge = (world: AlertWorld, code: string) =>
  changeVillage(world, code, (village) => ({ ...village, status: 'merged', mergedInto: '1308003' }))
const takeOff = async (world: AlertWorld, code: string) => {
  await world.villages.takeBack(code, (await world.villages.find(code))?.revision ?? '')
}

/** A schedule that names two villages, and what `tick` counts. */
const startWorld = async (tables: TestTables) => {
  const counted: string[] = []
  const count = (name: string, value: number) => void (value > 0 && counted.push(name))
  const world = createAlertWorld(tables, { metrics: { count, flush: () => {} } })
  await world.seedUsers(alertUsers)
  await world.seedVillages([kept, gone, '1308003'].map((code) => villageWith(code, 1)))
  return { world, counted, scheduleId: await createSchedule(world, { areas: [kept, gone] }) }
}

describe('a run of a schedule that names a village', () => {
  it.for([
    ['was merged', merge],
    ['was taken off the roster', takeOff],
  ] as const)('which %s since goes to the others, and says so', async ([, lose], { tables }) => {
    const { world, counted, scheduleId } = await startWorld(tables)
    await lose(world, gone)

    await tickAt(world, '2026-08-01T09:00')
    await world.drain()

    expect(world.phones.outbox).toHaveLength(1)
    expect((await readRuns(world, scheduleId)).past).toMatchObject([
      { state: 'issued', reason: null, villagesGone: [gone], villagesLeftOut: [] },
    ])
    expect(await listAlerts(world)).toMatchObject([{ areas: [kept] }])
    expect(counted).toEqual(expect.arrayContaining(['ScheduledRun', 'ScheduledRunSkipped']))
    expect(await world.deps.auditRows.listStored(chainOfDay('2026-08-01'))).toContainEqual(
      expect.objectContaining({ action: 'leave-out', subject: { scheduleId }, code: 'villages-gone' }),
    )
  })

  it('says so as well where none is left', async ({ tables }) => {
    const { world, scheduleId } = await startWorld(tables)
    await merge(world, kept)
    await takeOff(world, gone)

    await tickAt(world, '2026-08-01T09:00')

    expect((await readRuns(world, scheduleId)).past).toMatchObject([
      { state: 'skipped', reason: 'no-recipients', villagesGone: [kept, gone] },
    ])
    expect(await listAlerts(world)).toEqual([])
  })

  it.for(['decideRun', 'endRun'] as const)(
    'tells the same where a tick dies after %s',
    async (step, { tables }) => {
      const { world, scheduleId } = await startWorld(tables)
      await merge(world, gone)
      failOnce(world.deps.schedules, step, 'after')

      await tickAt(world, '2026-08-01T09:00')
      await tickAt(world, '2026-08-01T09:01')
      await world.drain()

      expect(world.phones.outbox).toHaveLength(1)
      expect((await readRuns(world, scheduleId)).past).toMatchObject([
        { state: 'issued', villagesGone: [gone] },
      ])
      expect(await listAlerts(world)).toMatchObject([{ areas: [kept] }])
    },
  )

  it('warns of it before it runs, those who have the village, until it is edited or ends', async ({
    tables,
  }) => {
    const { world, scheduleId } = await startWorld(tables)
    const before = (await readRuns(world, scheduleId)).villagesGone
    await merge(world, gone)

    const merged = (await readRuns(world, scheduleId)).villagesGone
    const elsewhere = (await readRuns(world, scheduleId, 'village-officer')).villagesGone
    await world.api.ok(alertRoutes.endSchedule, { user: 'officer', params: { scheduleId } })

    expect([before, merged, elsewhere]).toEqual([[], [gone], []])
    expect((await readRuns(world, scheduleId)).villagesGone).toEqual([])
  })
})
