import { afterEach, describe, expect, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { issueAlert, newKey, villageWith } from '../../support/alert-samples.ts'
import { listCalls, recordCall } from '../../support/calls.ts'
import { failOnce } from '../../support/fail-once.ts'
import { it } from '../../support/world-test.ts'

afterEach(() => vi.restoreAllMocks())

describe('the same request again', () => {
  it('records nothing a second time, whatever was recorded in between', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    const headers = newKey()

    const first = await recordCall(world, alertId, '1308001', { outcome: 'told', headers })
    await recordCall(world, alertId, '1308001', { outcome: 'needs-help' })
    const again = await recordCall(world, alertId, '1308001', { outcome: 'told', headers })

    expect(again.acknowledgement).toEqual(first.acknowledgement)
    expect(again.coverage).toBe('needs-help')
    expect(await listCalls(world, alertId, '1308001')).toHaveLength(2)
  })

  it('is refused with another body', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    const headers = newKey()
    await recordCall(world, alertId, '1308001', { outcome: 'told', headers })

    const problem = await world.api.refused(alertRoutes.recordAcknowledgement, {
      user: 'province',
      params: { alertId, code: '1308001' },
      body: { outcome: 'needs-help' },
      headers,
    })

    expect(problem.code).toBe('idempotency-key-reused')
  })

  it('finds its record where the answer to the write was lost', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    const headers = newKey()
    failOnce(world.deps.calls, 'append', 'after')

    const lost = await world.api.call(alertRoutes.recordAcknowledgement, {
      user: 'province',
      params: { alertId, code: '1308001' },
      body: { outcome: 'told' },
      headers,
    })
    await recordCall(world, alertId, '1308001', { outcome: 'told', headers })

    expect(lost.statusCode).toBe(500)
    expect(await listCalls(world, alertId, '1308001')).toHaveLength(1)
  })
})

describe('many officers at once', () => {
  it('lose no record of each other', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])
    const alertId = await issueAlert(world)
    const notes = Array.from({ length: 6 }, (_, index) => `call ${index}`)

    await Promise.all(
      notes.map((note) => recordCall(world, alertId, '1308001', { outcome: 'no-answer', note })),
    )

    const recorded = await listCalls(world, alertId, '1308001')
    expect(recorded.map(({ note }) => note ?? '').toSorted()).toEqual(notes)
    expect(new Set(recorded.map(({ id }) => id)).size).toBe(notes.length)
  })
})
