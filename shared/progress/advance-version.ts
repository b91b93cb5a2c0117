import type { VersionRecord } from '../contracts/version-record.ts'
import { toEpochSeconds, toIso, type Clock } from '../clock.ts'
import { isRunning } from '../domain/version.ts'
import type { FanOutQueues } from '../queue/alert-queues.ts'
import type { VillageMarks } from '../store/district-progress.ts'
import type { DistrictSet, ProgressStore } from '../store/progress-store.ts'
import { queueDistricts } from './queue-districts.ts'

/** What carries a version forward, whoever finds that a step of it is done. */
export type AdvanceDeps = {
  progress: Pick<ProgressStore, 'markVillages' | 'settleDoubts' | 'closeDistrict' | 'openSecondWave' | 'end'>
  fanOutQueues: FanOutQueues
  clock: Clock
}

const isEmptiedBy = (before: ReadonlySet<string>, taken: ReadonlySet<string>): boolean =>
  before.size > 0 && [...before].every((village) => taken.has(village))

/** Whether nothing of the version is to do. */
export const isNothingLeft = (version: VersionRecord): boolean =>
  [version.workOpen, version.fanOutOpen, version.doubtful, version.resendToQueue].every(
    ({ size }) => size === 0,
  )

/**
 * Takes the next step that the version is ready for: opens the second wave when every first contact had its turn,
 * completes it when nothing is left. Harmless when repeated. After a resend a mark of somebody who knew nothing of it
 * may come late, so that only `tick` completes the version, from its dispatches.
 */
export const advanceVersion = async (
  deps: Omit<AdvanceDeps, 'progress'> & { progress: Pick<ProgressStore, 'openSecondWave' | 'end'> },
  version: VersionRecord,
): Promise<void> => {
  const nowMs = deps.clock.nowMs()
  const mayOpen = version.firstTurnOpen.size === 0 && version.secondWaveOpenedAtEpochSeconds === undefined
  if (isRunning(version.state) && mayOpen && version.workOpen.size > 0) {
    const opened = await deps.progress.openSecondWave(version, toEpochSeconds(nowMs), false)
    if (opened) await queueDistricts(deps, version, 'open-second-wave', version.workOpen)
  }
  if (isNothingLeft(version) && version.resends.length === 0) {
    await deps.progress.end(version, 'complete', { action: 'complete', by: 'siang', atIso: toIso(nowMs) })
  }
}

/**
 * Marks villages as done in their district, and the district in its version where they were the last. A village
 * that is done without doubt is in doubt no longer: a late answer may have come.
 * `again` looks at the version even where nothing was left to mark: the mark may have come before a crash.
 */
export const markVillagesDone = async (
  deps: AdvanceDeps,
  key: { alertId: string; version: number; district: string },
  marks: VillageMarks,
  again: boolean,
): Promise<void> => {
  if (marks.firstTurnOpen.size + marks.workOpen.size + marks.doubtful.size === 0) return
  const before = await deps.progress.markVillages(key, marks)
  const done: DistrictSet[] = (['firstTurnOpen', 'workOpen'] as const).filter(
    (name) => isEmptiedBy(before[name], marks[name]) || (again && before[name].size === 0),
  )
  const settled = [...marks.workOpen].filter((one) => before.doubtful.has(one) && !marks.doubtful.has(one))
  const doubtful =
    settled.length === 0
      ? new Set([...before.doubtful, ...marks.doubtful])
      : await deps.progress.settleDoubts(key, new Set(settled))
  if (doubtful.size === 0 && (settled.length > 0 || again)) done.push('doubtful')
  if (done.length === 0) return
  const version = await deps.progress.closeDistrict(key, done, doubtful.size > 0 && done.includes('workOpen'))
  await advanceVersion(deps, version)
}
