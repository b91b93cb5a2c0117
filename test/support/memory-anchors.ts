import type { AuditAnchor, StoredAnchor } from '../../shared/domain/audit-anchor.ts'
import { canonicalJson } from '../../shared/domain/canonical-json.ts'
import type { AnchorStore } from '../../shared/store/anchor-store.ts'

/** Anchors in memory. `kept` may be tampered with. */
export const createMemoryAnchors = (): { store: AnchorStore; kept: Map<string, StoredAnchor> } => {
  const kept = new Map<string, StoredAnchor>()
  const listDays = () => [...kept.keys()].toSorted()
  return {
    kept,
    store: {
      listDays: async () => listDays(),
      read: async (day) => kept.get(day),
      findLatest: async () => kept.get(listDays().at(-1) ?? ''),
      put: async (anchor: AuditAnchor) => {
        if (kept.has(anchor.day)) return false
        kept.set(anchor.day, { anchor, text: canonicalJson(anchor) })
        return true
      },
    },
  }
}
