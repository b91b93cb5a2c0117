import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { operationsRoutes } from '../../../shared/contracts/operations-routes.ts'
import { createImportStore } from '../../../shared/store/import-store.ts'
import { alertsTable, auditTable, rosterTable } from '../../../shared/tables.ts'
import { alertUsers, issueAlert, villageWith } from '../../support/alert-samples.ts'
import { createAlertWorld, type AlertWorld } from '../../support/alert-world.ts'
import { createTestAudit } from '../../support/audit.ts'
import { buildImport } from '../../support/build-import.ts'
import { buildUser } from '../../support/builders.ts'
import { startTables, type TestTables } from '../../support/dynalite.ts'
import { startOperationsWorld, type OperationsWorld } from '../../support/operations-world.ts'

let tables: TestTables
let world: AlertWorld
let operations: OperationsWorld
let alertId: string
beforeAll(async () => {
  tables = await startTables()
  world = createAlertWorld(tables)
  operations = await startOperationsWorld(tables)
  await world.seedUsers([
    ...alertUsers,
    buildUser({ id: 'songkhone-admin', areas: ['1308'] }),
    buildUser({ id: 'champhone-admin', areas: ['1309'] }),
  ])
  await world.seedVillages([villageWith('1308001', 1)])
  alertId = await issueAlert(world)
})
afterAll(async () => {
  await tables.stop()
  await operations.stop()
})

const list = (user: string, query: Record<string, string>) =>
  operations.api.ok(operationsRoutes.listAudit, { user, query })
const verify = (user: string, chain: string) =>
  operations.api.ok(operationsRoutes.verifyAudit, { user, query: { chain } })

const alertItem = async () => {
  const alert = await world.alerts.find(alertId)
  return { ...alert, alertId: 'cut' }
}

describe('reading the audit', () => {
  it('shows an alert’s rows to the admins whom it concerns, page by page', async () => {
    const { body: first } = await list('songkhone-admin', { alertId, limit: '2' })
    const { body: second } = await list('songkhone-admin', { alertId, limit: '2', after: '2' })

    expect(first.rows.map(({ sequence }) => sequence)).toEqual([1, 2])
    expect(first.nextAfter).toBe(2)
    expect(second.rows.map(({ phase }) => phase)).toEqual(['outcome'])
    expect(second.nextAfter).toBeNull()
  })

  it('shows a day to admins of the whole country alone', async () => {
    const { body } = await list('admin', { day: '2026-07-23' })

    expect(body.rows.map(({ action }) => action)).toContain('POST /v1/alerts')
    expect(
      (
        await operations.api.refused(operationsRoutes.listAudit, {
          user: 'songkhone-admin',
          query: { day: '2026-07-23' },
        })
      ).code,
    ).toBe('not-found')
  })

  it('is there to be read where what its rows are about cannot be', async () => {
    vi.spyOn(operations.deps.users, 'listNames').mockRejectedValueOnce(new Error('a damaged item'))

    const { body } = await list('admin', { alertId })

    expect(body.rows.length).toBeGreaterThan(0)
    expect(body.names[alertId]).toMatchObject({ is: 'alert' })
  })

  it('names who and what its rows are about, and nobody’s number', async () => {
    const imports = createImportStore(tables.client, rosterTable.name)
    await imports.create(buildImport({ id: 'import-1', createdAtIso: '2026-07-22T02:00:00.000Z' }))
    const rows = [
      { action: 'PATCH /v1/users/{userId}', subject: { userId: 'officer' } },
      { action: 'DELETE …', subject: { village: '1308001', memberId: 'm-1308001-0' } },
      { action: 'POST /v1/roster-imports', subject: { madeId: 'import-1' } },
      { action: 'PATCH /v1/users/{userId}', subject: { userId: 'nobody-any-more' } },
    ]
    const { audit } = createTestAudit(tables, { nowMs: () => Date.parse('2026-07-22T03:00:00.000Z') })
    for (const { action, subject } of rows) {
      // oxlint-disable-next-line no-await-in-loop -- a chain grows row by row
      await audit.append({ phase: 'event', who: 'province', action, subject })
    }

    const { body } = await list('admin', { day: '2026-07-22' })

    expect(body.names).toEqual({
      province: { is: 'person', name: expect.any(String) },
      officer: { is: 'person', name: expect.any(String) },
      'm-1308001-0': { is: 'member', village: '1308001', duty: 'head' },
      'import-1': { is: 'import', createdAtIso: '2026-07-22T02:00:00.000Z' },
    })
    const ofAlert = (await list('songkhone-admin', { alertId })).body.names
    expect(ofAlert[alertId]).toEqual({
      is: 'alert',
      number: 1,
      mode: 'exercise',
      reaches: 'phones',
      hazard: 'river-flood',
      areas: ['1308'],
    })
    expect(JSON.stringify([body, ofAlert])).not.toContain('85620')
  })

  it('answers a foreign alert like one that does not exist, and tells officers nothing', async () => {
    const refusals = await Promise.all([
      operations.api.refused(operationsRoutes.listAudit, { user: 'champhone-admin', query: { alertId } }),
      operations.api.refused(operationsRoutes.listAudit, {
        user: 'champhone-admin',
        query: { alertId: 'nowhere' },
      }),
      operations.api.refused(operationsRoutes.verifyAudit, {
        user: 'champhone-admin',
        query: { chain: `alert#${alertId}` },
      }),
      operations.api.refused(operationsRoutes.listAudit, { user: 'officer', query: { alertId } }),
    ])

    expect(refusals.map(({ code }) => code)).toEqual(['not-found', 'not-found', 'not-found', 'not-allowed'])
    expect(refusals[0]?.detail).toBe(refusals[1]?.detail)
  })

  it('needs an alert or a day, and one of them', async () => {
    const both = { alertId, day: '2026-07-23' }

    const refusals = await Promise.all(
      [{}, both].map((query) => operations.api.refused(operationsRoutes.listAudit, { user: 'admin', query })),
    )

    expect(refusals.map(({ code }) => code)).toEqual(['invalid-request', 'invalid-request'])
  })
})

describe('verifying a chain', () => {
  it('finds nothing where nothing was touched', async () => {
    const { body } = await verify('songkhone-admin', `alert#${alertId}`)

    expect(body).toMatchObject({ intact: true, rows: 3, faults: [], openIntents: [] })
    expect(body.known).toEqual([{ by: 'alert', sequence: 3 }])
    expect((await verify('admin', 'day#2026-07-23')).body.intact).toBe(true)
  })

  it('finds a row that was edited, and one that is missing at the end', async () => {
    const { body: page } = await list('admin', { day: '2026-07-23' })
    const [stored] = await operations.deps.auditRows.listPage('day#2026-07-23', 0, 1)
    await tables.client.send(
      new PutCommand({ TableName: auditTable.name, Item: { ...stored, who: 'somebody-else' } }),
    )
    await tables.client.send(
      new PutCommand({
        TableName: alertsTable.name,
        Item: { PK: 'ALERT#cut', SK: 'ALERT', ...(await alertItem()), auditHead: { sequence: 2, hash: 'x' } },
      }),
    )

    const edited = await verify('admin', 'day#2026-07-23')
    const cut = await verify('admin', 'alert#cut')

    expect(page.rows.length).toBeGreaterThan(1)
    expect(edited.body).toMatchObject({
      intact: false,
      faults: [{ kind: 'changed', sequence: 1, en: expect.stringContaining('Row 1 was changed') }],
    })
    expect(cut.body).toMatchObject({ intact: false, faults: [{ kind: 'cut', sequence: 1, by: 'alert' }] })
  })
})
