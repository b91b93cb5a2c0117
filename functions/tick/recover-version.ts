import type { FanOutMessage } from '../../shared/contracts/queue-messages.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { awaitsFirstTurn, hasDoubt, hasOpenWork, type Dispatch } from '../../shared/domain/dispatch.ts'
import { isRunning } from '../../shared/domain/version.ts'
import { advanceVersion, markVillagesDone, queueSecondWave } from '../../shared/progress/advance-version.ts'
import type { TickDeps } from './deps.ts'
import { recoverDispatches } from './recover-dispatches.ts'

type VersionKey = Pick<VersionRecord, 'alertId' | 'version'>

/** Work that is overdue for longer than this was not found through the index. */
const indexPatienceSeconds = 120

const queueFanOut = async (deps: TickDeps, version: VersionRecord): Promise<void> => {
  const messages = [...version.fanOutOpen].map(
    (district): FanOutMessage => ({
      schemaVersion: 1,
      job: 'fan-out',
      alertId: version.alertId,
      version: version.version,
      district,
    }),
  )
  await deps.fanOutQueues[version.lane].send(messages)
}

/**
 * Marks what the dispatches say is done and the progress does not know: its sender died in between. Overdue work goes
 * on its lane again even where the index has lost it.
 */
const repairDistrict = async (deps: TickDeps, version: VersionKey, district: string): Promise<void> => {
  const key = { alertId: version.alertId, version: version.version, district }
  if ((await deps.progress.findDistrict(key)) === undefined) return
  const dispatches = await deps.dispatches.listDistrict(key)
  await recoverDispatches(deps, dispatches, toEpochSeconds(deps.clock.nowMs()) - indexPatienceSeconds)
  const villages = (wanted: (dispatch: Dispatch) => boolean) =>
    new Set(dispatches.filter(wanted).map((dispatch) => dispatch.village))
  await markVillagesDone(
    deps,
    key,
    {
      firstTurnOpen: villages((dispatch) => !awaitsFirstTurn(dispatch)),
      workOpen: villages((dispatch) => !hasOpenWork(dispatch)),
      doubtful: villages((dispatch) => hasDoubt(dispatch) && !hasOpenWork(dispatch)),
    },
    true,
  )
}

/** An expired version opens too: what is pending must be seen to expire, not be forgotten. */
const barrierOpensAt = (deps: TickDeps, version: VersionRecord): number =>
  Math.min((version.issuedAtEpochSeconds ?? 0) + deps.barrierSeconds, version.expiresAtEpochSeconds)

/** Opens the second wave over first contacts that never had their turn, where they had time enough. */
const openBarrierByTime = async (
  deps: TickDeps,
  version: VersionRecord,
  nowSeconds: number,
): Promise<void> => {
  if (version.secondWaveOpenedAtEpochSeconds !== undefined || version.workOpen.size === 0) return
  if (nowSeconds < barrierOpensAt(deps, version)) return
  const opened = await deps.progress.openSecondWave(version, nowSeconds, true)
  if (opened) {
    deps.logger.warn('BARRIER_OPENED_BY_TIME', {
      alertId: version.alertId,
      districts: version.firstTurnOpen.size,
    })
    await queueSecondWave(deps, version, version.workOpen)
  }
}

/** When to look at the version again; undefined where nothing of it is open. */
const nextLook = (deps: TickDeps, version: VersionRecord, nowSeconds: number): number | undefined => {
  const isOpen = version.workOpen.size + version.fanOutOpen.size + version.secondWaveToQueue.size > 0
  if (!isOpen) {
    const isInDoubt = version.doubtful.size > 0 && nowSeconds < version.expiresAtEpochSeconds
    return isInDoubt ? version.expiresAtEpochSeconds : undefined
  }
  const barrierAt = barrierOpensAt(deps, version)
  const usual = nowSeconds + deps.recoverySeconds
  const isShut = version.secondWaveOpenedAtEpochSeconds === undefined
  return isShut && barrierAt > nowSeconds ? Math.min(usual, barrierAt) : usual
}

/** Brings a version forward from the table alone, as if every queue were lost. */
export const recoverVersion = async (deps: TickDeps, key: VersionKey): Promise<void> => {
  const version = await deps.alerts.findVersion(key.alertId, key.version)
  if (version === undefined) return
  const nowMs = deps.clock.nowMs()
  const nowSeconds = toEpochSeconds(nowMs)
  if (version.fanOutOpen.size > 0 && isRunning(version.state)) await queueFanOut(deps, version)
  if (version.secondWaveToQueue.size > 0) await queueSecondWave(deps, version, version.secondWaveToQueue)
  const unfinished = new Set([...version.firstTurnOpen, ...version.workOpen, ...version.doubtful])
  await Promise.all([...unfinished].map((district) => repairDistrict(deps, version, district)))
  await openBarrierByTime(deps, version, nowSeconds)
  const repaired = await deps.alerts.findVersion(key.alertId, key.version)
  if (repaired === undefined) return
  await advanceVersion(deps, repaired)
  const isUnfinished = repaired.workOpen.size + repaired.fanOutOpen.size + repaired.doubtful.size > 0
  if (nowSeconds >= repaired.expiresAtEpochSeconds && isUnfinished) {
    await deps.progress.end(repaired, 'expire', { action: 'expire', by: 'siang', atIso: toIso(nowMs) })
  }
  await deps.progress.postpone(repaired, nextLook(deps, repaired, nowSeconds))
}
