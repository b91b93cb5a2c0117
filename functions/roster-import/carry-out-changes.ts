import pMap from 'p-map'
import { toEpochSeconds } from '../../shared/clock.ts'
import { districtOf } from '../../shared/domain/area.ts'
import { changePagesOf } from '../../shared/domain/import-files.ts'
import { countDistrict } from '../../shared/store/count-district.ts'
import type { PlannedChange } from '../../shared/store/import-pages.ts'
import { carryOutPage, type Carry, type PageInWork } from './carry-out-page.ts'
import { createWrittenCounts } from './count-written.ts'
import type { RosterImportDeps } from './deps.ts'
import type { HeldImport } from './work-on-import.ts'

const districtsAtATime = { concurrency: 8 }
const leastRemainingMs = 3_000

/** Reads a page and marks the summaries of its districts stale; after the last page there is nothing to do. */
const preparePage = async (
  deps: RosterImportDeps,
  { record: { plan }, leaseToken }: HeldImport,
  index: number,
): Promise<PlannedChange[]> => {
  if (plan === undefined || index >= changePagesOf(plan.changes)) return []
  const changes = await deps.pages.readChanges(plan.folder, index)
  const districts = [...new Set(changes.map(({ change }) => districtOf(change.code)))]
  const nowEpochSeconds = toEpochSeconds(deps.clock.nowMs())
  await pMap(
    districts,
    (district) => deps.summaries.markStale(district, leaseToken, nowEpochSeconds),
    districtsAtATime,
  )
  return changes
}

/** Begins a page ahead of its turn. Its error is thrown where it is awaited, and never counts as unhandled. */
const beginPage = (deps: RosterImportDeps, held: HeldImport, index: number): Promise<PlannedChange[]> => {
  const page = preparePage(deps, held, index)
  page.catch(() => undefined)
  return page
}

/**
 * Carries a plan out page by page, from the first page that is not done, and counts the changed districts. `paused`
 * where time runs short, `lost` where another worker has taken over; else how many villages were left alone.
 */
export const carryOutChanges = async (
  deps: RosterImportDeps,
  held: HeldImport,
  carry: Carry,
): Promise<'paused' | 'lost' | { leftAlone: number }> => {
  const { record, leaseToken, remainingMs } = held
  const { plan } = record
  if (plan === undefined) throw new Error('an import without a plan cannot be carried out')
  const counts = createWrittenCounts(deps, leaseToken)
  let leftAlone = (carry.job === 'apply' ? record.applyLeftAlone : record.undoLeftAlone).length
  let slowestPageMs = 0
  let startedMs = performance.now()
  let inWork: PageInWork | undefined
  let prepared = beginPage(deps, held, record.pagesDone)
  const isTimeShort = (): boolean => remainingMs() < leastRemainingMs + 2 * slowestPageMs

  /** Waits until a page is done, and counts the districts that end in it. False where the import is lost. */
  const finishPage = async (page: PageInWork | undefined, nextCode?: string): Promise<boolean> => {
    const result = await page?.result
    if (result?.outcome === 'lost') return false
    leftAlone += result?.leftAlone.length ?? 0
    counts.add(result?.villages ?? [])
    counts.countBefore(nextCode === undefined ? undefined : districtOf(nextCode))
    return true
  }
  try {
    for (let index = record.pagesDone; index < changePagesOf(plan.changes); index += 1) {
      if (isTimeShort()) return (await finishPage(inWork)) ? 'paused' : 'lost'
      // oxlint-disable-next-line no-await-in-loop -- two pages at a time bound memory, and what a crash repeats
      const changes = await prepared
      prepared = beginPage(deps, held, index + 1)
      const before = inWork
      inWork = carryOutPage(deps, held, carry, { index, changes, before })
      // oxlint-disable-next-line no-await-in-loop -- see above
      if (!(await finishPage(before, changes[0]?.change.code))) return 'lost'
      // oxlint-disable-next-line no-await-in-loop -- see above
      await inWork.begun
      slowestPageMs = Math.max(slowestPageMs, performance.now() - startedMs)
      startedMs = performance.now()
    }
    if (!(await finishPage(inWork))) return 'lost'
    const counted = await counts.settle()
    if (isTimeShort()) return 'paused'
    const uncounted = plan.districtsChanged.filter((district) => !counted.has(district))
    await pMap(uncounted, (district) => countDistrict(deps, district), districtsAtATime)
    return { leftAlone }
  } finally {
    await Promise.allSettled([inWork?.result, counts.settle()])
  }
}
