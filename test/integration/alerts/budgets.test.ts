import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { alertUsers, villageWith } from '../../support/alert-samples.ts'
import { startOfTests } from '../../support/alert-world.ts'
import { draftPreparedness, readBudget, setBudget, trySubmit } from '../../support/budgets.ts'
import { buildUser } from '../../support/builders.ts'
import { it } from '../../support/world-test.ts'

const put = (area: string, lane: 'urgent' | 'routine', body: unknown, user: string, etag = '*') => ({
  user,
  params: { area, lane },
  body,
  headers: { 'if-match': etag },
})

describe('a budget', () => {
  it('holds every month until it is changed, and a month of its own goes before it', async ({ world }) => {
    await setBudget(world, '13', 'routine', { parts: 500 })
    await setBudget(world, '13', 'routine', { parts: 900, month: '2026-09' })

    const [june, july, august, september] = await Promise.all(
      ['2026-06', '2026-07', '2026-08', '2026-09'].map((month) => readBudget(world, '13', 'routine', month)),
    )

    expect(june).toMatchObject({ budgetParts: null, holds: null, leftParts: null })
    expect(july).toMatchObject({ budgetParts: 500, budgetUsd: 30, holds: 'standing', leftParts: 500 })
    expect(august).toMatchObject({ budgetParts: 500, holds: 'standing' })
    expect(september).toMatchObject({ budgetParts: 900, holds: 'month' })
  })

  it('is what it was in months that are over', async ({ world }) => {
    await setBudget(world, '13', 'urgent', { parts: 500 })
    world.time.nowMs = startOfTests + 30 * 24 * 3_600_000

    await setBudget(world, '13', 'urgent', { parts: null })

    expect((await readBudget(world, '13', 'urgent', '2026-07')).budgetParts).toBe(500)
    expect((await readBudget(world, '13', 'urgent')).budgetParts).toBeNull()
  })

  it('is not set by who read an older one, nor for a month that is over', async ({ world }) => {
    const first = await setBudget(world, '1308', 'routine', { parts: 10 }, { etag: 'b0' })
    const stale = await world.api.refused(
      alertRoutes.setBudget,
      put('1308', 'routine', { parts: 20 }, 'admin', 'b0'),
    )
    const over = await world.api.refused(
      alertRoutes.setBudget,
      put('1308', 'routine', { parts: 20, month: '2026-06' }, 'admin'),
    )
    const second = await setBudget(world, '1308', 'routine', { parts: 30 }, { etag: first.etag })

    expect(stale.code).toBe('edited-meanwhile')
    expect(over).toMatchObject({ code: 'invalid-request', errors: [{ path: 'body.month' }] })
    expect(second.body.lanes.find(({ lane }) => lane === 'routine')?.budgetParts).toBe(30)
  })

  it('is set by admins who cover the area alone', async ({ world }) => {
    await world.seedUsers([
      ...alertUsers,
      buildUser({ id: 'district-admin', roles: ['admin'], areas: ['1308'] }),
      buildUser({ id: 'foreign-admin', roles: ['admin'], areas: ['1309'] }),
    ])
    const refuse = async (area: string, user: string) =>
      (await world.api.refused(alertRoutes.setBudget, put(area, 'routine', { parts: 1 }, user))).code

    expect(await refuse('1308', 'foreign-admin')).toBe('not-found')
    expect(await refuse('13', 'district-admin')).toBe('not-found')
    expect(await refuse('LA', 'district-admin')).toBe('not-found')
    expect(await refuse('1399', 'admin')).toBe('not-found')
    expect(await refuse('1308', 'province')).toBe('not-allowed')
    await setBudget(world, '1308', 'routine', { parts: 1 }, { user: 'district-admin' })
    expect((await readBudget(world, '1308', 'routine')).budgetParts).toBe(1)
  })

  it('is read by who covers the area, with the areas right below it', async ({ world }) => {
    await setBudget(world, '1308', 'routine', { parts: 7 })
    const codeOf = async (user: string, area: string) =>
      (await world.api.refused(alertRoutes.listBudgets, { user, query: { area } })).code

    const own = await world.api.ok(alertRoutes.listBudgets, { user: 'viewer', query: { area: '1308' } })
    const province = await world.api.ok(alertRoutes.listBudgets, { user: 'province', query: { area: '13' } })
    const country = await world.api.ok(alertRoutes.listBudgets, { user: 'admin', query: { area: 'LA' } })

    expect(own.body).toMatchObject({ month: '2026-07', pricePerPartUsd: 0.06, children: [] })
    expect(own.body.note.en).toContain('no limit')
    const child = province.body.children.find(({ area }) => area === '1308')
    expect(child?.lanes.map(({ lane, budgetParts }) => [lane, budgetParts])).toEqual([
      ['urgent', null],
      ['routine', 7],
    ])
    expect(country.body.children).toHaveLength(18)
    expect(await codeOf('viewer', '13')).toBe('not-found')
    expect(await codeOf('viewer', '1309')).toBe('not-found')
    expect(await codeOf('viewer', 'LA')).toBe('not-found')
  })

  it('counts by the month in Laos', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 3)])
    world.time.nowMs = Date.parse('2026-07-31T23:50:00+07:00')
    const alertId = await draftPreparedness(world, { expiresAtIso: '2026-08-02T12:00:00+07:00' })
    await trySubmit(world, alertId)
    await world.drain()
    world.time.nowMs = Date.parse('2026-08-01T00:10:00+07:00')
    await world.tickAfter(0)

    expect(await readBudget(world, '1308', 'routine', '2026-07')).toMatchObject({
      reservedParts: 0,
      spentParts: 3,
      spentUsd: 0.18,
    })
    expect(await readBudget(world, '1308', 'routine')).toMatchObject({ reservedParts: 0, spentParts: 0 })
  })
})
