import type { FanOutMessage, SendMessage } from '../../shared/contracts/queue-messages.ts'
import type { DistrictProgress, VersionRecord } from '../../shared/contracts/version-record.ts'
import {
  awaitsFirstTurn,
  hasDoubt,
  hasOpenWork,
  hasPending,
  type Dispatch,
} from '../../shared/domain/dispatch.ts'
import { aimOf } from '../../shared/domain/follow-up.ts'
import { isRunning } from '../../shared/domain/version.ts'
import { advanceVersion } from '../../shared/progress/advance-version.ts'
import { planDistrict } from '../../shared/progress/plan-district.ts'
import { queueDistricts } from '../../shared/progress/queue-districts.ts'
import { supersedeOlder } from '../../shared/progress/supersede-older.ts'
import type { FanOutDeps } from './deps.ts'
import { publishCap } from './publish-cap.ts'
import { toSendMessage } from '../../shared/queue/to-send-message.ts'
import { writeDispatches } from './write-dispatches.ts'

type FanOut = Extract<FanOutMessage, { job: 'fan-out' }>

type Fixed = { dispatches: Dispatch[]; progress: DistrictProgress } | undefined

const waitSeconds = 2

/** Whether a sender that is alive has SMS of the dispatch in its hands. One that is dead leaves them in doubt. */
const isBeingSent = ({ lease, recipients }: Dispatch, nowMs: number): boolean =>
  lease !== undefined && lease.endsAtEpochMs > nowMs && recipients.some(({ state }) => state === 'sending')

const villagesWhere = (
  dispatches: readonly Dispatch[],
  wanted: (dispatch: Dispatch) => boolean,
): Set<string> => new Set(dispatches.filter(wanted).map((dispatch) => dispatch.village))

const progressOf = (dispatches: readonly Dispatch[]): DistrictProgress => ({
  firstTurnOpen: villagesWhere(dispatches, awaitsFirstTurn),
  workOpen: villagesWhere(dispatches, hasOpenWork),
  doubtful: villagesWhere(dispatches, (dispatch) => hasDoubt(dispatch) && !hasOpenWork(dispatch)),
})

/**
 * Fixes the district's dispatches, once: the roster goes on changing, and so does what became of earlier versions. What an earlier run has written stays, and where it wrote the progress too there is nothing to add.
 * Undefined while somebody who was being sent an earlier version may be among those who read it, or not.
 */
const fixDispatches = async (deps: FanOutDeps, version: VersionRecord, district: string): Promise<Fixed> => {
  const key = { alertId: version.alertId, version: version.version, district }
  const [written, progress, plan] = await Promise.all([
    deps.dispatches.listDistrict(key),
    deps.progress.findDistrict(key),
    planDistrict(deps, version, district),
  ])
  if (progress !== undefined) return { dispatches: written, progress }
  if (aimOf(version) === 'reached' && plan.earlier.some((one) => isBeingSent(one, deps.clock.nowMs()))) {
    return undefined
  }
  const dispatches = await writeDispatches(deps, version, district, { plan, written })
  const fresh = progressOf(dispatches)
  const isNew = await deps.progress.createDistrict(key, fresh)
  return { dispatches, progress: isNew ? fresh : ((await deps.progress.findDistrict(key)) ?? fresh) }
}

/** True where an older version may still be going out: the message comes again when it is not. */
const waitsForOlder = async (deps: FanOutDeps, version: VersionRecord): Promise<boolean> => {
  const waitMs = (await supersedeOlder(deps, version, 'siang')) - deps.clock.nowMs()
  return waitMs > 0
}

/**
 * Fixes who gets the version's SMS in one district, and sends the first contacts on their way. Every step may be
 * repeated: dispatches and progress are put on condition that they are new, and messages are only hints. A version
 * that is over is fanned out too, so that everybody sees who was not reached.
 */
export const fanOutDistrict = async (deps: FanOutDeps, message: FanOut): Promise<void> => {
  const { alertId, district } = message
  const version = await deps.alerts.findVersion(alertId, message.version)
  if (version === undefined || !isRunning(version.state) || !version.fanOutOpen.has(district)) return
  const key = { alertId, version: version.version, district }
  const waits = await waitsForOlder(deps, version)
  const fixed = waits ? undefined : await fixDispatches(deps, version, district)
  if (fixed === undefined) {
    await queueDistricts(deps, version, 'fan-out', [district], waitSeconds)
    return
  }
  const { dispatches, progress } = fixed
  const firsts: SendMessage[] = dispatches
    .filter((dispatch) => hasPending(dispatch, 1))
    .map((dispatch) => toSendMessage(dispatch, 1))
  await deps.lanes[version.lane === 'urgent' ? 'first' : 'routine'].send(firsts)
  // After the first contacts, which wait for no feed, and before the district is done: what fails here comes again.
  await publishCap(deps, version, district)
  const nothingLeft = (['firstTurnOpen', 'workOpen'] as const).filter((name) => progress[name].size === 0)
  const after = await deps.progress.closeDistrict(
    key,
    ['fanOutOpen', ...nothingLeft],
    progress.doubtful.size > 0,
  )
  // The barrier may have opened by time while this district was being written.
  if (after.secondWaveOpenedAtEpochSeconds !== undefined) {
    await queueDistricts(deps, after, 'open-second-wave', [district])
  }
  await advanceVersion(deps, after)
}
