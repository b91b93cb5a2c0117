import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { checkChain } from '../../../shared/domain/audit-check.ts'
import { chainOfAlert } from '../../../shared/domain/audit.ts'
import { digestOfText } from '../../../shared/request-id.ts'
import { alertBody, issueAlert, newKey, phoneOf, villageWith } from '../../support/alert-samples.ts'
import type { AlertWorld } from '../../support/alert-world.ts'
import { it } from '../../support/world-test.ts'

const rowsOf = (world: AlertWorld, chain: string) => world.deps.auditRows.listStored(chain)
const toLine = ({ phase, who, action, status, code }: Record<string, unknown>) =>
  [phase, who, action, status, code]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ')
const reason = { reason: 'ແມ່ນ້ຳບໍ່ຂຶ້ນ, called 020 55 999 888' }

describe('the audit of an alert', () => {
  it('tells who drafted, issued and stopped it, in a chain that is whole and recorded with the alert', async ({
    world,
  }) => {
    await world.seedVillages([villageWith('1308001', 2)])
    const alertId = await issueAlert(world)
    await world.api.ok(alertRoutes.stopAlert, {
      user: 'province',
      params: { alertId },
      body: reason,
      headers: newKey(),
    })

    const chain = chainOfAlert(alertId)
    const rows = await rowsOf(world, chain)
    expect(rows.map(toLine)).toEqual([
      'outcome province POST /v1/alerts 201',
      'intent province POST /v1/alerts/{alertId}/submit',
      'outcome province POST /v1/alerts/{alertId}/submit 202',
      'intent province POST /v1/alerts/{alertId}/stop',
      'outcome province POST /v1/alerts/{alertId}/stop 200',
    ])
    const recorded = await world.deps.auditHeads.find(alertId)
    expect(recorded?.sequence).toBe(5)
    expect(
      checkChain(chain, rows, [{ by: 'alert', sequence: 5, hash: recorded?.hash ?? '' }], digestOfText),
    ).toEqual([])
  })

  it('holds no text, name or number', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 2)])
    const alertId = await issueAlert(world)
    await world.api.ok(alertRoutes.stopAlert, {
      user: 'province',
      params: { alertId },
      body: reason,
      headers: newKey(),
    })

    const kept = JSON.stringify([
      ...(await rowsOf(world, chainOfAlert(alertId))),
      ...(await rowsOf(world, 'day#2026-07-23')),
    ])

    for (const secret of [
      alertBody.texts.lo,
      alertBody.texts.en,
      'Made-up',
      'ແມ່ນ້ຳ',
      '999 888',
      '999888',
      phoneOf('1308001', 0).slice(4),
    ]) {
      expect(kept).not.toContain(secret)
    }
  })

  it('keeps a refused attempt with its code, and what repeats a request as a repetition', async ({
    world,
  }) => {
    await world.seedVillages([villageWith('1308001', 2)])
    const alertId = await issueAlert(world)
    const headers = newKey()
    const stop = { user: 'province', params: { alertId }, body: reason, headers }
    await world.api.ok(alertRoutes.stopAlert, stop)
    await world.api.ok(alertRoutes.stopAlert, stop)
    await world.api.refused(alertRoutes.stopAlert, { ...stop, user: 'neighbour' })

    const rows = (await rowsOf(world, chainOfAlert(alertId))).slice(-6)

    expect(rows.map(toLine)).toEqual([
      'intent province POST /v1/alerts/{alertId}/stop',
      'outcome province POST /v1/alerts/{alertId}/stop 200',
      'intent province POST /v1/alerts/{alertId}/stop',
      'outcome province POST /v1/alerts/{alertId}/stop 200',
      'intent neighbour POST /v1/alerts/{alertId}/stop',
      'outcome neighbour POST /v1/alerts/{alertId}/stop 404 not-found',
    ])
    expect(rows[2]?.['requestId']).toBe(rows[0]?.['requestId'])
    expect(rows[4]?.['requestId']).not.toBe(rows[0]?.['requestId'])
  })

  it('says once that a version expired by itself', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 2)])
    const alertId = await issueAlert(world)
    await world.tickAfter(24 * 3600 + 60)
    await world.drain()
    await world.tickAfter(130)

    const rows = await rowsOf(world, chainOfAlert(alertId))

    expect(rows.filter(({ phase }) => phase === 'event').map(toLine)).toEqual(['event siang expire'])
  })

  it('is out of reach: nothing is issued, and the caller is told to try again', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 2)])
    world.deps.audit.append = async () => {
      throw new Error('the table is gone')
    }

    const problem = await world.api.refused(alertRoutes.createAlert, {
      user: 'province',
      body: alertBody,
      headers: newKey(),
    })

    expect(problem).toMatchObject({ status: 503, code: 'audit-unavailable' })
    expect((await world.api.ok(alertRoutes.listAlerts, { user: 'province' })).body.alerts).toEqual([])
  })
})
