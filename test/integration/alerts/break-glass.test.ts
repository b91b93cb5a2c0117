import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { newKey, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { approve, draft, read, submit, withSecondPerson } from '../../support/approval.ts'
import { failOnce } from '../../support/fail-once.ts'
import { it } from '../../support/world-test.ts'

const villages = [villageWith('1308001', 2)]
const request = (alertId: string, user = 'officer', headers = newKey()) => ({
  user,
  params: { alertId },
  body: { reason: 'The bank broke' },
  headers,
})
const review = (alertId: string, user: string) => ({
  ...request(alertId, user),
  body: { outcome: 'justified', note: 'The water came at ten' },
})
const overdue = async (world: AlertWorld) =>
  (await world.api.ok(alertRoutes.listAlerts, { user: 'officer' })).body.alerts.map(
    ({ reviewOverdue }) => reviewOverdue,
  )

describe('one officer alone', () => {
  it('issues an evacuation at once, to be reviewed within a day', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world, { level: 'evacuate' })

    const { body } = await world.api.ok(alertRoutes.breakGlass, request(alertId))
    await world.drain()

    expect(body).toMatchObject({
      state: 'dispatching',
      versions: [
        {
          breakGlass: { by: 'officer', reason: 'The bank broke' },
          reviewDueAtIso: '2026-07-24T12:00:00+07:00',
          review: null,
          approval: null,
        },
      ],
    })
    expect(world.phones.outbox).toHaveLength(2)
  })

  it('issues a warning after it waited ten minutes, and not before', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)

    const asDraft = await world.api.refused(alertRoutes.breakGlass, request(alertId))
    await submit(world, alertId)
    world.time.nowMs += 599_000
    const early = await world.api.refused(alertRoutes.breakGlass, request(alertId))
    world.time.nowMs += 1000
    const { body } = await world.api.ok(alertRoutes.breakGlass, request(alertId))

    expect([asDraft.code, early.code]).toEqual(['break-glass-refused', 'break-glass-refused'])
    expect(early.detail).toContain('2026-07-23T12:10:00+07:00')
    expect(body.state).toBe('dispatching')
  })

  it('issues nothing that needs no second person this way, nor what is over', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const watch = await draft(world, { level: 'watch' })
    const approved = await draft(world, { level: 'evacuate' })
    await submit(world, approved)
    await approve(world, approved)

    const codes = [
      (await world.api.refused(alertRoutes.breakGlass, request(watch))).code,
      (await world.api.refused(alertRoutes.breakGlass, request(approved))).code,
    ]

    expect(codes).toEqual(['break-glass-refused', 'wrong-state'])
  })

  it('is not what somebody edited after it was read, and neither is what is submitted', async ({
    tables,
  }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world, { level: 'evacuate' })
    const asRead = { 'if-match': `"${(await read(world, alertId)).etag}"` }
    await world.api.ok(alertRoutes.editAlert, {
      user: 'province',
      params: { alertId },
      body: { texts: { lo: 'ອີກຄຳໜຶ່ງ', en: 'Other words' } },
      headers: asRead,
    })

    const refusals = await Promise.all(
      [alertRoutes.breakGlass, alertRoutes.submitAlert].map((route) =>
        world.api.refused(route, {
          ...request(alertId, 'officer', { ...newKey(), ...asRead }),
          ...(route === alertRoutes.submitAlert ? { body: undefined } : {}),
        }),
      ),
    )

    expect(refusals.map(({ code }) => code)).toEqual(['edited-meanwhile', 'edited-meanwhile'])
    expect((await read(world, alertId)).state).toBe('draft')
  })

  it('does so in their own area alone', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world, { level: 'evacuate' })

    const refusals = await Promise.all(
      ['viewer', 'admin', 'neighbour', 'village-officer'].map((user) =>
        world.api.refused(alertRoutes.breakGlass, request(alertId, user)),
      ),
    )

    expect(refusals.map(({ status }) => status)).toEqual([403, 403, 404, 404])
    expect((await read(world, alertId)).state).toBe('draft')
  })

  it.for(['before', 'after'] as const)(
    'issues once where it crashed %s its write and comes again',
    async (when, { tables }) => {
      const world = await withSecondPerson(tables, villages)
      const alertId = await draft(world, { level: 'evacuate' })
      const headers = newKey()
      failOnce(world.deps.approvals, 'issue', when)

      const crashed = await world.api.call(alertRoutes.breakGlass, request(alertId, 'officer', headers))
      await world.api.ok(alertRoutes.breakGlass, request(alertId, 'officer', headers))
      await world.drain()

      expect(crashed.statusCode).toBe(500)
      expect(world.phones.outbox).toHaveLength(2)
    },
  )
})

describe('the review', () => {
  it('is another officer’s, once, and is overdue after a day', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world, { level: 'evacuate' })
    await world.api.ok(alertRoutes.breakGlass, request(alertId))
    const inTime = await overdue(world)
    world.time.nowMs += 24 * 3_600_000 + 1000
    const late = await overdue(world)

    const own = await Promise.all(
      ['officer', 'officer-again'].map((user) =>
        world.api.refused(alertRoutes.reviewAlert, review(alertId, user)),
      ),
    )
    const { body } = await world.api.ok(alertRoutes.reviewAlert, review(alertId, 'second'))
    const again = await world.api.refused(alertRoutes.reviewAlert, review(alertId, 'province'))

    expect([inTime, late, await overdue(world)]).toEqual([[false], [true], [false]])
    expect(own.map(({ code }) => code)).toEqual(['needs-another-person', 'needs-another-person'])
    expect(body.versions[0]?.review).toMatchObject({ by: 'second', outcome: 'justified' })
    expect(again.code).toBe('wrong-state')
  })

  it('is of nothing where two persons issued it', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)
    await approve(world, alertId)

    const refusals = [
      await world.api.refused(alertRoutes.reviewAlert, review(alertId, 'second')),
      await world.api.refused(alertRoutes.reviewAlert, review(alertId, 'neighbour')),
      await world.api.refused(alertRoutes.reviewAlert, review(alertId, 'admin')),
    ]

    expect(refusals.map(({ status }) => status)).toEqual([409, 404, 403])
  })
})
