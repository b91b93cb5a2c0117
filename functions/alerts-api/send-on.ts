import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { startFanOut } from '../../shared/progress/issue-version.ts'
import { tellNotices } from '../../shared/progress/tell-notices.ts'
import type { AlertsApiDeps } from './deps.ts'
import { queueOrLog } from './queue-or-log.ts'

/** Hints what a version's new state asks for: its fan-out where it was issued, and SMS to those whom it waits for. */
export const sendOn = async (deps: AlertsApiDeps, version: VersionRecord, by: string): Promise<void> => {
  await queueOrLog(deps, version, () => startFanOut(deps, version, by))
  await queueOrLog(deps, version, () => tellNotices(deps, version))
}
