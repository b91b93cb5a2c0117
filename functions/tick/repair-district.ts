import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import { awaitsFirstTurn, hasDoubt, hasOpenWork, type Dispatch } from '../../shared/domain/dispatch.ts'
import { markVillagesDone } from '../../shared/progress/advance-version.ts'
import type { TickDeps } from './deps.ts'
import { recoverDispatches } from './recover-dispatches.ts'

/** Work that is overdue for longer than this was not found through the index. */
const indexPatienceSeconds = 120

/**
 * Marks what the dispatches say is done and the progress does not know: its sender died in between. Overdue work goes
 * on its lane again even where the index has lost it. After a resend it also puts back what a late mark took out.
 */
export const repairDistrict = async (
  deps: TickDeps,
  version: VersionRecord,
  district: string,
): Promise<void> => {
  const key = { alertId: version.alertId, version: version.version, district }
  const progress = await deps.progress.findDistrict(key)
  if (progress === undefined) return
  const dispatches = await deps.dispatches.listDistrict(key)
  await recoverDispatches(deps, dispatches, toEpochSeconds(deps.clock.nowMs()) - indexPatienceSeconds)
  const villages = (wanted: (dispatch: Dispatch) => boolean) =>
    new Set(dispatches.filter(wanted).map((dispatch) => dispatch.village))
  const doubtful = villages((dispatch) => hasDoubt(dispatch) && !hasOpenWork(dispatch))
  if (version.resends.length > 0) {
    await deps.progress.reopenVillages(key, { workOpen: villages(hasOpenWork), doubtful })
  }
  await markVillagesDone(
    deps,
    key,
    {
      firstTurnOpen: villages((dispatch) => !awaitsFirstTurn(dispatch)),
      workOpen: villages((dispatch) => !hasOpenWork(dispatch)),
      doubtful,
    },
    true,
  )
}
