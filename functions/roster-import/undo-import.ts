import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { revisionOf } from './apply-import.ts'
import { carryOutChanges } from './carry-out-changes.ts'
import type { RosterImportDeps } from './deps.ts'
import type { HeldImport, WorkOutcome } from './work-on-import.ts'

/**
 * Brings the villages back to what they were before the import, under the revision that they had, and takes back
 * those that it added. Villages edited since are left alone, as are those that the import itself left alone.
 */
export const undoImport = async (deps: RosterImportDeps, held: HeldImport): Promise<WorkOutcome> => {
  const { id, applyLeftAlone } = held.record
  const neverApplied = new Set(applyLeftAlone)
  const done = await carryOutChanges(deps, held, {
    job: 'undo',
    write: async ({ change: { code }, before }) => {
      if (neverApplied.has(code)) return { outcome: 'kept' }
      if (before === undefined) {
        const isRemoved = await deps.villages.takeBack(code, revisionOf(id))
        return { outcome: isRemoved ? 'removed' : 'left-alone' }
      }
      const nowIso = toIso(deps.clock.nowMs())
      const write = { revision: before.revision, replaces: revisionOf(id), nowIso }
      const written = await deps.villages.put(before, write)
      return written.outcome === 'applied'
        ? { outcome: 'written', village: written.village }
        : { outcome: 'left-alone' }
    },
  })
  if (done === 'paused') return 'paused'
  if (done !== 'lost') {
    const action = done.leftAlone === 0 ? 'finish-undo' : 'finish-undo-in-part'
    const stateSinceEpochSeconds = toEpochSeconds(deps.clock.nowMs())
    await deps.imports.act(id, action, { stateSinceEpochSeconds }, { leaseToken: held.leaseToken })
  }
  return 'over'
}
