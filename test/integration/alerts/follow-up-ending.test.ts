import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { issueAlert, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { approve, draft, read, refuseApproval, submit, withSecondPerson } from '../../support/approval.ts'
import { buildUser } from '../../support/builders.ts'
import { recover, resumeAlert, stopAlert } from '../../support/control.ts'
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

describe('a cancel', () => {
  it.for([1, 2, 3])(
    'goes at once, in the words of its template, exactly to those who got what was stopped after %s batches',
    async (batches, { tables }) => {
      const world = await withSecondPerson(tables, villages)
      const alertId = await draft(world, { level: 'watch' })
      await submit(world, alertId)
      // oxlint-disable-next-line no-await-in-loop -- one batch after the other
      for (let done = 0; done < batches; done += 1) await world.worker.step()
      await stopAlert(world, alertId)
      const got = phonesTold(world, 1)

      const view = await followUp(world, 'cancelAlert', alertId, { user: 'officer', reason: 'Wrong gauge' })
      await world.drain()
      await recover(world, 2)

      expect(got.length).toBeLessThan(all.length)
      expect(phonesTold(world, 2)).toEqual(got)
      expect(view).toMatchObject({ version: 2, level: 'cancel', state: 'dispatching', notEnded: false })
      expect(view.remaining).toEqual({ areas: [], cleared: [] })
      const now = await read(world, alertId)
      expect(now.versions.map(({ state }) => state)).toEqual(['superseded', 'completed'])
      expect(now.versions[1]).toMatchObject({
        template: { id: 'cancel' },
        reviewDueAtIso: '2026-07-24T12:00:00+07:00',
        history: [
          { action: 'cancel', by: 'officer', note: 'Wrong gauge' },
          { action: 'issue-alone', by: 'officer' },
          { action: 'complete' },
        ],
      })
    },
  )

  it('is for who issued the alert, by any login, and for the province; others are told so', async ({
    tables,
  }) => {
    const world = await withSecondPerson(tables, villages)
    await world.seedUsers([buildUser({ id: 'colleague', roles: ['officer'], areas: ['1308'] })])
    const issue = async (): Promise<string> => {
      const alertId = await draft(world, { level: 'watch' })
      await submit(world, alertId)
      return alertId
    }
    const [first, second, third] = [await issue(), await issue(), await issue()]

    const refused = await refuseFollowUp(world, 'cancelAlert', first, { user: 'colleague' })
    const cancelled = [
      await followUp(world, 'cancelAlert', first, { user: 'officer' }),
      await followUp(world, 'cancelAlert', second, { user: 'officer-again' }),
      await followUp(world, 'cancelAlert', third, { user: 'province' }),
    ]

    expect(refused).toMatchObject({ status: 403, code: 'needs-another-person' })
    expect(cancelled.map(({ level }) => level)).toEqual(['cancel', 'cancel', 'cancel'])
  })

  it('is reviewed by another officer, and overdue in list and view until then, whatever comes later', async ({
    tables,
  }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world, { level: 'watch' })
    await submit(world, alertId)
    await followUp(world, 'cancelAlert', alertId, { user: 'officer' })
    world.time.nowMs += 24 * 3600 * 1000 + 1000
    const listed = async () =>
      (await world.api.ok(alertRoutes.listAlerts, { user: 'officer' })).body.alerts[0]?.reviewOverdue

    const before = [await listed(), (await read(world, alertId)).reviewOverdue]
    await world.api.ok(alertRoutes.reviewAlert, {
      user: 'second',
      params: { alertId },
      body: { outcome: 'justified', note: 'The gauge was broken' },
      headers: newKey(),
    })

    expect(before).toEqual([true, true])
    expect(await listed()).toBe(false)
  })

  it('drops a draft that waits, so that nothing goes out after it', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world, { level: 'watch' })
    await submit(world, alertId)
    await world.drain()
    await followUp(world, 'updateAlert', alertId, { user: 'officer', level: 'warning' })
    await submit(world, alertId)

    await followUp(world, 'cancelAlert', alertId, { user: 'officer' })
    await world.drain()
    const late = await refuseApproval(world, alertId, 'second', { digest: 'a'.repeat(64) })

    expect((await read(world, alertId)).versions.map(({ state }) => state)).toEqual([
      'superseded',
      'rejected',
      'completed',
    ])
    expect(late.code).toBe('wrong-state')
    expect(phonesTold(world, 3)).toEqual(phonesTold(world, 1))
  })

  it('ends an alert that nobody got, and no second one follows', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await stopAlert(world, alertId)

    await followUp(world, 'cancelAlert', alertId)
    await world.drain()
    await recover(world, 2)
    const again = await refuseFollowUp(world, 'cancelAlert', alertId)

    expect(world.phones.outbox).toEqual([])
    expect((await read(world, alertId)).versions.map(({ state }) => state)).toEqual([
      'superseded',
      'completed',
    ])
    expect(again.detail).toContain('was cancelled')
  })

  it('goes to who may have got it: undelivered, in doubt, and no one who was refused', async ({ world }) => {
    const [first = '', doubtful = '', refused = ''] = all
    await world.seedVillages([villageWith('1308001', 3)])
    world.phones.answer(
      doubtful,
      { kind: 'unknown', code: 'TimeoutError' },
      { kind: 'rejected', code: 'InvalidParameterException' },
    )
    world.phones.answer(refused, { kind: 'rejected', code: 'InvalidParameterException' })
    const alertId = await issueAlert(world)
    await world.drain()
    await recover(world, 1)

    await followUp(world, 'cancelAlert', alertId)
    await world.drain()

    expect(phonesTold(world, 2)).toEqual([first, doubtful].toSorted())
  })
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
