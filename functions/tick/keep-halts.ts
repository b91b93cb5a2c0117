import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { parseHaltKey } from '../../shared/domain/halts.ts'
import { mustBeHalted, releaseHalt } from '../../shared/progress/release-halt.ts'
import type { TickDeps } from './deps.ts'

/** Whether every sender has ended that may have read the version before it was superseded. */
const isLongSuperseded = (deps: TickDeps, version: VersionRecord | undefined): boolean =>
  version?.state === 'superseded' &&
  (version.supersededAtEpochMs ?? 0) + deps.recoverySeconds * 1000 <= deps.clock.nowMs()

/**
 * Releases versions that are halted and need not be: whoever stopped or resumed one died in between, or one was
 * superseded long enough ago. A stop that is between its writes halts its version once more after this.
 */
export const keepHalts = async (deps: TickDeps): Promise<void> => {
  const { versions } = await deps.halts.find()
  await Promise.all(
    [...versions].map(async (text) => {
      const key = parseHaltKey(text)
      if (key === undefined) return
      const version = await deps.alerts.findVersion(key.alertId, key.version)
      if (isLongSuperseded(deps, version)) await deps.halts.release(key)
      else if (!mustBeHalted(version)) await releaseHalt(deps, key)
    }),
  )
}
