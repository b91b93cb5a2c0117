import { districtOf } from '../../shared/domain/area.ts'
import { countVillages } from '../../shared/domain/district-summary.ts'
import type { Village } from '../../shared/domain/village.ts'
import { countDistrict } from '../../shared/store/count-district.ts'
import type { RosterImportDeps } from './deps.ts'

type Deps = Pick<RosterImportDeps, 'villages' | 'summaries'>

/** Reads a district's villages, but for those that still have the revision that was just written. */
const readVillages = async (
  { villages }: Deps,
  district: string,
  written: ReadonlyMap<string, Village>,
): Promise<Village[]> => {
  const revisions = await villages.listRevisions(district)
  const kept = new Map<string, Village>()
  for (const { code, revision } of revisions) {
    const village = written.get(code)
    if (village?.revision === revision) kept.set(code, village)
  }
  const read = await villages.findMany(revisions.map(({ code }) => code).filter((code) => !kept.has(code)))
  for (const village of read) kept.set(village.code, village)
  return revisions.flatMap(({ code }) => kept.get(code) ?? [])
}

/**
 * Counts districts while their villages are written, each as soon as no more of it is to come, from what was written.
 * That holds only while the summary bears this worker's mark, since whoever else changes a village marks it anew;
 * otherwise all its villages are read.
 */
export const createWrittenCounts = (deps: Deps, leaseToken: string) => {
  const waiting = new Map<string, Map<string, Village>>()
  const counts = new Map<string, Promise<void>>()

  const count = async (district: string, written: ReadonlyMap<string, Village>): Promise<void> => {
    const counted = countVillages(await readVillages(deps, district, written))
    if (!(await deps.summaries.write(district, counted, leaseToken))) await countDistrict(deps, district)
  }
  return {
    add: (villages: readonly Village[]): void => {
      for (const village of villages) {
        const district = districtOf(village.code)
        const written = waiting.get(district) ?? new Map<string, Village>()
        waiting.set(district, written.set(village.code, village))
      }
    },

    /** Begins to count the districts before this one, whose villages are all written; all of them without one. */
    countBefore: (next: string | undefined): void => {
      for (const [district, written] of waiting) {
        if (next !== undefined && district >= next) continue
        waiting.delete(district)
        const counting = count(district, written)
        // Thrown where it is awaited, in `settle`.
        counting.catch(() => undefined)
        counts.set(district, counting)
      }
    },

    /** Waits for the counts that were begun, and tells the districts that they are of. */
    settle: async (): Promise<ReadonlySet<string>> => {
      await Promise.all(counts.values())
      return new Set(counts.keys())
    },
  }
}
