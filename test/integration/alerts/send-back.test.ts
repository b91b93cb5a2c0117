import { describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import {
  approvalUsers,
  approve,
  draft,
  read,
  refuseApproval,
  submit,
  withSecondPerson,
} from '../../support/approval.ts'
import { issueAlert, newKey, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld } from '../../support/alert-world.ts'
import { draftPreparedness } from '../../support/budgets.ts'
import { failOnce } from '../../support/fail-once.ts'
import { followUp } from '../../support/follow-up.ts'
import { it } from '../../support/world-test.ts'

const villages = [villageWith('1308001', 2), villageWith('1308002', 3)]

const reason = { reason: 'The river falls' }

describe('returning and rejecting', () => {
  it('a returned version is a draft again, and its history says why', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)

    const { body } = await world.api.ok(alertRoutes.returnAlert, {
      user: 'second',
      params: { alertId },
      body: reason,
      headers: newKey(),
    })

    expect(body).toMatchObject({ state: 'draft', versions: [{ submission: null }] })
    expect(body.versions[0]?.history.at(-1)).toMatchObject({
      action: 'return',
      by: 'second',
      note: reason.reason,
    })
    expect((await submit(world, alertId)).body.state).toBe('submitted')
  })

  it('who submitted it takes it back', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)

    const { body } = await world.api.ok(alertRoutes.returnAlert, {
      user: 'officer',
      params: { alertId },
      body: reason,
      headers: newKey(),
    })

    expect(body.state).toBe('draft')
  })

  it('what was approved and has no room in its budget is rejected, and a cancel drops it', async ({
    tables,
  }) => {
    const world = createAlertWorld(tables, { secondPersonLevels: new Set(['prepare']) })
    await world.seedUsers(approvalUsers)
    await world.seedVillages(villages)
    const stick = async (alertId: string) => {
      await submit(world, alertId)
      failOnce(world.deps.approvals, 'issue')
      await expect(approve(world, alertId)).rejects.toThrow('500')
      vi.restoreAllMocks()
      expect((await read(world, alertId)).state).toBe('approved')
    }
    const rejected = await draftPreparedness(world)
    await stick(rejected)
    const cancelled = await draftPreparedness(world)
    await submit(world, cancelled)
    await approve(world, cancelled)
    await followUp(world, 'updateAlert', cancelled, { texts: { en: 'CLEAN THE WELL' } })
    await stick(cancelled)

    await world.api.ok(alertRoutes.rejectAlert, {
      user: 'second',
      params: { alertId: rejected },
      body: reason,
      headers: newKey(),
    })
    await followUp(world, 'cancelAlert', cancelled, { reason: 'Wrong day' })
    await world.tickAfter(600)
    await world.drain()

    expect((await read(world, rejected)).state).toBe('rejected')
    const { versions } = await read(world, cancelled)
    expect(versions.map(({ level, state }) => [level, state])).toEqual([
      ['prepare', 'superseded'],
      ['prepare', 'rejected'],
      ['cancel', 'completed'],
    ])
  })

  it('a rejected version is over', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)
    const headers = newKey()
    const request = { user: 'second', params: { alertId }, body: reason, headers }

    await world.api.ok(alertRoutes.rejectAlert, request)
    const again = await world.api.ok(alertRoutes.rejectAlert, request)
    const other = await world.api.refused(alertRoutes.rejectAlert, {
      ...request,
      body: { reason: 'Another' },
    })

    expect([again.body.state, other.code]).toEqual(['rejected', 'idempotency-key-reused'])
    expect((await refuseApproval(world, alertId, 'second', { digest: 'a'.repeat(64) })).code).toBe(
      'wrong-state',
    )
  })

  it('what was issued alone is neither returned nor rejected', async ({ world }) => {
    await world.seedVillages(villages)
    const alertId = await issueAlert(world)
    const request = { user: 'province', params: { alertId }, body: reason, headers: newKey() }

    const codes = await Promise.all(
      [alertRoutes.returnAlert, alertRoutes.rejectAlert].map((route) => world.api.refused(route, request)),
    )

    expect(codes.map(({ code }) => code)).toEqual(['wrong-state', 'wrong-state'])
  })
})
