import pMap from 'p-map'
import type { FanOutMessage, SendMessage } from '../../shared/contracts/queue-messages.ts'
import type { DistrictProgress, VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import { planDispatches, type PlannedDispatch } from '../../shared/domain/committee.ts'
import {
  awaitsFirstTurn,
  hasDoubt,
  hasOpenWork,
  hasPending,
  type Dispatch,
} from '../../shared/domain/dispatch.ts'
import { findDistrict } from '../../shared/domain/laos-areas.ts'
import { varyByVillage, villageFill, type VillageFill } from '../../shared/domain/templates/village-values.ts'
import { isRunning } from '../../shared/domain/version.ts'
import type { Village } from '../../shared/domain/village.ts'
import { advanceVersion } from '../../shared/progress/advance-version.ts'
import { queueDistricts } from '../../shared/progress/queue-districts.ts'
import { supersedeOlder } from '../../shared/progress/supersede-older.ts'
import type { FanOutDeps } from './deps.ts'
import { toSendMessage } from '../../shared/queue/to-send-message.ts'

type FanOut = Extract<FanOutMessage, { job: 'fan-out' }>

/** Few enough that those who send the first districts already are not held up by the fan-out of the others. */
const writesAtATime = { concurrency: 8 }

/** Names, in each owner of a shared phone, the villages that wait for its state. */
const mirrorsOf = (planned: readonly PlannedDispatch[]): Map<string, string[]> => {
  const mirrors = new Map<string, string[]>()
  for (const { village, recipients } of planned) {
    for (const { phone, sharedWith } of recipients) {
      if (sharedWith !== undefined && sharedWith !== village) {
        mirrors.set(phone, [...(mirrors.get(phone) ?? []), village])
      }
    }
  }
  return mirrors
}

const toDispatches = (
  planned: readonly PlannedDispatch[],
  version: VersionRecord,
  district: string,
  fills: ReadonlyMap<string, VillageFill>,
): Dispatch[] => {
  const mirrors = mirrorsOf(planned)
  return planned.map(({ village, exposure, recipients }) => ({
    alertId: version.alertId,
    version: version.version,
    district,
    village,
    lane: version.lane,
    exposure,
    fill: fills.get(village),
    recipients: recipients.map((recipient) => ({
      ...recipient,
      state: recipient.sharedWith === undefined ? ('pending' as const) : ('suppressed' as const),
      attempts: 0,
      possibleDuplicate: false,
      mirroredIn: recipient.sharedWith === undefined ? mirrors.get(recipient.phone) : undefined,
      reason: recipient.sharedWith === undefined ? undefined : 'shared-phone',
    })),
  }))
}

const villagesWhere = (
  dispatches: readonly Dispatch[],
  wanted: (dispatch: Dispatch) => boolean,
): Set<string> => new Set(dispatches.filter(wanted).map((dispatch) => dispatch.village))

const progressOf = (dispatches: readonly Dispatch[]): DistrictProgress => ({
  firstTurnOpen: villagesWhere(dispatches, awaitsFirstTurn),
  workOpen: villagesWhere(dispatches, hasOpenWork),
  doubtful: villagesWhere(dispatches, (dispatch) => hasDoubt(dispatch) && !hasOpenWork(dispatch)),
})

/** The words of each village, where the texts need any. */
const fillsOf = async (
  deps: FanOutDeps,
  version: VersionRecord,
  code: string,
  villages: readonly Village[],
): Promise<ReadonlyMap<string, VillageFill>> => {
  const texts = version.rendered ?? {}
  const district = findDistrict(code)
  if (district === undefined || !varyByVillage(texts)) return new Map()
  const { deskPhone } = await deps.summaries.find(code)
  return new Map(
    villages.map((village) => [village.code, villageFill(texts, village, district, deskPhone)] as const),
  )
}

/** Writes the district's dispatches; answers with what the table holds, which may be an earlier run's. */
const writeDispatches = async (
  deps: FanOutDeps,
  version: VersionRecord,
  district: string,
): Promise<Dispatch[]> => {
  const only = version.districts[district] ?? []
  const villages = await deps.villages.listDistrict(district)
  const meant = only.length === 0 ? villages : villages.filter((village) => only.includes(village.code))
  const fills = await fillsOf(deps, version, district, meant)
  const dispatches = toDispatches(planDispatches(meant, version.lane), version, district, fills)
  const dueAt = toEpochSeconds(deps.clock.nowMs()) + deps.recoverySeconds
  const created = await pMap(dispatches, (dispatch) => deps.dispatches.create(dispatch, dueAt), writesAtATime)
  return created.every(Boolean)
    ? dispatches
    : deps.dispatches.listDistrict({ alertId: version.alertId, version: version.version, district })
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
  if (await waitsForOlder(deps, version)) {
    await queueDistricts(deps, version, 'fan-out', [district], 2)
    return
  }
  const dispatches = await writeDispatches(deps, version, district)
  const fresh = progressOf(dispatches)
  const isNew = await deps.progress.createDistrict(key, fresh)
  const progress = isNew ? fresh : ((await deps.progress.findDistrict(key)) ?? fresh)
  const firsts: SendMessage[] = dispatches
    .filter((dispatch) => hasPending(dispatch, 1))
    .map((dispatch) => toSendMessage(dispatch, 1))
  await deps.lanes[version.lane === 'urgent' ? 'first' : 'routine'].send(firsts)
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
