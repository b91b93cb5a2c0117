import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { issueAlert, newKey, phoneOf, readBoard, villageWith } from '../../support/alert-samples.ts'
import { approve, draft, refuseApproval, submit, withSecondPerson } from '../../support/approval.ts'
import { recover, stopAlert } from '../../support/control.ts'
import {
  changeVillage,
  followUp,
  issueFollowUp,
  phonesTold,
  refuseFollowUp,
  withMember,
} from '../../support/follow-up.ts'
import { it } from '../../support/world-test.ts'

const villages = [villageWith('1308001', 3), villageWith('1308002', 2), villageWith('1309001', 2)]
const phonesIn = (...codes: string[]): string[] =>
  villages
    .filter(({ code }) => codes.includes(code))
    .flatMap(({ members }) => members.map(({ phone }) => phone))
    .toSorted()
const in1308 = phonesIn('1308001', '1308002')

describe('an update', () => {
  it('goes to everyone of before and in the district that it adds, twice, with the level raised', async ({
    world,
  }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { level: 'watch' })
    await world.drain()

    await issueFollowUp(world, 'updateAlert', alertId, { level: 'warning', areas: ['1308', '1309'] })
    await world.drain()
    const view = await issueFollowUp(world, 'updateAlert', alertId, { level: 'evacuate' })
    await world.drain()
    await recover(world, 2)

    expect(phonesTold(world, 1)).toEqual(in1308)
    expect(phonesTold(world, 2)).toEqual(phonesIn('1308001', '1308002', '1309001'))
    expect(phonesTold(world, 3)).toEqual(phonesIn('1308001', '1308002', '1309001'))
    expect(view).toMatchObject({
      version: 3,
      areas: ['1308', '1309'],
      lastIssued: { version: 3, level: 'evacuate' },
      remaining: { areas: ['1308', '1309'], cleared: [] },
    })
    expect(view.versions.map(({ history }) => history[0]?.action)).toEqual(['create', 'update', 'update'])
    const now = (await world.api.ok(alertRoutes.getAlert, { user: 'province', params: { alertId } })).body
    expect(now.versions.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'completed'])
  })

  it('goes to members who left and to numbers that were changed, and to who came since', async ({
    world,
  }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await world.drain()
    await changeVillage(world, '1308001', (village) => {
      const left = withMember(village, 1, { status: 'left' })
      return withMember(left, 2, { phone: '+8562055777001' })
    })

    await issueFollowUp(world, 'updateAlert', alertId)
    await world.drain()

    expect(phonesTold(world, 2)).toEqual([...in1308, '+8562055777001'].toSorted())
  })

  it.for(['completed', 'dispatching', 'stopped', 'expired'] as const)(
    'is written while the last version is %s',
    async (state, { world }) => {
      await world.seedVillages(villages)
      const alertId = await issueAlert(world)
      if (state === 'stopped' || state === 'expired') await stopAlert(world, alertId)
      if (state === 'completed') await world.drain()
      if (state === 'expired') {
        world.time.nowMs = Date.parse('2026-07-24T12:00:01+07:00')
        await world.runTick()
      }

      const view = await followUp(world, 'updateAlert', alertId)

      expect(view.lastIssued?.state).toBe(state)
      expect(view).toMatchObject({ version: 2, state: 'draft' })
    },
  )

  it('is refused where nothing was sent, and says that the draft is to be edited', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)

    const problem = await refuseFollowUp(world, 'updateAlert', alertId, { user: 'officer' })

    expect(problem).toMatchObject({ status: 409, code: 'wrong-state' })
    expect(problem.detail).toContain('edit its draft')
  })

  it('drops no area and says less of no danger, also when its draft is edited', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { areas: ['1308', '1309'] })
    await world.drain()

    const dropped = await refuseFollowUp(world, 'updateAlert', alertId, { areas: ['1309'], level: 'watch' })
    const { etag } = await followUp(world, 'updateAlert', alertId)
    const edited = await world.api.refused(alertRoutes.editAlert, {
      user: 'province',
      params: { alertId },
      body: { areas: ['1309'] },
      headers: { 'if-match': `"${etag}"` },
    })

    expect(dropped).toMatchObject({
      status: 422,
      errors: [{ path: 'body.level' }, { path: 'body.areas' }],
    })
    expect(dropped.errors?.[1]?.message).toContain('1308')
    expect(edited.errors?.map(({ path }) => path)).toEqual(['body.areas'])
  })

  it('may add an area when its draft is edited', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await world.drain()
    const { etag } = await followUp(world, 'updateAlert', alertId)

    const edited = await world.api.ok(alertRoutes.editAlert, {
      user: 'province',
      params: { alertId },
      body: { areas: ['1308', '1309'] },
      headers: { 'if-match': `"${etag}"` },
    })
    await submit(world, alertId, { user: 'province' })
    await world.drain()

    expect(edited.body.areas).toEqual(['1308', '1309'])
    expect(phonesTold(world, 2)).toEqual(phonesIn('1308001', '1308002', '1309001'))
  })

  it('needs what its level needs: another officer approves its own digest', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)
    await approve(world, alertId)
    await world.drain()
    await changeVillage(world, '1308002', (village) => withMember(village, 0, { status: 'left' }))

    await followUp(world, 'updateAlert', alertId, { user: 'officer' })
    const submitted = await submit(world, alertId)
    const refused = await refuseApproval(world, alertId, 'officer')
    await approve(world, alertId)
    await world.drain()

    expect(submitted.body.versions[1]?.submission?.headCount).toBe(5)
    expect(refused.code).toBe('needs-another-person')
    expect(phonesTold(world, 2)).toEqual(in1308)
  })

  it('is one at a time: the second is told which version is open', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)

    await followUp(world, 'updateAlert', alertId)
    const problem = await refuseFollowUp(world, 'allClearAlert', alertId)

    expect(problem).toMatchObject({ status: 409, code: 'wrong-state', facts: { version: 2, state: 'draft' } })
    expect(problem.detail).toContain('Version 2')
  })

  it('is made room for by rejecting the draft that is open', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await world.drain()
    await followUp(world, 'updateAlert', alertId)
    await world.api.ok(alertRoutes.rejectAlert, {
      user: 'province',
      params: { alertId },
      body: { reason: 'Wrong words' },
      headers: newKey(),
    })

    const board = await readBoard(world, alertId)
    const view = await issueFollowUp(world, 'updateAlert', alertId)
    await world.drain()

    expect(board).toMatchObject({ version: 1, state: 'completed' })
    expect(view.versions.map(({ state }) => state)).toEqual(['superseded', 'rejected', 'dispatching'])
    expect(phonesTold(world, 3)).toEqual(in1308)
  })

  it('is written once for each key, and refuses the key for another body', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    const headers = newKey()

    const first = await followUp(world, 'updateAlert', alertId, { headers })
    const again = await followUp(world, 'updateAlert', alertId, { headers })
    const other = await refuseFollowUp(world, 'updateAlert', alertId, { headers, level: 'evacuate' })

    expect([first.version, again.version, again.versions.length]).toEqual([2, 2, 2])
    expect(other.code).toBe('idempotency-key-reused')
  })

  it.for([
    ['neighbour', 404],
    ['village-officer', 404],
    ['stranger', 403],
    ['viewer', 403],
    ['admin', 403],
  ] as const)('is refused to %s', async ([user, status], { world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)

    const problems = await Promise.all(
      (['updateAlert', 'cancelAlert', 'allClearAlert'] as const).map((what) =>
        refuseFollowUp(world, what, alertId, { user }),
      ),
    )

    expect(problems.map((problem) => problem.status)).toEqual([status, status, status])
  })

  it('of a district officer adds no foreign district', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)

    const problem = await refuseFollowUp(world, 'updateAlert', alertId, {
      user: 'officer',
      areas: ['1308', '1309'],
    })

    expect(problem.errors?.[0]?.message).toBe('No area of this code is known in your areas.')
  })

  it('is not begun by a submission of the version before that comes again', async ({ world }) => {
    await world.seedVillages(villages)
    const headers = newKey()
    const alertId = await draft(world)
    await submit(world, alertId, { headers })
    await world.drain()
    await followUp(world, 'updateAlert', alertId)

    const again = await submit(world, alertId, { headers })

    expect(again.body.versions.map(({ state }) => state)).toEqual(['completed', 'draft'])
  })

  it('reaches a phone that moved to another village of the district once', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await world.drain()
    await changeVillage(world, '1308001', (village) => withMember(village, 0, { status: 'left' }))
    await changeVillage(world, '1308002', (village) =>
      withMember(village, 1, { phone: phoneOf('1308001', 0) }),
    )

    await issueFollowUp(world, 'updateAlert', alertId)
    await world.drain()

    expect(phonesTold(world, 2)).toEqual(in1308)
  })
})
