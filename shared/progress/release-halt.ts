import type { VersionRecord } from '../contracts/version-record.ts'
import type { AlertStore } from '../store/alert-store.ts'
import type { HaltStore } from '../store/halt-store.ts'

export type ReleaseHaltDeps = {
  alerts: Pick<AlertStore, 'findVersion'>
  halts: Pick<HaltStore, 'halt' | 'release'>
}

/** Whether senders must be told that the version may not be sent, whatever they read of it before. */
export const mustBeHalted = (version: VersionRecord | undefined): boolean =>
  version?.state === 'stopped' || version?.state === 'superseded'

/**
 * Lets the version's SMS go out again. Somebody may have stopped it in the same moment: who looks afterwards finds
 * that, and halts it again.
 */
export const releaseHalt = async (
  deps: ReleaseHaltDeps,
  key: { alertId: string; version: number },
): Promise<void> => {
  await deps.halts.release(key)
  if (mustBeHalted(await deps.alerts.findVersion(key.alertId, key.version))) await deps.halts.halt(key)
}
