import type { VersionRecord } from '../contracts/version-record.ts'
import { toEpochSeconds, toIso, type Clock } from '../clock.ts'
import { transitionOf } from '../domain/transition.ts'
import { versionTransitions } from '../domain/version.ts'
import type { FanOutQueues } from '../queue/alert-queues.ts'
import type { AlertStore } from '../store/alert-store.ts'
import type { ControlStore } from '../store/control-store.ts'
import type { HaltStore } from '../store/halt-store.ts'
import { districtsWithWork } from './districts-with-work.ts'
import { noteEvent, type NoteEventDeps } from './note-event.ts'
import { queueDistricts } from './queue-districts.ts'

export type SupersedeDeps = NoteEventDeps & {
  alerts: Pick<AlertStore, 'listVersions'>
  control: Pick<ControlStore, 'supersede'>
  halts: Pick<HaltStore, 'halt'>
  fanOutQueues: FanOutQueues
  recoverySeconds: number
  clock: Clock
}

/** What a sender had in its hands when a version was superseded has gone out, or back, after this time. */
const handsEmptyMs = 2000

/**
 * Ends one older version; what is open of it is queued once more, to be seen to be superseded. It is halted before and
 * after: in between `tick` may release what does not look superseded yet.
 */
const supersede = async (deps: SupersedeDeps, older: VersionRecord, by: string): Promise<number> => {
  const isOpen = older.state !== 'completed' && districtsWithWork(older).size > 0
  if (isOpen) await deps.halts.halt(older)
  const nowMs = deps.clock.nowMs()
  const wavesToQueue = isOpen ? districtsWithWork(older) : new Set<string>()
  const isEnded = await deps.control.supersede(older, {
    wavesToQueue,
    supersededAtEpochMs: nowMs,
    dueAtEpochSeconds: toEpochSeconds(nowMs) + deps.recoverySeconds,
    history: { action: 'supersede', by, atIso: toIso(nowMs) },
  })
  if (isOpen) await deps.halts.halt(older)
  await queueDistricts(deps, older, 'queue-open-waves', wavesToQueue)
  if (isEnded) await noteEvent(deps, older, 'supersede', by)
  return isOpen ? nowMs : 0
}

/**
 * Ends every version that was issued before this one, and answers when (in epoch ms) the newer one may be handed over
 * at the earliest: never before the last SMS of an older one. Harmless when repeated; the newer version's fan-out does,
 * so that it cannot begin without it.
 */
export const supersedeOlder = async (
  deps: SupersedeDeps,
  newer: Pick<VersionRecord, 'alertId' | 'version'>,
  by: string,
): Promise<number> => {
  if (newer.version === 1) return 0
  const { from } = transitionOf(versionTransitions, 'supersede')
  const older = (await deps.alerts.listVersions(newer.alertId)).filter(
    (one) => one.version < newer.version && one.issuedAtEpochSeconds !== undefined,
  )
  const endedAtMs = await Promise.all(
    older.map((one) =>
      from.includes(one.state) ? supersede(deps, one, by) : Promise.resolve(one.supersededAtEpochMs ?? 0),
    ),
  )
  return Math.max(0, ...endedAtMs) + handsEmptyMs
}
