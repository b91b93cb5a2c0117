import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { issueAlert, newKey, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { approve, draft, refuseApproval, submit, withSecondPerson } from '../../support/approval.ts'
import { it } from '../../support/world-test.ts'

const villages = [villageWith('1308001', 1), villageWith('1308002', 1), villageWith('1309001', 1)]
const refuseSubmit = (world: AlertWorld, alertId: string, user = 'officer', body?: object) =>
  world.api.refused(alertRoutes.submitAlert, {
    user,
    params: { alertId },
    ...(body === undefined ? {} : { body }),
    headers: newKey(),
  })

describe('a drill', () => {
  it.for(['exercise', 'test'])('(%s) is refused where an actual alert is live', async (mode, { world }) => {
    await world.seedVillages(villages)
    const live = await issueAlert(world, { mode: 'actual', areas: ['1308001'] })
    const drill = await draft(world, { mode, hazard: 'storm' })

    const problem = await refuseSubmit(world, drill)

    expect(problem).toMatchObject({
      status: 409,
      code: 'actual-alert-live',
      facts: { alertId: live, number: 1 },
    })
  })

  it('goes out in other villages, and when the actual alert is over', async ({ world }) => {
    await world.seedVillages(villages)
    await issueAlert(world, { mode: 'actual', areas: ['1308001'] })
    const beside = await draft(world, { areas: ['1308002'] })
    const later = await draft(world, { areas: ['1308001'], expiresAtIso: '2026-07-25T12:00:00+07:00' })

    expect((await submit(world, beside)).body.state).toBe('dispatching')
    expect((await refuseSubmit(world, later)).code).toBe('actual-alert-live')
    world.time.nowMs = Date.parse('2026-07-24T12:00:01+07:00')
    expect((await submit(world, later)).body.state).toBe('dispatching')
  })

  it('is not approved where an alert went out meanwhile, nor issued by breaking glass', async ({
    tables,
  }) => {
    const world = await withSecondPerson(tables, villages)
    const drill = await draft(world, { level: 'evacuate' })
    await submit(world, drill)
    const actual = await draft(world, { mode: 'actual', level: 'watch' })
    await submit(world, actual)

    const approved = await refuseApproval(world, drill, 'second')
    const broken = await world.api.refused(alertRoutes.breakGlass, {
      user: 'officer',
      params: { alertId: drill },
      body: { reason: 'A drill of it' },
      headers: newKey(),
    })

    expect([approved.code, broken.code]).toEqual(['actual-alert-live', 'actual-alert-live'])
  })

  it('goes out beside a message of preparedness, which is no danger', async ({ world }) => {
    await world.seedVillages(villages)
    await issueAlert(world, { mode: 'actual', kind: 'preparedness', level: 'prepare' })

    expect((await submit(world, await draft(world))).body.state).toBe('dispatching')
  })
})

describe('an actual alert', () => {
  it('of a danger that one is live of offers its update, or goes out knowingly beside it', async ({
    world,
  }) => {
    await world.seedVillages(villages)
    const live = await issueAlert(world, { mode: 'actual' })
    const second = await draft(world, { mode: 'actual', areas: ['1308002'] })

    const problem = await refuseSubmit(world, second)
    const other = await refuseSubmit(world, second, 'officer', { besidesAlertId: second })
    const { body } = await submit(world, second, { besidesAlertId: live })

    expect(problem).toMatchObject({ status: 409, code: 'alert-live', facts: { alertId: live, number: 1 } })
    expect(other.code).toBe('alert-live')
    expect(body.state).toBe('dispatching')
  })

  it('of another danger, or of other villages, goes out', async ({ world }) => {
    await world.seedVillages(villages)
    await issueAlert(world, { mode: 'actual', areas: ['1308'] })
    const storm = await draft(world, { mode: 'actual', kind: 'storm', hazard: 'storm' })
    const elsewhere = await draft(world, { mode: 'actual', areas: ['1309'] }, 'neighbour')

    const states = [
      (await submit(world, storm)).body.state,
      (await submit(world, elsewhere, { user: 'neighbour' })).body.state,
    ]

    expect(states).toEqual(['dispatching', 'dispatching'])
  })

  it('is not held up by one that waits for its second person', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const first = await draft(world, { mode: 'actual' })
    await submit(world, first)
    const second = await draft(world, { mode: 'actual' })

    expect((await submit(world, second)).body.state).toBe('submitted')
    expect((await approve(world, second)).body.state).toBe('dispatching')
  })
})
