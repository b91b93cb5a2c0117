import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { heldUntilMs, lastHeldUntilMs } from '../../shared/domain/quiet-hours.ts'
import { isRunning } from '../../shared/domain/version.ts'
import { advanceVersion, isNothingLeft } from '../../shared/progress/advance-version.ts'
import { noteEvent } from '../../shared/progress/note-event.ts'
import { districtsWithWork } from '../../shared/progress/districts-with-work.ts'
import { queueDistricts } from '../../shared/progress/queue-districts.ts'
import { queueJobs } from '../../shared/progress/queue-jobs.ts'
import { supersedeOlder } from '../../shared/progress/supersede-older.ts'
import type { TickDeps } from './deps.ts'
import { finishApproval } from './finish-approval.ts'
import { repairDistrict } from './repair-district.ts'

type VersionKey = Pick<VersionRecord, 'alertId' | 'version'>

/**
 * First contacts have their time from when they may be sent. An expired version opens too: what is pending must be seen
 * to expire, not be forgotten.
 */
const barrierOpensAt = (deps: TickDeps, version: VersionRecord, accountResumedAt = 0): number =>
  Math.min(
    Math.max(
      version.issuedAtEpochSeconds ?? 0,
      version.resumedAtEpochSeconds ?? 0,
      accountResumedAt,
      // First contacts that quiet hours held have their time from their end.
      toEpochSeconds(lastHeldUntilMs(version, deps.quietHours, deps.clock.nowMs())),
    ) + deps.barrierSeconds,
    version.expiresAtEpochSeconds,
  )

/** Opens the second wave over first contacts that never had their turn, where they had time enough. */
const openBarrierByTime = async (
  deps: TickDeps,
  version: VersionRecord,
  nowSeconds: number,
): Promise<void> => {
  if (version.secondWaveOpenedAtEpochSeconds !== undefined || version.workOpen.size === 0) return
  if (!isRunning(version.state) || nowSeconds < barrierOpensAt(deps, version)) return
  const { halts, accountResumed } = await deps.halts.findPace()
  if (version.state === 'dispatching' && halts.accountStop !== undefined) return
  if (nowSeconds < barrierOpensAt(deps, version, accountResumed?.atEpochSeconds)) return
  const opened = await deps.progress.openSecondWave(version, nowSeconds, true)
  if (opened) {
    deps.logger.warn('BARRIER_OPENED_BY_TIME', {
      alertId: version.alertId,
      districts: version.firstTurnOpen.size,
    })
    await queueDistricts(deps, version, 'open-second-wave', version.workOpen)
  }
}

/** When to look at the version again; undefined where nothing of it is open. */
const nextLook = (deps: TickDeps, version: VersionRecord, nowSeconds: number): number | undefined => {
  const isResent = version.state === 'dispatching' && version.resends.length > 0
  const open = version.workOpen.size + version.fanOutOpen.size + version.secondWaveToQueue.size
  const usual = nowSeconds + deps.recoverySeconds
  if (open === 0 && !isResent) {
    const isInDoubt = version.doubtful.size > 0 && nowSeconds < version.expiresAtEpochSeconds
    return isInDoubt ? version.expiresAtEpochSeconds : undefined
  }
  const barrierAt = barrierOpensAt(deps, version)
  const isShut = version.secondWaveOpenedAtEpochSeconds === undefined
  return isShut && barrierAt > nowSeconds ? Math.min(usual, barrierAt) : usual
}

/** Reads the version. One that was issued later ends it, where whoever issued that died before it said so. */
const findCurrent = async (
  deps: TickDeps,
  { alertId, version }: VersionKey,
): Promise<VersionRecord | undefined> => {
  const versions = await deps.alerts.listVersions(alertId)
  const current = versions.find((one) => one.version === version)
  const newer = versions.findLast((one) => one.issuedAtEpochSeconds !== undefined)
  const isOver =
    newer !== undefined &&
    newer.version > version &&
    (current?.state === 'dispatching' || current?.state === 'stopped')
  if (!isOver) return current
  await supersedeOlder(deps, newer, 'siang')
  return deps.alerts.findVersion(alertId, version)
}

/** Makes a later version the alert's latest, where whoever wrote it died before they did. */
const showVersion = async (deps: TickDeps, version: VersionRecord): Promise<void> => {
  const alert = await deps.alerts.find(version.alertId)
  if (alert !== undefined && alert.latestVersion < version.version)
    await deps.alerts.showVersion(alert, version)
}

/** How often a stopped version is looked at: nothing moves in it. */
const stoppedSeconds = 900

/** What is stopped stays halted, and ends when its time is over. Its resumption queues what is open of it. */
const keepStopped = async (deps: TickDeps, version: VersionRecord, nowMs: number): Promise<void> => {
  await deps.halts.halt(version)
  const nowSeconds = toEpochSeconds(nowMs)
  if (nowSeconds < version.expiresAtEpochSeconds) {
    const next = Math.min(nowSeconds + stoppedSeconds, version.expiresAtEpochSeconds)
    await deps.progress.postpone(version, next)
    return
  }
  const wavesToQueue = districtsWithWork(version)
  const isEnded = await deps.control.expireStopped(version, {
    wavesToQueue,
    dueAtEpochSeconds: nowSeconds + deps.recoverySeconds,
    history: { action: 'expire', by: 'siang', atIso: toIso(nowMs) },
  })
  await queueDistricts(deps, version, 'queue-open-waves', wavesToQueue)
  if (isEnded) await noteEvent(deps, version, 'expire', 'siang')
}

/** Ends what is done, or what is not and whose time is over. After a resend all dispatches were just looked at. */
const endVersion = async (
  deps: TickDeps,
  version: VersionRecord,
  resendsLookedAt: number | undefined,
  nowMs: number,
): Promise<void> => {
  const by = { by: 'siang', atIso: toIso(nowMs) }
  if (isNothingLeft(version) && version.resends.length === resendsLookedAt) {
    await deps.progress.end(version, 'complete', { action: 'complete', ...by })
  }
  const isUnfinished = version.workOpen.size + version.fanOutOpen.size + version.doubtful.size > 0
  if (nowMs >= version.expiresAtEpochSeconds * 1000 && isUnfinished) {
    const isEnded = await deps.progress.end(version, 'expire', { action: 'expire', ...by })
    if (isEnded) await noteEvent(deps, version, 'expire', 'siang')
  }
}

/** Until when (epoch seconds) quiet hours leave nothing to do of the version, or its time is over; else undefined. */
const restsUntil = (deps: TickDeps, version: VersionRecord, nowMs: number): number | undefined => {
  const untilMs = heldUntilMs(version, deps.quietHours, nowMs)
  const isGoing = version.state === 'dispatching' && nowMs < version.expiresAtEpochSeconds * 1000
  const isWritten = version.fanOutOpen.size === 0 && version.workOpen.size > 0
  return untilMs !== undefined && isGoing && isWritten
    ? Math.min(Math.ceil(untilMs / 1000), version.expiresAtEpochSeconds)
    : undefined
}

/** Brings a version forward from the table alone, as if every queue were lost. */
export const recoverVersion = async (deps: TickDeps, key: VersionKey): Promise<void> => {
  const version = await findCurrent(deps, key)
  if (version === undefined) return
  if (version.version > 1) await showVersion(deps, version)
  if (version.state === 'draft' || version.state === 'submitted' || version.state === 'approved') {
    await finishApproval(deps, version)
    return
  }
  const nowMs = deps.clock.nowMs()
  const nowSeconds = toEpochSeconds(nowMs)
  if (version.state === 'stopped') {
    await keepStopped(deps, version, nowMs)
    return
  }
  const restingUntil = restsUntil(deps, version, nowMs)
  if (restingUntil !== undefined) {
    await deps.progress.postpone(version, restingUntil)
    return
  }
  await queueJobs(deps, version)
  const isResent = version.resends.length > 0 && version.resendToQueue.size === 0
  const unfinished = isResent
    ? Object.keys(version.districts)
    : new Set([...version.firstTurnOpen, ...version.workOpen, ...version.doubtful])
  await Promise.all([...unfinished].map((district) => repairDistrict(deps, version, district)))
  await openBarrierByTime(deps, version, nowSeconds)
  const repaired = await deps.alerts.findVersion(key.alertId, key.version)
  if (repaired === undefined) return
  await advanceVersion(deps, repaired)
  await endVersion(deps, repaired, isResent ? version.resends.length : undefined, nowMs)
  await deps.progress.postpone(repaired, nextLook(deps, repaired, nowSeconds))
}
