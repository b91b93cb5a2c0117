import pMap from 'p-map'
import type { Village } from '../../shared/domain/village.ts'
import type { PlannedChange } from '../../shared/store/import-pages.ts'
import type { RosterImportDeps } from './deps.ts'
import type { HeldImport } from './work-on-import.ts'

/**
 * What became of a village: `written` as it stands now; `removed`; `kept`, since nothing of it was to do; `left-alone`,
 * since somebody edited it meanwhile.
 */
type CarriedOut = { outcome: 'written'; village: Village } | { outcome: 'removed' | 'kept' | 'left-alone' }

export type Carry = {
  job: 'apply' | 'undo'
  write: (change: PlannedChange) => Promise<CarriedOut>
}

/** A page that is noted as done, or that another worker has taken over. */
type PageResult = { outcome: 'saved'; leftAlone: string[]; villages: Village[] } | { outcome: 'lost' }

/** A page in work. */
export type PageInWork = {
  /** Resolves once all its writes have begun, or one failed: then the next page may begin, and the store is never idle. */
  begun: Promise<unknown>
  /** Resolves once the page is noted as done. Rejects where a write failed. */
  result: Promise<PageResult>
}

const villagesAtATime = { concurrency: 32 }

/** Begins to write a page. It is noted only after the page before it, so that a crash leaves no gap behind. */
export const carryOutPage = (
  { imports }: Pick<RosterImportDeps, 'imports'>,
  { record: { id }, leaseToken }: HeldImport,
  { job, write }: Carry,
  page: { index: number; changes: readonly PlannedChange[]; before: PageInWork | undefined },
): PageInWork => {
  const { index, changes, before } = page
  const allBegun = Promise.withResolvers<undefined>()
  const work = async (): Promise<PageResult> => {
    let begun = 0
    const carried = await pMap(
      changes,
      (change) => {
        begun += 1
        if (begun === changes.length) allBegun.resolve(undefined)
        return write(change)
      },
      villagesAtATime,
    )
    if ((await before?.result)?.outcome === 'lost') return { outcome: 'lost' }
    const leftAlone = changes.flatMap(({ change }, at) =>
      carried[at]?.outcome === 'left-alone' ? [change.code] : [],
    )
    const saved = await imports.savePage(id, leaseToken, { index, changes: changes.length, leftAlone, job })
    if (!saved) return { outcome: 'lost' }
    const villages = carried.flatMap((one) => (one.outcome === 'written' ? [one.village] : []))
    return { outcome: 'saved', leftAlone, villages }
  }
  const result = work()
  // What is thrown is thrown where the result is awaited, which may be later than it happens.
  return { begun: Promise.race([allBegun.promise, result.catch(() => undefined)]), result }
}
