import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import {
  approvers,
  approve,
  draft,
  read,
  refuseApproval,
  submit,
  withSecondPerson,
} from '../../support/approval.ts'
import { newKey, villageWith } from '../../support/alert-samples.ts'
import { failOnce } from '../../support/fail-once.ts'
import { it } from '../../support/world-test.ts'

const villages = [villageWith('1308001', 2), villageWith('1308002', 3)]

const reason = { reason: 'The river falls' }

describe('a level that needs a second person', () => {
  it('is not sent when it is submitted, and tells who waits since when', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)

    const { body } = await submit(world, alertId)
    await world.drain()

    expect(body).toMatchObject({
      state: 'submitted',
      waitsForApprovalSinceIso: '2026-07-23T12:00:00+07:00',
      versions: [{ submission: { by: 'officer', headCount: 5 }, approval: null, issuedAtIso: null }],
    })
    expect(world.phones.outbox).toEqual([])
    const { alerts } = (await world.api.ok(alertRoutes.listAlerts, { user: 'viewer' })).body
    expect(alerts[0]?.waitsForApprovalSinceIso).toBe('2026-07-23T12:00:00+07:00')
  })

  it('goes out once another officer approves what was submitted', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)

    const { body } = await approve(world, alertId)
    await world.drain()

    expect(body).toMatchObject({
      state: 'dispatching',
      versions: [{ approval: { by: 'second', headCount: 5 }, submission: { by: 'officer' } }],
    })
    expect(body.versions[0]?.history.map(({ action, by }) => `${action} ${by}`)).toEqual([
      'create officer',
      'submit officer',
      'approve second',
      'issue second',
    ])
    expect(world.phones.outbox).toHaveLength(5)
  })

  it('answers a submission and an approval that come again with the same', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    const headers = newKey()

    await submit(world, alertId, { headers })
    const again = await submit(world, alertId, { headers })
    await approve(world, alertId, { headers })
    const approvedAgain = await approve(world, alertId, { headers })
    await world.drain()

    expect([again.body.state, approvedAgain.body.state]).toEqual(['submitted', 'dispatching'])
    expect(world.phones.outbox).toHaveLength(5)
  })

  it('is submitted no second time by the key of a submission that was returned', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    const headers = newKey()
    await submit(world, alertId, { headers })
    await world.api.ok(alertRoutes.returnAlert, {
      user: 'second',
      params: { alertId },
      body: reason,
      headers: newKey(),
    })

    const again = await submit(world, alertId, { headers })

    expect(again.body.state).toBe('draft')
  })
})

describe('who may approve', () => {
  it.for(approvers)('%s: %s', async ([user, outcome], { tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)

    const answer = await world.api.call(alertRoutes.approveAlert, {
      user,
      params: { alertId },
      body: { digest: (await read(world, alertId)).versions[0]?.submission?.digest },
      headers: newKey(),
    })

    expect(answer.statusCode).toBe(outcome)
    expect((await read(world, alertId)).state).toBe(outcome === 202 ? 'dispatching' : 'submitted')
  })

  it('not who edited it before another one submitted it, nor by another login', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    const { etag } = await world.api.ok(alertRoutes.getAlert, { user: 'officer', params: { alertId } })
    await world.api.ok(alertRoutes.editAlert, {
      user: 'second',
      params: { alertId },
      body: { texts: { lo: 'ນ້ຳຂຶ້ນໄວ' } },
      headers: { 'if-match': etag },
    })
    await submit(world, alertId)

    const codes = [
      await refuseApproval(world, alertId, 'second'),
      await refuseApproval(world, alertId, 'second-again'),
    ].map(({ code }) => code)

    expect(codes).toEqual(['needs-another-person', 'needs-another-person'])
    expect((await approve(world, alertId, { user: 'province' })).body.state).toBe('dispatching')
  })
})

describe('what an approval is about', () => {
  it('is the version that was read: another digest approves nothing', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)

    const problem = await refuseApproval(world, alertId, 'second', { digest: 'a'.repeat(64) })

    expect(problem).toMatchObject({ status: 409, code: 'changed-meanwhile' })
    expect((await read(world, alertId)).state).toBe('submitted')
  })

  it('is void once anybody edits it', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    const before = await submit(world, alertId)
    const digest = before.body.versions[0]?.submission?.digest ?? ''
    await world.api.ok(alertRoutes.editAlert, {
      user: 'province',
      params: { alertId },
      body: { texts: { lo: 'ນ້ຳຂຶ້ນໄວ' } },
      headers: { 'if-match': `"${before.body.etag}"` },
    })

    const asDraft = await refuseApproval(world, alertId, 'second', { digest })
    await submit(world, alertId)
    const anew = await refuseApproval(world, alertId, 'second', { digest })

    expect([asDraft.code, anew.code]).toEqual(['wrong-state', 'changed-meanwhile'])
  })

  it('is so many people: over 10 % more asks again, with the number', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)
    await world.villages.put(villageWith('1308002', 4), {
      revision: 'revision-2',
      replaces: 'revision-1',
      nowIso: '2026-07-23T12:00:00+07:00',
    })

    const problem = await refuseApproval(world, alertId, 'second')
    const body = await approve(world, alertId, { headCount: 6 })

    expect(problem).toMatchObject({ status: 409, code: 'head-count-changed', facts: { headCount: 6 } })
    expect(body.body.versions[0]?.approval?.headCount).toBe(6)
  })

  it('is these villages: one more has to be submitted anew', async ({ tables }) => {
    const world = await withSecondPerson(tables, [villageWith('1308001', 30)])
    const alertId = await draft(world)
    await submit(world, alertId)
    await world.seedVillages([villageWith('1308003', 1)])

    expect((await refuseApproval(world, alertId, 'second')).code).toBe('changed-meanwhile')
  })

  it('lapses with its time, and nothing goes out', async ({ tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)

    await world.tickAfter(25 * 3600)

    expect((await refuseApproval(world, alertId, 'second')).detail).toContain('expired')
    expect(world.phones.outbox).toEqual([])
  })
})

describe('a crash in an approval', () => {
  it.for(['before', 'after'] as const)(
    '%s the approval was written: the same request again issues',
    async (when, { tables }) => {
      const world = await withSecondPerson(tables, villages)
      const alertId = await draft(world)
      await submit(world, alertId)
      const headers = newKey()
      const digest = (await read(world, alertId)).versions[0]?.submission?.digest ?? ''
      failOnce(world.deps.approvals, 'approve', when)
      const crashed = await world.api.call(alertRoutes.approveAlert, {
        user: 'second',
        params: { alertId },
        body: { digest },
        headers,
      })

      const again = await approve(world, alertId, { headers, digest })
      await world.drain()

      expect([crashed.statusCode, again.body.state]).toEqual([500, 'dispatching'])
      expect(world.phones.outbox).toHaveLength(5)
    },
  )

  it.for(['before', 'after'] as const)('%s it was issued: tick goes on', async (when, { tables }) => {
    const world = await withSecondPerson(tables, villages)
    const alertId = await draft(world)
    await submit(world, alertId)
    const digest = (await read(world, alertId)).versions[0]?.submission?.digest ?? ''
    failOnce(world.deps.approvals, 'issue', when)
    await world.api.call(alertRoutes.approveAlert, {
      user: 'second',
      params: { alertId },
      body: { digest },
      headers: newKey(),
    })

    await world.tickAfter(121)
    await world.drain()

    expect(world.phones.outbox).toHaveLength(5)
    expect((await read(world, alertId)).versions[0]?.approval?.by).toBe('second')
  })
})
