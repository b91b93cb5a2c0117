import type { Clock } from '../../shared/clock.ts'
import { createAuditHeadStore } from '../../shared/store/audit-head-store.ts'
import { createAuditStore } from '../../shared/store/audit-store.ts'
import { createAuditTrail } from '../../shared/store/audit-trail.ts'
import { alertsTable, auditTable } from '../../shared/tables.ts'
import type { TestTables } from './dynalite.ts'
import { createMemoryAnchors } from './memory-anchors.ts'

/** The audit on the tables of a test: what appends, what reads, and anchors in memory. */
export const createTestAudit = ({ client }: Pick<TestTables, 'client'>, clock: Clock) => ({
  audit: createAuditTrail(client, { audit: auditTable.name, alerts: alertsTable.name }, clock),
  auditRows: createAuditStore(client, auditTable.name),
  auditHeads: createAuditHeadStore(client, alertsTable.name),
  anchors: createMemoryAnchors().store,
})
