import { toEpochSeconds } from '../../shared/clock.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import type { DispatchKey } from '../../shared/domain/dispatch.ts'
import { parseAccountKey } from '../../shared/store/budget-store.ts'
import { parseDispatchKey } from '../../shared/store/dispatch-record.ts'
import { safeError } from '../../shared/middleware/safe-error.ts'
import { anchorAudit, type AnchorMemory } from './anchor-audit.ts'
import type { TickDeps } from './deps.ts'
import { findForgotten } from './find-forgotten.ts'
import { recountDistricts } from './recount-districts.ts'
import { keepHalts } from './keep-halts.ts'
import { recoverImports } from './recover-imports.ts'
import { recoverDispatches } from './recover-dispatches.ts'
import { recoverVersion } from './recover-version.ts'
import { settleBudgets } from './settle-budgets.ts'
import { runSchedules } from './run-schedules.ts'
import { settleSilent } from './settle-silent.ts'
import { tellDue } from './tell-due.ts'

const limitPerShard = 100
/** What is left of the function's time when it takes up nothing new. */
const keptMs = 5_000

type Due = Awaited<ReturnType<TickDeps['due']['list']>>[number]

const versionsOf = (due: readonly Due[]) =>
  due.flatMap(({ PK, SK }) => {
    const [kind, alertId] = PK.split('#')
    const [item, version] = SK.split('#')
    return kind === 'ALERT' && alertId !== undefined && item === 'VERSION'
      ? [{ alertId, version: Number(version) }]
      : []
  })

const dispatchesOf = (due: readonly Due[]): DispatchKey[] => due.flatMap((one) => parseDispatchKey(one) ?? [])

/** An open version that was due so long ago has lost its entry in the index: only its dispatches tell of it. */
const indexPatienceSeconds = 240
const isLost = ({ dueAtEpochSeconds }: VersionRecord, nowSeconds: number): boolean =>
  (dueAtEpochSeconds ?? 0) + indexPatienceSeconds < nowSeconds

/** Recovery of everything that is due; a step that fails is logged and holds the others up no longer. */
export const runTick = async (
  deps: TickDeps,
  anchored: AnchorMemory,
  remainingMs: () => number,
): Promise<void> => {
  const guarded = async (step: () => Promise<unknown>, failed = 'TICK_STEP_FAILED'): Promise<void> => {
    if (remainingMs() < keptMs) return
    try {
      await step()
    } catch (error) {
      deps.logger.error(failed, safeError(error))
      deps.metrics.count('TickStepFailed', 1)
    }
  }
  const nowSeconds = toEpochSeconds(deps.clock.nowMs())
  const due = await deps.due.list(nowSeconds, limitPerShard)
  for (const version of versionsOf(due)) {
    // oxlint-disable-next-line no-await-in-loop -- under a time budget, one after the other
    await guarded(() => recoverVersion(deps, version))
  }
  const lost: VersionRecord[] = []
  await guarded(async () => {
    const dispatches = await deps.dispatches.findMany(dispatchesOf(due))
    const versions = await recoverDispatches(deps, dispatches, nowSeconds)
    lost.push(...versions.filter((version) => isLost(version, nowSeconds)))
  })
  await guarded(async () => {
    lost.push(...(await findForgotten(deps, nowSeconds)))
  })
  for (const version of lost) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    await guarded(() => recoverVersion(deps, version))
  }
  await tellDue(deps, guarded)
  await guarded(() => keepHalts(deps))
  await guarded(() => runSchedules(deps, guarded))
  await guarded(() => recountDistricts(deps))
  const accounts = due.flatMap((one) => parseAccountKey(one) ?? [])
  await guarded(() => settleBudgets(deps, accounts, () => remainingMs() >= keptMs))
  await guarded(async () => {
    deps.metrics.count('ImportsRecovered', await recoverImports(deps))
  })
  await guarded(async () => {
    const silent = await deps.due.list(toEpochSeconds(deps.clock.nowMs()), limitPerShard, 'receipts')
    const dispatches = await deps.dispatches.findMany(dispatchesOf(silent))
    deps.metrics.count('ReceiptsOverdue', await settleSilent(deps, dispatches))
  })
  await guarded(async () => {
    deps.metrics.count('AuditDaysAnchored', await anchorAudit(deps, anchored))
  }, 'AUDIT_NOT_ANCHORED')
  deps.metrics.flush()
}
