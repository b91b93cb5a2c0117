import { sealRow, type AuditRow, type AuditTrail } from '../../shared/domain/audit.ts'
import { digestOfText } from '../../shared/request-id.ts'

/** An audit in memory with one chain, whatever the notes are about. */
export const createMemoryTrail = (): { trail: AuditTrail; rows: AuditRow[] } => {
  const rows: AuditRow[] = []
  return {
    rows,
    trail: {
      append: async (note) => {
        const head = rows.at(-1) ?? { chain: 'memory', sequence: 0, hash: '' }
        const made = { id: `row-${rows.length}`, atIso: '2026-07-23T12:00:00+07:00' }
        const row = sealRow(note, made, head, digestOfText)
        rows.push(row)
        return row
      },
    },
  }
}
