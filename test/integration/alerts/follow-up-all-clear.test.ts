import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { issueAlert, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { approve, draft, refuseApproval, submit, withSecondPerson } from '../../support/approval.ts'
import { resumeAlert, stopAlert } from '../../support/control.ts'
import {
  changeVillage,
  followUp,
  issueFollowUp,
  phonesTold,
  refuseFollowUp,
  withMember,
} from '../../support/follow-up.ts'
import { it } from '../../support/world-test.ts'

const codes = ['1308001', '1308002', '1308003']

const villages = codes.map((code) => villageWith(code, 3))

const all = codes.flatMap((code) => [0, 1, 2].map((member) => phoneOf(code, member)))

const breakGlass = (world: AlertWorld, alertId: string) =>
  world.api.refused(alertRoutes.breakGlass, {
    user: 'officer',
    params: { alertId },
    body: { reason: 'Nobody answers' },
    headers: newKey(),
  })

describe('an all-clear', () => {
  it('needs a second person, whom no broken glass replaces', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world, { level: 'watch' })
    await submit(world, alertId)
    await world.drain()

    await followUp(world, 'allClearAlert', alertId, { user: 'officer' })
    const submitted = await submit(world, alertId)
    world.time.nowMs += 3_600_000
    const broken = await breakGlass(world, alertId)
    const own = await refuseApproval(world, alertId, 'officer')
    await approve(world, alertId)
    await world.drain()

    expect(submitted.body.state).toBe('submitted')
    expect(broken).toMatchObject({
      code: 'break-glass-refused',
      detail: expect.stringContaining('second person'),
    })
    expect(own.code).toBe('needs-another-person')
    expect(phonesTold(world, 2)).toEqual(all.toSorted())
  })

  it('goes to members who left since, to numbers that were changed, and to nobody who came', async ({
    world,
  }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await world.drain()
    await changeVillage(world, '1308001', (village) => {
      const left = withMember(village, 0, { status: 'left' })
      return withMember(left, 1, { phone: '+8562055777001' })
    })
    await changeVillage(world, '1308002', (village) => withMember(village, 2, { status: 'left' }))

    await issueFollowUp(world, 'allClearAlert', alertId)
    await world.drain()

    expect(phonesTold(world, 2)).toEqual(all.toSorted())
  })

  it('for some villages goes to those alone, and the rest is not ended', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { mode: 'actual' })
    await world.drain()

    const view = await issueFollowUp(world, 'allClearAlert', alertId, { areas: ['1308002'] })
    await world.drain()
    const rest = await issueFollowUp(world, 'allClearAlert', alertId)
    await world.drain()

    expect(phonesTold(world, 2)).toEqual([0, 1, 2].map((member) => phoneOf('1308002', member)))
    expect(view).toMatchObject({ notEnded: true, remaining: { areas: ['1308'], cleared: ['1308002'] } })
    expect(phonesTold(world, 3)).toEqual(all.toSorted())
    expect(rest).toMatchObject({ notEnded: false, remaining: { areas: [] } })
    const again = await refuseFollowUp(world, 'allClearAlert', alertId)
    expect(again.detail).toContain('ended everywhere')
  })

  it('for one village after the other has ended the district with the last that was warned', async ({
    world,
  }) => {
    await world.seedVillages([...villages, villageWith('1308004', 0)])
    const alertId = await issueAlert(world, { mode: 'actual' })
    await world.drain()
    await world.seedVillages([villageWith('1308005', 1)])
    const clear = async (...areas: string[]) => {
      const view = await issueFollowUp(world, 'allClearAlert', alertId, { areas })
      await world.drain()
      return view
    }

    await clear('1308001')
    const before = await clear('1308002', '1308003')
    const after = await clear('1308004')

    expect(before).toMatchObject({
      notEnded: true,
      remaining: { areas: ['1308'], cleared: ['1308001', '1308002', '1308003'] },
    })
    expect(after).toMatchObject({ notEnded: false, remaining: { areas: [], cleared: [] } })
    expect(after.versions.at(-1)?.areas).toEqual(['1308004'])
    expect(phonesTold(world, 3)).toHaveLength(6)
  })

  it('for some villages waits until the danger is told everywhere', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await world.worker.step()
    await stopAlert(world, alertId)

    const refused = await refuseFollowUp(world, 'allClearAlert', alertId, { areas: ['1308002'] })
    await resumeAlert(world, alertId)
    await world.drain()
    await followUp(world, 'allClearAlert', alertId, { areas: ['1308002'] })

    expect(refused).toMatchObject({ code: 'wrong-state', facts: { version: 1 } })
    expect(phonesTold(world, 1)).toEqual(all.toSorted())
  })

  it('is given by an officer of a village for that village alone', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world, { level: 'watch' })
    await submit(world, alertId)
    await world.drain()

    const whole = await refuseFollowUp(world, 'allClearAlert', alertId, { user: 'village-officer' })
    await followUp(world, 'allClearAlert', alertId, { user: 'village-officer', areas: ['1308001'] })
    await submit(world, alertId, { user: 'village-officer' })
    await approve(world, alertId)
    await world.drain()

    expect(whole.status).toBe(404)
    expect(phonesTold(world, 2)).toEqual([0, 1, 2].map((member) => phoneOf('1308001', member)))
  })

  it('names no area that was not told, nor a village that nobody knows', async ({ world }) => {
    await world.seedVillages([...villages, villageWith('1309001', 1)])
    const alertId = await issueAlert(world)
    await world.drain()

    const problem = await refuseFollowUp(world, 'allClearAlert', alertId, {
      areas: ['1309001', '1308999', '1308001'],
    })

    expect(problem.errors?.map(({ path }) => path)).toEqual(['body.areas[0]', 'body.areas[1]'])
  })

  it('changes its words and time alone when its draft is edited', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await world.drain()
    const { etag } = await followUp(world, 'allClearAlert', alertId, { areas: ['1308001'] })
    const edit = (body: object, tag: string) => ({
      user: 'province',
      params: { alertId },
      body,
      headers: { 'if-match': `"${tag}"` },
    })

    const refused = await world.api.refused(alertRoutes.editAlert, edit({ areas: ['1308'] }, etag))
    const edited = await world.api.ok(alertRoutes.editAlert, edit({ texts: { en: 'GO HOME' } }, etag))

    expect(refused.errors?.map(({ path }) => path)).toEqual(['body.areas'])
    expect(edited.body).toMatchObject({ areas: ['1308'], versions: [{}, { areas: ['1308001'] }] })
  })

  it('is for no preparedness message, which a cancel takes back', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { kind: 'preparedness', level: 'prepare' })
    await world.drain()

    const refused = await refuseFollowUp(world, 'allClearAlert', alertId)
    await followUp(world, 'cancelAlert', alertId)
    await world.drain()

    expect(refused.code).toBe('wrong-state')
    expect(phonesTold(world, 2)).toEqual(all.toSorted())
  })

  it('of a drill goes out where an actual alert is live by now', async ({ world }) => {
    await world.seedVillages(villages)
    const drill = await issueAlert(world)
    await world.drain()
    await issueAlert(world, { mode: 'actual' })

    const view = await issueFollowUp(world, 'allClearAlert', drill)

    expect(view.lastIssued).toMatchObject({ version: 2, level: 'all-clear' })
  })

  it('makes room for a drill where it said so, and nowhere else', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world, { mode: 'actual' })
    await world.drain()
    await issueFollowUp(world, 'allClearAlert', alertId, { areas: ['1308002'] })
    const drill = async (area: string): Promise<string> => {
      const drafted = await draft(world, { areas: [area] })
      const { statusCode } = await world.api.call(alertRoutes.submitAlert, {
        user: 'officer',
        params: { alertId: drafted },
        headers: newKey(),
      })
      return String(statusCode)
    }

    expect([await drill('1308002'), await drill('1308001'), await drill('1308')]).toEqual([
      '202',
      '409',
      '409',
    ])
  })
})
