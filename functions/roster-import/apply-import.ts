import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { carryOutChanges } from './carry-out-changes.ts'
import type { RosterImportDeps } from './deps.ts'
import type { HeldImport, WorkOutcome } from './work-on-import.ts'

/** The revision of every village that an import writes: by it undo knows who was not edited since. */
export const revisionOf = (importId: string): string => `import-${importId}`

/** Writes the villages of the plan that are still as the plan saw them. */
export const applyImport = async (deps: RosterImportDeps, held: HeldImport): Promise<WorkOutcome> => {
  const { id } = held.record
  const done = await carryOutChanges(deps, held, {
    job: 'apply',
    write: async ({ before, after }) => {
      const nowIso = toIso(deps.clock.nowMs())
      const replaces = before?.revision ?? null
      const written = await deps.villages.put(after, { revision: revisionOf(id), replaces, nowIso })
      return written.outcome === 'applied'
        ? { outcome: 'written', village: written.village }
        : { outcome: 'left-alone' }
    },
  })
  if (done === 'paused') return 'paused'
  if (done !== 'lost') {
    const action = done.leftAlone === 0 ? 'finish-apply' : 'finish-apply-in-part'
    const stateSinceEpochSeconds = toEpochSeconds(deps.clock.nowMs())
    await deps.imports.act(id, action, { stateSinceEpochSeconds }, { leaseToken: held.leaseToken })
  }
  return 'over'
}
