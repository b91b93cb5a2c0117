import { toIso } from '../../shared/clock.ts'
import { auditRow } from '../../shared/contracts/audit.ts'
import { daysToAnchor, type AuditAnchor, type StoredAnchor } from '../../shared/domain/audit-anchor.ts'
import { chainOfDay, type ChainHead } from '../../shared/domain/audit.ts'
import { canonicalJson } from '../../shared/domain/canonical-json.ts'
import { digestOfText } from '../../shared/request-id.ts'
import type { TickDeps } from './deps.ts'

/** What this environment knows of the last anchor, so that not every minute asks the bucket. */
export type AnchorMemory = { latest?: StoredAnchor | undefined; isRead?: boolean }

/** Every chain that got a row on the day: the day's own, and those that it says were gone on with. */
const chainsOf = async (deps: TickDeps, day: string): Promise<string[]> => {
  const rows = await deps.auditRows.listStored(chainOfDay(day))
  if (rows.length === 0) return []
  const opened = rows.flatMap((row) => auditRow.safeParse(row).data?.opens?.chain ?? [])
  return [...new Set([chainOfDay(day), ...opened])].toSorted()
}

const headsOf = async (deps: TickDeps, day: string): Promise<ChainHead[]> => {
  const heads: ChainHead[] = []
  for (const chain of await chainsOf(deps, day)) {
    // oxlint-disable-next-line no-await-in-loop -- a night's work, in no hurry
    const head = await deps.auditRows.findHead(chain)
    if (head !== undefined) heads.push({ chain, sequence: head.sequence, hash: head.hash })
  }
  return heads
}

/**
 * Writes the heads of every day that is over and has no anchor yet, oldest first, each with the hash of the anchor
 * before it. The first anchor ever is that of the last day. What another `tick` wrote meanwhile stands.
 */
export const anchorAudit = async (deps: TickDeps, memory: AnchorMemory): Promise<number> => {
  if (memory.isRead !== true) {
    memory.latest = await deps.anchors.findLatest()
    memory.isRead = true
  }
  let written = 0
  for (const day of daysToAnchor(memory.latest?.anchor.day, deps.clock.nowMs())) {
    const { latest } = memory
    const anchor: AuditAnchor = {
      schemaVersion: 1,
      day,
      madeAtIso: toIso(deps.clock.nowMs()),
      // oxlint-disable-next-line no-await-in-loop -- each anchor names the one before it
      heads: await headsOf(deps, day),
      previous: latest === undefined ? null : { day: latest.anchor.day, hash: digestOfText(latest.text) },
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (!(await deps.anchors.put(anchor))) {
      memory.isRead = false
      return written
    }
    memory.latest = { anchor, text: canonicalJson(anchor) }
    written += 1
  }
  return written
}
