import type * as z from 'zod'
import { toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { boardDistrict } from '../../../shared/contracts/board.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { reachesNobody } from '../../../shared/domain/alert.ts'
import { districtOf } from '../../../shared/domain/area.ts'
import { countCoverage } from '../../../shared/domain/coverage.ts'
import { deliveryStates, emptyTally, type Tally } from '../../../shared/domain/delivery.ts'
import { estimateFinish, slotsPerSms } from '../../../shared/domain/estimate-finish.ts'
import { isHalted } from '../../../shared/domain/halts.ts'
import { findDistrict } from '../../../shared/domain/laos-areas.ts'
import { finishOutsideQuietHours, keepsQuietHours } from '../../../shared/domain/quiet-hours.ts'
import { userCovers, userTouches, type User } from '../../../shared/domain/user.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { BoardEntry } from '../../../shared/store/board-store.ts'
import type { Pace } from '../../../shared/store/pace-record.ts'
import { accountStopView, heldByQuietHours, isoOf } from '../alert-view.ts'
import { isCallListOpen } from '../calls/call-list-open.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findVersionOf, findVisibleAlert } from '../find-alert.ts'
import { shownTo, toBoardRows } from './board-rows.ts'

type BoardDistrict = z.input<typeof boardDistrict>

const addTallies = (entries: readonly BoardEntry[]): Tally => {
  const totals = { ...emptyTally }
  for (const { tally } of entries) for (const state of deliveryStates) totals[state] += tally[state]
  return totals
}

/** Districts with how many of their villages are not on the roster at all; those lead. */
const toDistricts = async (
  deps: AlertsApiDeps,
  user: User,
  version: VersionRecord,
  entries: readonly BoardEntry[],
): Promise<BoardDistrict[]> => {
  const onBoard = new Map<string, number>()
  for (const { village } of entries.filter(({ isDispatched }) => isDispatched))
    onBoard.set(districtOf(village), (onBoard.get(districtOf(village)) ?? 0) + 1)
  const summaries = new Map((await deps.summaries.list('')).map((summary) => [summary.district, summary]))
  return Object.entries(version.districts)
    .filter(([district]) => userTouches(user, district))
    .map(([district, only]): BoardDistrict => {
      const summary = summaries.get(district)
      const expected = summary?.villagesExpected ?? findDistrict(district)?.villagesExpected ?? null
      const mine = only.filter((village) => userCovers(user, village)).length
      // Villages that were named one by one stood on the roster when they were named.
      const villagesExpected = only.length > 0 ? mine : expected
      const rostered = only.length > 0 ? mine : (summary?.villages ?? 0)
      return {
        district,
        villages: onBoard.get(district) ?? 0,
        villagesExpected,
        villagesNotOnRoster: villagesExpected === null ? null : Math.max(0, villagesExpected - rostered),
        fannedOut: version.issuedAtEpochSeconds !== undefined && !version.fanOutOpen.has(district),
      }
    })
    .toSorted(
      (a, b) =>
        (b.villagesNotOnRoster ?? 0) - (a.villagesNotOnRoster ?? 0) || (a.district < b.district ? -1 : 1),
    )
}

/** When all that waits will have been handed over; undefined where it does not go out now, or is not all written yet. */
const finishOf = (
  deps: AlertsApiDeps,
  version: VersionRecord,
  { halts, nextFreeAtMs, quotaHeldSinceMs }: Pace,
  { pending, sending }: Tally,
): number | undefined => {
  const isGoing = version.state === 'dispatching' && version.fanOutOpen.size === 0
  if (reachesNobody(version) || !isGoing || isHalted(halts, version) || quotaHeldSinceMs !== undefined)
    return undefined
  const slots = slotsPerSms(version.rendered ?? {}, deps.rate)
  const nowMs = deps.clock.nowMs()
  const finishAtMs = estimateFinish(pending + sending, slots, deps.rate, nextFreeAtMs, nowMs)
  if (finishAtMs === undefined || !keepsQuietHours(version)) return finishAtMs
  const beginsAtMs = Math.max(nowMs, nextFreeAtMs)
  return finishOutsideQuietHours(beginsAtMs, finishAtMs - beginsAtMs, deps.quietHours)
}

/** What holds the SMS of the version up, and until when they take. */
const describePace = (deps: AlertsApiDeps, version: VersionRecord, pace: Pace, totals: Tally) => {
  const finishAtMs = finishOf(deps, version, pace, totals)
  const { quotaExhaustedSinceEpochSeconds } = version
  const { quotaHeldSinceMs } = pace
  return {
    accountQuotaExhausted: quotaExhaustedSinceEpochSeconds !== undefined,
    accountQuotaExhaustedSinceIso: isoOf(quotaExhaustedSinceEpochSeconds),
    sendingHeldSinceIso: quotaHeldSinceMs === undefined ? null : toIso(quotaHeldSinceMs),
    ...accountStopView(pace.halts),
    heldByQuietHoursUntilIso: heldByQuietHours(deps, version),
    callListOpen: isCallListOpen(version, pace, deps.callRules),
    estimatedFinishAtIso: finishAtMs === undefined ? null : toIso(finishAtMs),
  }
}

/** `GET /v1/alerts/{alertId}/villages`: the board. */
export const getBoard = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.getBoard, async ({ user, params, query }) => {
    const alert = await findVisibleAlert(deps, user, params.alertId)
    const version = await findVersionOf(deps, alert, query.version)
    const [all, pace] = await Promise.all([
      deps.board.list(alert.alertId, version.version),
      deps.halts.findPace(),
    ])
    const entries = shownTo(user, version, all)
    const villages = toBoardRows(version, entries)
    return {
      body: {
        alertId: alert.alertId,
        version: version.version,
        state: version.state,
        mode: version.mode,
        reaches: version.reaches,
        ...describePace(deps, version, pace, addTallies(all)),
        states: [...deliveryStates],
        totals: addTallies(entries),
        coverage: countCoverage(villages.map(([, coverage]) => coverage)),
        districts: await toDistricts(deps, user, version, entries),
        villages,
      },
    }
  })
