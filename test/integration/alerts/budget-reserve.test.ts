import { describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { reserveBudget } from '../../../shared/progress/reserve-budget.ts'
import { alertBody, alertUsers, issueAlert, newKey, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld } from '../../support/alert-world.ts'
import { approve, draft, read, submit } from '../../support/approval.ts'
import { draftPreparedness, preparedness, readBudget, setBudget, trySubmit } from '../../support/budgets.ts'
import { buildUser } from '../../support/builders.ts'
import { stopAlert } from '../../support/control.ts'
import { failOnce } from '../../support/fail-once.ts'
import { followUp } from '../../support/follow-up.ts'
import { it } from '../../support/world-test.ts'

const villages = [villageWith('1308001', 3), villageWith('1309001', 2)]

const previewOf = async (world: Parameters<typeof readBudget>[0], over: object) => {
  const { expiresAtIso: _, ...body } = alertBody
  return (await world.api.ok(alertRoutes.previewAlert, { user: 'province', body: { ...body, ...over } })).body
}

describe('a preparedness message', () => {
  it('reserves its parts in every area that it goes to, before anything is sent', async ({ world }) => {
    await world.seedVillages(villages)
    await setBudget(world, '13', 'routine', { parts: 10 })

    const alertId = await draftPreparedness(world, { areas: ['13'] })
    await trySubmit(world, alertId)

    expect(world.phones.outbox).toEqual([])
    expect(await readBudget(world, '13', 'routine')).toMatchObject({
      reservedParts: 5,
      leftParts: 5,
      leftUsd: 0.3,
    })
    expect((await readBudget(world, '1308', 'routine')).reservedParts).toBe(3)
    expect((await readBudget(world, 'LA', 'routine')).reservedParts).toBe(5)
    expect((await readBudget(world, '13', 'urgent')).reservedParts).toBe(0)
    expect((await read(world, alertId)).versions[0]?.budget).toEqual({
      month: '2026-07',
      reservedParts: 5,
      overspent: [],
    })
  })

  it('is refused where one of its areas has too little left, and told which, how much and what to do', async ({
    world,
  }) => {
    await world.seedVillages(villages)
    await setBudget(world, 'LA', 'routine', { parts: 100 })
    await setBudget(world, '1309', 'routine', { parts: 1 })
    const alertId = await draftPreparedness(world, { areas: ['13'] })

    const preview = await previewOf(world, { ...preparedness, areas: ['13'] })
    const refused = await world.api.refused(alertRoutes.submitAlert, {
      user: 'province',
      params: { alertId },
      headers: newKey(),
    })

    expect(preview.parts).toBe(5)
    expect(preview.budgets).toMatchObject([
      { area: '1309', neededParts: 2, neededUsd: 0.12, leftParts: 1, overParts: 1 },
      { area: 'LA', neededParts: 5, leftParts: 100, overParts: 0, warning: null },
    ])
    expect(preview.budgets[0]?.warning?.en).toContain('1 SMS parts left, and this needs 2')
    expect(refused).toMatchObject({
      code: 'budget-exceeded',
      facts: { area: '1309', month: '2026-07', leftParts: 1, neededParts: 2 },
    })
    expect(refused.detail).toContain('Champhone')
    expect(refused.detail).toContain('ask an admin')
    expect((await read(world, alertId)).state).toBe('draft')
    expect((await readBudget(world, 'LA', 'routine')).reservedParts).toBe(0)
    await setBudget(world, '1309', 'routine', { parts: 2 })
    expect((await trySubmit(world, alertId)).statusCode).toBe(202)
  })

  it('reserves once, however often it is submitted', async ({ world }) => {
    await world.seedVillages(villages)
    await setBudget(world, '1308', 'routine', { parts: 3 })
    const alertId = await draftPreparedness(world)
    const key = newKey()

    const answers = await Promise.all([1, 2, 3].map(() => trySubmit(world, alertId, 'province', key)))
    const later = await trySubmit(world, alertId, 'province', key)

    expect([...answers, later].map(({ statusCode }) => statusCode)).toEqual([202, 202, 202, 202])
    expect(await readBudget(world, '1308', 'routine')).toMatchObject({ reservedParts: 3, leftParts: 0 })
  })

  it('gets the last parts for one of three at the same moment', async ({ world }) => {
    await world.seedVillages(villages)
    await setBudget(world, '1308', 'routine', { parts: 5 })
    const ids = await Promise.all([
      draftPreparedness(world),
      draftPreparedness(world),
      draftPreparedness(world),
    ])

    const answers = await Promise.all(ids.map((id) => trySubmit(world, id)))

    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([202, 409, 409])
    expect((await readBudget(world, '1308', 'routine')).reservedParts).toBe(3)
  })

  it('takes no part of the budget for warnings, and none of them takes part of its own', async ({
    world,
  }) => {
    await world.seedVillages(villages)
    await setBudget(world, 'LA', 'routine', { parts: 3 })
    await setBudget(world, 'LA', 'urgent', { parts: 1000 })

    await issueAlert(world)
    const alertId = await draftPreparedness(world)
    const { statusCode } = await trySubmit(world, alertId)

    expect(statusCode).toBe(202)
    expect((await readBudget(world, 'LA', 'routine')).reservedParts).toBe(3)
  })

  it('waits as submitted where the budget has no room at its approval', async ({ tables }) => {
    const world = createAlertWorld(tables, { secondPersonLevels: new Set(['prepare']) })
    await world.seedUsers([...alertUsers, buildUser({ id: 'second', roles: ['officer'], areas: ['1308'] })])
    await world.seedVillages(villages)
    await setBudget(world, '1308', 'routine', { parts: 2 })
    const alertId = await draft(world, preparedness)
    await submit(world, alertId)

    await expect(approve(world, alertId)).rejects.toThrow('budget-exceeded')

    expect((await read(world, alertId)).state).toBe('submitted')
    await setBudget(world, '1308', 'routine', { parts: 3 })
    await approve(world, alertId)
    expect((await readBudget(world, '1308', 'routine')).reservedParts).toBe(3)
  })
})

describe('reserving', () => {
  it('of six that read the account at the same moment grants three what is there for three', async ({
    world,
  }) => {
    await world.seedVillages(villages)
    await setBudget(world, '1308', 'routine', { parts: 10 })
    const ids = await Promise.all(Array.from({ length: 6 }, () => draftPreparedness(world)))
    const versions = await Promise.all(ids.map((id) => world.alerts.findVersion(id, 1)))

    const outcomes = await Promise.allSettled(
      versions.flatMap((version) =>
        version === undefined ? [] : [reserveBudget(world.deps, version, world.time.nowMs)],
      ),
    )

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect(await readBudget(world, '1308', 'routine')).toMatchObject({ reservedParts: 9, leftParts: 1 })
  })

  it('costs four requests however many districts and budgets there are', async ({ world, tables }) => {
    const codes = ['1301', '1302', '1308', '1309', '1401', '1402', '1501', '1601']
    await world.seedVillages(codes.map((district) => villageWith(`${district}001`, 2)))
    for (const area of ['LA', '13', '14', ...codes]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is quick enough
      await setBudget(world, area, 'routine', { parts: 100 })
    }
    await world.seedUsers([...alertUsers, buildUser({ id: 'country', roles: ['officer'], areas: ['LA'] })])
    const alertId = await draftPreparedness(world, { areas: codes }, 'country')
    const version = await world.alerts.findVersion(alertId, 1)
    if (version === undefined) throw new Error('no version')
    const sent = vi.spyOn(tables.client, 'send')

    const reservation = await reserveBudget(world.deps, version, world.time.nowMs)

    expect(reservation?.reservedParts).toBe(16)
    expect(sent).toHaveBeenCalledTimes(4)
  })
})

describe('a warning', () => {
  it('goes out over a budget of nothing, and everybody is told', async ({ world }) => {
    await world.seedVillages(villages)
    await setBudget(world, '13', 'urgent', { parts: 0 })
    const warn = vi.spyOn(world.deps.logger, 'warn')

    const preview = await previewOf(world, {})
    const alertId = await issueAlert(world)
    await world.drain()

    const { neededParts = 0, warning } = preview.budgets[0] ?? {}
    expect(neededParts).toBe(preview.parts)
    expect(warning?.en).toContain('goes out all the same')
    expect((await read(world, alertId)).versions[0]?.budget?.overspent).toEqual([
      { area: '13', overParts: neededParts },
    ])
    expect(warn).toHaveBeenCalledWith('BUDGET_OVERSPENT', expect.objectContaining({ areas: ['13'] }))
    expect(world.phones.outbox).toHaveLength(3)
    expect((await readBudget(world, '13', 'urgent')).leftParts).toBe(-neededParts)
  })

  it('that was stopped before anybody read it is taken back at no cost, and over no budget', async ({
    world,
  }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await stopAlert(world, alertId)
    await setBudget(world, '1308', 'urgent', { parts: 0 })

    await followUp(world, 'cancelAlert', alertId)

    expect((await read(world, alertId)).versions[1]?.budget).toEqual({
      month: '2026-07',
      reservedParts: 0,
      overspent: [],
    })
  })

  it('is taken back for as many parts as its cancel goes to people', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    await world.drain()
    await setBudget(world, '1308', 'urgent', { parts: 0 })
    const heads = await world.api.ok(alertRoutes.getHeads, {
      user: 'province',
      params: { alertId },
      query: { of: 'cancel' },
    })

    await followUp(world, 'cancelAlert', alertId)

    const reserved = (await read(world, alertId)).versions[1]?.budget
    expect(reserved?.reservedParts).toBe(heads.body.parts)
    expect(reserved?.overspent.map(({ area }) => area)).toEqual(['1308'])
  })

  it('goes out also where nothing can be reserved', async ({ world }) => {
    await world.seedVillages(villages)
    vi.spyOn(world.deps.budgets, 'changeAccount').mockRejectedValue(new Error('no table'))
    const error = vi.spyOn(world.deps.logger, 'error')

    await issueAlert(world)
    await world.drain()

    expect(world.phones.outbox).toHaveLength(3)
    expect(error).toHaveBeenCalledWith('BUDGET_NOT_RECORDED', expect.anything())
  })
})

describe('a crash', () => {
  it('between reserving and issuing reserves once when the request comes again', async ({ world }) => {
    await world.seedVillages(villages)
    await setBudget(world, '1308', 'routine', { parts: 3 })
    const alertId = await draftPreparedness(world)
    const key = newKey()
    failOnce(world.deps.approvals, 'issue')

    const died = await trySubmit(world, alertId, 'province', key)
    const again = await trySubmit(world, alertId, 'province', key)

    expect([died.statusCode, again.statusCode]).toEqual([500, 202])
    expect(await readBudget(world, '1308', 'routine')).toMatchObject({ reservedParts: 3, leftParts: 0 })
  })

  it('after which nobody comes back leaves nothing reserved', async ({ world }) => {
    await world.seedVillages(villages)
    await setBudget(world, '1308', 'routine', { parts: 3 })
    const alertId = await draftPreparedness(world)
    failOnce(world.deps.approvals, 'issue')
    await trySubmit(world, alertId)
    expect((await readBudget(world, '1308', 'routine')).reservedParts).toBe(3)

    await world.tickAfter(200)
    await world.tickAfter(800)

    expect((await readBudget(world, '1308', 'routine')).reservedParts).toBe(0)
    expect((await trySubmit(world, alertId)).statusCode).toBe(202)
  })

  it.for(['before', 'after'] as const)(
    '%s the reservation is written is made good by the next try',
    async (when, { world }) => {
      await world.seedVillages(villages)
      await setBudget(world, '1308', 'routine', { parts: 3 })
      const alertId = await draftPreparedness(world)
      failOnce(world.deps.budgets, 'changeAccount', when)

      await trySubmit(world, alertId)
      await trySubmit(world, alertId)
      await world.drain()

      expect(world.phones.outbox).toHaveLength(3)
      expect((await readBudget(world, '1308', 'routine')).reservedParts).toBe(3)
    },
  )

  it('after approving is finished by the tick, with what was reserved', async ({ tables }) => {
    const world = createAlertWorld(tables, { secondPersonLevels: new Set(['prepare']) })
    await world.seedUsers([...alertUsers, buildUser({ id: 'second', roles: ['officer'], areas: ['1308'] })])
    await world.seedVillages(villages)
    await setBudget(world, '1308', 'routine', { parts: 3 })
    const alertId = await draft(world, preparedness)
    await submit(world, alertId)
    failOnce(world.deps.approvals, 'issue')
    await expect(approve(world, alertId)).rejects.toThrow('500')

    await world.tickAfter(130)
    await world.drain()

    expect(world.phones.outbox).toHaveLength(3)
    expect((await readBudget(world, '1308', 'routine')).leftParts).toBe(0)
  })
})
