import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { readVillage, villageWith } from '../../support/alert-samples.ts'
import { approve, draft, read, submit, withSecondPerson } from '../../support/approval.ts'
import { buildUser } from '../../support/builders.ts'
import { listCalls, readCallList, recordCall } from '../../support/calls.ts'
import { createSchedule, readSchedule } from '../../support/schedules.ts'
import { it } from '../../support/world-test.ts'

const named = [
  buildUser({
    id: 'officer',
    name: 'Made-up Writer',
    roles: ['officer'],
    areas: ['1308'],
    phone: '+8562055999001',
  }),
  buildUser({ id: 'second', name: 'Made-up Approver', roles: ['officer'], areas: ['1308'] }),
]

describe('who acted', () => {
  it('is told by name to whoever may see the alert, with nothing else of them', async ({ tables }) => {
    const world = await withSecondPerson(tables, [villageWith('1308001', 1)])
    await world.seedUsers(named)
    const alertId = await draft(world)
    await submit(world, alertId)
    await approve(world, alertId)
    await world.drain()

    const view = (await world.api.ok(alertRoutes.getAlert, { user: 'viewer', params: { alertId } })).body
    const report = (await world.api.ok(alertRoutes.getReport, { user: 'viewer', params: { alertId } })).body

    expect(view.people).toEqual({ officer: 'Made-up Writer', second: 'Made-up Approver' })
    expect(report.people).toEqual(view.people)
  })

  it('keeps their name after they were disabled, and has none where the entry is gone', async ({
    tables,
  }) => {
    const world = await withSecondPerson(tables, [villageWith('1308001', 1)])
    await world.seedUsers(named)
    const alertId = await draft(world)
    const record = await world.alerts.find(alertId)
    const version = await world.alerts.findVersion(alertId, 1)
    if (record === undefined || version === undefined) throw new Error('no alert')
    await world.alerts.create(
      { ...record, alertId: 'of-nobody', createdBy: 'nobody' },
      { ...version, alertId: 'of-nobody', history: [{ action: 'create', by: 'nobody', atIso: 'then' }] },
    )
    await world.seedUsers(named.map((user) => ({ ...user, status: 'disabled' as const })))

    expect((await read(world, alertId)).people).toEqual({ officer: 'Made-up Writer' })
    expect((await read(world, 'of-nobody')).people).toEqual({})
  })

  it('is told of calls on the call list, the village and its records', async ({ tables }) => {
    const world = await withSecondPerson(tables, [villageWith('1308001', 1)])
    await world.seedUsers(named)
    const alertId = await draft(world, { level: 'watch' })
    await submit(world, alertId)
    await world.drain()
    await recordCall(world, alertId, '1308001', { user: 'officer', outcome: 'needs-help' })

    const list = await world.api.ok(alertRoutes.listAcknowledgements, {
      user: 'viewer',
      params: { alertId, code: '1308001' },
    })

    expect(await listCalls(world, alertId, '1308001')).toMatchObject([{ by: 'officer' }])
    for (const { people } of [
      list.body,
      await readVillage(world, alertId, '1308001'),
      await readCallList(world, alertId),
    ]) {
      expect(people).toEqual({ officer: 'Made-up Writer' })
    }
  })

  it('is told of a schedule', async ({ tables }) => {
    const world = await withSecondPerson(tables, [villageWith('1308001', 1)])
    await world.seedUsers(named)
    const scheduleId = await createSchedule(world)
    await world.api.ok(alertRoutes.pauseSchedule, { user: 'second', params: { scheduleId } })

    expect((await readSchedule(world, scheduleId)).people).toEqual({
      officer: 'Made-up Writer',
      second: 'Made-up Approver',
    })
  })

  it('stands in the printed report', async ({ tables }) => {
    const world = await withSecondPerson(tables, [villageWith('1308001', 1)])
    await world.seedUsers(named)
    const alertId = await draft(world, { level: 'watch' })
    await submit(world, alertId)

    const page = await world.api.call(alertRoutes.getReport, {
      user: 'viewer',
      params: { alertId },
      query: { format: 'html' },
    })

    expect(page.body).toContain('Made-up Writer')
    expect(page.body).not.toContain('officer')
  })
})
