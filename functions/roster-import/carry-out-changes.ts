import pMap from 'p-map'
import { toEpochSeconds } from '../../shared/clock.ts'
import { districtOf } from '../../shared/domain/area.ts'
import { changePagesOf } from '../../shared/domain/import-files.ts'
import { countDistrict } from '../../shared/store/count-district.ts'
import type { PlannedChange } from '../../shared/store/import-pages.ts'
import type { RosterImportDeps } from './deps.ts'
import type { HeldImport } from './work-on-import.ts'

const villagesAtATime = { concurrency: 32 }
const districtsAtATime = { concurrency: 8 }
const leastRemainingMs = 3_000

type Carry = {
  job: 'apply' | 'undo'
  /** Writes one village; false where somebody edited it meanwhile. */
  write: (change: PlannedChange) => Promise<boolean>
}

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
 * Carries a plan out page by page, from the first page that is not done, and counts the changed districts at the
 * end. `paused` where time runs short, `lost` where another worker has taken over; else how many were left alone.
 */
export const carryOutChanges = async (
  deps: RosterImportDeps,
  held: HeldImport,
  { job, write }: Carry,
): Promise<'paused' | 'lost' | { leftAlone: number }> => {
  const { record, leaseToken, remainingMs } = held
  const { plan } = record
  if (plan === undefined) throw new Error('an import without a plan cannot be carried out')
  let leftAlone = (job === 'apply' ? record.applyLeftAlone : record.undoLeftAlone).length
  let slowestPageMs = 0
  const isTimeShort = (): boolean => remainingMs() < leastRemainingMs + 2 * slowestPageMs
  let prepared = beginPage(deps, held, record.pagesDone)
  for (let index = record.pagesDone; index < changePagesOf(plan.changes); index += 1) {
    if (isTimeShort()) return 'paused'
    const startedMs = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- a page at a time bounds memory, and what a crash repeats
    const changes = await prepared
    prepared = beginPage(deps, held, index + 1)
    // oxlint-disable-next-line no-await-in-loop -- see above
    const written = await pMap(changes, write, villagesAtATime)
    const alone = changes.flatMap(({ change }, at) => (written[at] === true ? [] : [change.code]))
    const page = { index, changes: changes.length, leftAlone: alone, job }
    // oxlint-disable-next-line no-await-in-loop -- see above
    if (!(await deps.imports.savePage(record.id, leaseToken, page))) return 'lost'
    leftAlone += alone.length
    slowestPageMs = Math.max(slowestPageMs, performance.now() - startedMs)
  }
  if (isTimeShort()) return 'paused'
  await pMap(plan.districtsChanged, (district) => countDistrict(deps, district), districtsAtATime)
  return { leftAlone }
}
