import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { checkChain } from '../../../shared/domain/audit-check.ts'
import type { AuditNote } from '../../../shared/domain/audit.ts'
import { digestOfText } from '../../../shared/request-id.ts'
import { createAuditHeadStore } from '../../../shared/store/audit-head-store.ts'
import { createAuditStore } from '../../../shared/store/audit-store.ts'
import { createTrail } from '../../../shared/store/audit-trail.ts'
import { alertsTable, auditTable } from '../../../shared/tables.ts'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { createTestAudit } from '../../support/audit.ts'
import { startTables, type TestTables } from '../../support/dynalite.ts'

let tables: TestTables
beforeAll(async () => {
  tables = await startTables()
})
afterAll(() => tables.stop())

const noteBy = (who: string, subject: AuditNote['subject'] = {}): AuditNote => ({
  phase: 'intent',
  who,
  action: 'POST /v1/things',
  subject,
})
const at = (iso: string) => ({ nowMs: () => Date.parse(iso) })
const storedIn = (chain: string) => createAuditStore(tables.client, auditTable.name).listStored(chain)

describe('appending to a chain', () => {
  it('takes fifty at once: none is lost, none is written twice, and the chain does not fork', async () => {
    const { audit } = createTestAudit(tables, at('2026-07-01T12:00:00+07:00'))
    const writers = Array.from({ length: 50 }, (_, index) => `user-${index}`)

    await Promise.all(writers.map((who) => audit.append(noteBy(who))))

    const rows = await storedIn('day#2026-07-01')
    expect(rows).toHaveLength(50)
    expect(rows.map(({ who }) => String(who)).toSorted()).toEqual(writers.toSorted())
    expect(checkChain('day#2026-07-01', rows, [], digestOfText)).toEqual([])
  }, 60_000)

  it('puts what happens in Laos before and after midnight into the chains of two days', async () => {
    await createTestAudit(tables, at('2026-07-02T23:59:59+07:00')).audit.append(noteBy('late'))
    await createTestAudit(tables, at('2026-07-03T00:00:00+07:00')).audit.append(noteBy('early'))

    expect(await storedIn('day#2026-07-02')).toMatchObject([{ who: 'late', sequence: 1 }])
    expect(await storedIn('day#2026-07-03')).toMatchObject([{ who: 'early', sequence: 1 }])
  })

  it('puts an outcome where its intent is, also after midnight', async () => {
    const intent = await createTestAudit(tables, at('2026-07-04T23:59:59+07:00')).audit.append(noteBy('a'))

    await createTestAudit(tables, at('2026-07-05T00:00:01+07:00')).audit.append(
      { ...noteBy('a'), phase: 'outcome', answers: intent.sequence },
      intent,
    )

    expect(await storedIn('day#2026-07-04')).toMatchObject([{ phase: 'intent' }, { phase: 'outcome' }])
    expect(await storedIn('day#2026-07-05')).toEqual([])
  })

  it('knows its own row again where the answer to its write was lost', async () => {
    const store = createAuditStore(tables.client, auditTable.name)
    const add = vi.fn<typeof store.add>(store.add).mockImplementationOnce(async (row) => {
      await store.add(row)
      return false
    })
    const trail = createTrail({
      store: { ...store, add },
      heads: createAuditHeadStore(tables.client, alertsTable.name),
      clock: at('2026-07-06T12:00:00+07:00'),
      newId: () => 'the-same-for-all',
      random: () => 0,
      sleep: () => Promise.resolve(),
    })

    const row = await trail.append(noteBy('a'))

    expect(row.sequence).toBe(1)
    expect(await storedIn('day#2026-07-06')).toHaveLength(1)
  })

  it('gives up after a bounded number of tries', async () => {
    const store = createAuditStore(tables.client, auditTable.name)
    const add = vi.fn<typeof store.add>(async () => false)
    const trail = createTrail({
      store: { ...store, add },
      heads: createAuditHeadStore(tables.client, alertsTable.name),
      clock: at('2026-07-07T12:00:00+07:00'),
      newId: () => 'id',
      random: () => 0,
      sleep: () => Promise.resolve(),
    })

    await expect(trail.append(noteBy('a'))).rejects.toThrow('too busy')
    expect(add.mock.calls.length).toBeLessThanOrEqual(100)
  })
})

describe('the chain of an alert', () => {
  it('is named in the chain of each day on which it goes on, once, as it stood before', async () => {
    const morning = createTestAudit(tables, at('2026-07-10T08:00:00+07:00')).audit
    const nextDay = createTestAudit(tables, at('2026-07-11T08:00:00+07:00')).audit
    const first = await morning.append(noteBy('a', { alertId: 'a10' }))
    const second = await morning.append(noteBy('a', { alertId: 'a10' }), first)
    await nextDay.append(noteBy('b', { alertId: 'a10' }))

    expect(await storedIn('day#2026-07-10')).toMatchObject([
      { action: 'open-chain', opens: { chain: 'alert#a10', sequence: 0, hash: '' } },
    ])
    expect(await storedIn('day#2026-07-11')).toMatchObject([
      { action: 'open-chain', opens: { chain: 'alert#a10', sequence: 2, hash: second.hash } },
    ])
    expect((await storedIn('alert#a10')).map(({ sequence }) => sequence)).toEqual([1, 2, 3])
  })

  it('is recorded with the alert, ever further, and where there is no alert nothing is made', async () => {
    const { audit, auditHeads } = createTestAudit(tables, at('2026-07-12T08:00:00+07:00'))
    await tables.client.send(
      new PutCommand({ TableName: alertsTable.name, Item: { PK: 'ALERT#a11', SK: 'ALERT' } }),
    )
    const first = await audit.append({ ...noteBy('a', { alertId: 'a11' }), phase: 'outcome' })
    const second = await audit.append({ ...noteBy('a', { alertId: 'a11' }), phase: 'outcome' })

    await auditHeads.record('a11', first)
    await audit.append({ ...noteBy('a', { alertId: 'nowhere' }), phase: 'outcome' })

    expect(await auditHeads.find('a11')).toEqual({ sequence: 2, hash: second.hash })
    expect(await auditHeads.find('nowhere')).toBeUndefined()
  })
})
