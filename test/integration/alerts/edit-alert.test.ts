import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { issueAlert, newKey, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { draft, read, submit, withSecondPerson } from '../../support/approval.ts'
import { draftPreparedness } from '../../support/budgets.ts'
import { failOnce } from '../../support/fail-once.ts'
import { followUp } from '../../support/follow-up.ts'
import { it } from '../../support/world-test.ts'

const villages = [villageWith('1308001', 2), villageWith('1309001', 1)]
const etagOf = async (world: AlertWorld, alertId: string) =>
  (await world.api.ok(alertRoutes.getAlert, { user: 'province', params: { alertId } })).etag
const edit = async (world: AlertWorld, alertId: string, body: object, user = 'officer', etag?: string) => ({
  user,
  params: { alertId },
  body,
  headers: { 'if-match': etag ?? (await etagOf(world, alertId)) },
})
const listedFor = async (world: AlertWorld, user: string) =>
  (await world.api.ok(alertRoutes.listAlerts, { user })).body.alerts.map(({ alertId }) => alertId)

describe('editing a draft', () => {
  it('changes what was named and keeps the rest', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await draft(world)

    const { body, etag } = await world.api.ok(
      alertRoutes.editAlert,
      await edit(world, alertId, { level: 'evacuate', texts: { en: 'LEAVE NOW' } }),
    )

    expect(body.versions[0]).toMatchObject({
      level: 'evacuate',
      texts: { en: 'LEAVE NOW' },
      areas: ['1308'],
      expiresAtIso: '2026-07-24T12:00:00+07:00',
    })
    expect(body.versions[0]?.history.map(({ action }) => action)).toEqual(['create', 'edit'])
    expect(etag).toBe(`"${body.etag}"`)
  })

  it('changes for whom a preparedness message is, which its later versions keep', async ({ world }) => {
    await world.seedVillages([
      villageWith('1308001', 2, { exposure: 3 }),
      villageWith('1308002', 3, { exposure: 1 }),
    ])
    const alertId = await draftPreparedness(
      world,
      { areas: ['1308'], audience: { exposures: [3] } },
      'officer',
    )
    const heads = async () =>
      (await world.api.ok(alertRoutes.getHeads, { user: 'officer', params: { alertId } })).body.recipients
    const counted = [await heads()]
    for (const audience of [{ exposures: [1] }, null]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await world.api.ok(alertRoutes.editAlert, await edit(world, alertId, { audience }))
      // oxlint-disable-next-line no-await-in-loop -- as above
      counted.push(await heads())
    }
    await submit(world, alertId)
    await followUp(world, 'updateAlert', alertId, { user: 'officer' })

    const refused = await world.api.refused(
      alertRoutes.editAlert,
      await edit(world, alertId, { audience: { exposures: [3] } }),
    )

    expect(counted).toEqual([2, 3, 5])
    expect(refused).toMatchObject({ code: 'invalid-request', errors: [{ path: 'body.audience' }] })
    expect((await read(world, alertId)).versions.map(({ audience }) => audience)).toEqual([null, null])
    await world.api.ok(
      alertRoutes.editAlert,
      await edit(world, alertId, { audience: null, level: 'prepare' }),
    )
  })

  it('lets nobody choose among the people of a danger', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await draft(world)

    const refused = await world.api.refused(
      alertRoutes.editAlert,
      await edit(world, alertId, { audience: { duties: ['head'] } }),
    )

    expect(refused).toMatchObject({ code: 'invalid-request', errors: [{ path: 'body.audience' }] })
    expect((await read(world, alertId)).versions[0]?.audience).toBeNull()
  })

  it('never loses an edit of somebody else', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await draft(world)
    const etag = await etagOf(world, alertId)
    await world.api.ok(alertRoutes.editAlert, await edit(world, alertId, { level: 'watch' }, 'officer', etag))

    const late = await edit(world, alertId, { level: 'evacuate' }, 'province', etag)
    const without = { ...late, headers: {} }

    expect((await world.api.refused(alertRoutes.editAlert, late)).code).toBe('edited-meanwhile')
    expect((await world.api.refused(alertRoutes.editAlert, without)).code).toBe('if-match-required')
    expect((await read(world, alertId)).level).toBe('watch')
  })

  it('cannot turn an exercise into an actual alert, nor a flood into another danger', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await draft(world)

    for (const body of [{ mode: 'actual' }, { hazard: 'storm' }, { kind: 'storm' }, {}]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const problem = await world.api.refused(alertRoutes.editAlert, await edit(world, alertId, body))
      expect(problem.code).toBe('invalid-request')
    }
    expect((await read(world, alertId)).mode).toBe('exercise')
  })

  it('holds the edit to the rules of a new alert', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await draft(world)
    const refuse = async (body: object) =>
      (await world.api.refused(alertRoutes.editAlert, await edit(world, alertId, body))).errors[0]?.path

    expect(await refuse({ areas: ['1309'] })).toBe('body.areas[0]')
    expect(await refuse({ expiresAtIso: '2026-07-20T12:00:00+07:00' })).toBe('body.expiresAtIso')
    expect(await refuse({ texts: { lo: 'ກ'.repeat(500) } })).toBe('body.texts.lo')
  })

  it('shows the alert to the people of an area that is added, and no longer to those of one that is left out', async ({
    world,
  }) => {
    await world.seedVillages(villages)
    const alertId = await draft(world, {}, 'province')

    await world.api.ok(
      alertRoutes.editAlert,
      await edit(world, alertId, { areas: ['1308', '1309'] }, 'province'),
    )
    const withBoth = await listedFor(world, 'neighbour')
    await world.api.ok(alertRoutes.editAlert, await edit(world, alertId, { areas: ['1308'] }, 'province'))

    expect([withBoth, await listedFor(world, 'neighbour')]).toEqual([[alertId], []])
    expect(await listedFor(world, 'officer')).toEqual([alertId])
  })

  it.for(['changeAreas', 'edit'] as const)(
    'that crashed at %s is done by coming again',
    async (step, { world }) => {
      await world.seedVillages(villages)
      const alertId = await draft(world, {}, 'province')
      const request = await edit(world, alertId, { areas: ['1308', '1309'] }, 'province')
      if (step === 'edit') failOnce(world.deps.approvals, step)
      else failOnce(world.deps.alerts, step)

      const crashed = await world.api.call(alertRoutes.editAlert, request)
      await world.api.ok(alertRoutes.editAlert, request)

      expect(crashed.statusCode).toBe(500)
      expect(await listedFor(world, 'neighbour')).toEqual([alertId])
    },
  )

  it('is for officers who cover all of it, while it is a draft or waits', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await draft(world)
    const users = ['viewer', 'admin', 'neighbour', 'village-officer']
    const statuses = await Promise.all(
      users.map(async (user) => {
        const request = await edit(world, alertId, { level: 'watch' }, user)
        return (await world.api.refused(alertRoutes.editAlert, request)).status
      }),
    )
    const issued = await issueAlert(world)

    const late = await world.api.refused(
      alertRoutes.editAlert,
      await edit(world, issued, { level: 'watch' }, 'province'),
    )

    expect(statuses).toEqual([403, 403, 404, 404])
    expect(late.code).toBe('wrong-state')
  })

  it('takes back what was submitted', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)

    const { body } = await world.api.ok(
      alertRoutes.editAlert,
      await edit(world, alertId, { texts: { en: 'CORRECTED' } }),
    )

    expect(body).toMatchObject({
      state: 'draft',
      waitsForApprovalSinceIso: null,
      versions: [{ submission: null }],
    })
  })
})

describe('a message without a time', () => {
  it.for([
    ['river-flood', 'warning', '2026-07-24T12:00:00+07:00'],
    ['flash-flood', 'warning', '2026-07-23T18:00:00+07:00'],
    ['river-flood', 'evacuate', '2026-07-24T00:00:00+07:00'],
    ['storm', 'watch', '2026-07-25T12:00:00+07:00'],
    ['flash-flood', 'prepare', '2026-07-30T12:00:00+07:00'],
  ])('of %s, %s holds until %s', async ([hazard, level, expiresAtIso], { world }) => {
    await world.seedVillages(villages)

    const { body } = await world.api.ok(alertRoutes.createAlert, {
      user: 'officer',
      body: {
        kind: 'flood',
        hazard,
        level,
        mode: 'exercise',
        areas: ['1308'],
        texts: { en: 'Water' },
      },
      headers: newKey(),
    })

    expect(body.versions[0]?.expiresAtIso).toBe(expiresAtIso)
  })
})
