import { toEpochSeconds, toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { byCallOrder, callListOpensAt, type CallReason } from '../../../shared/domain/call-list.ts'
import { callerWords, fillForAnyone } from '../../../shared/domain/templates/village-values.ts'
import type { User } from '../../../shared/domain/user.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import type { IssuedVersion } from '../../../shared/progress/called-village.ts'
import { rankVillages, type RankedVillage } from '../../../shared/progress/rank-villages.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findVisibleAlert } from '../find-alert.ts'
import { namePeople } from '../name-people.ts'
import { printStyle } from '../print-page.ts'
import { toCallListCsv } from './call-list-csv.ts'
import { isCallListOpen } from './call-list-open.ts'
import { toCallListPage } from './call-list-page.ts'
import { toListedVillage } from './call-list-villages.ts'
import { findListed } from './find-called.ts'

/** Numbers are open to officers while the version holds; the route's rule has them see their own villages alone. */
const mayReadPhones = (user: User, version: IssuedVersion, nowEpochSeconds: number): boolean =>
  user.roles.includes('officer') && version.expiresAtEpochSeconds > nowEpochSeconds

const countReasons = (ranked: readonly RankedVillage[]): Record<CallReason, number> => {
  const counts: Record<CallReason, number> = { 'needs-help': 0, 'send-someone': 0, call: 0 }
  for (const { reason } of ranked) counts[reason] += 1
  return counts
}

/** `GET /v1/alerts/{alertId}/call-list`: who must be called, of the latest version that was issued or the one asked for. */
export const getCallList = (deps: AlertsApiDeps) =>
  bindRoute(
    alertRoutes.getCallList,
    async ({ user, params: { alertId }, query }) => {
      const alert = await findVisibleAlert(deps, user, alertId)
      const { version, endings } = await findListed(deps, alertId, query.version)
      const [calls, pace] = await Promise.all([deps.calls.listAlert(alertId), deps.halts.findPace()])
      const nowMs = deps.clock.nowMs()
      const nowEpochSeconds = toEpochSeconds(nowMs)
      const view = {
        nowEpochSeconds,
        isOpen: isCallListOpen(version, pace, deps.callRules),
        phonesShown: mayReadPhones(user, version, nowEpochSeconds),
      }
      const ranked = await rankVillages(deps, user, version, {
        ...view,
        calls,
        endings,
        district: query.district,
      })
      const listed = ranked.toSorted(byCallOrder).slice(0, query.limit)
      const villages = listed.map((one) => toListedVillage(one, view))
      const callers = villages.flatMap((village) => village.calls.map(({ by }) => by))
      deps.logger.info('CALL_LIST_READ', {
        alertId,
        version: version.version,
        userId: user.id,
        villages: listed.length,
        phonesShown: view.phonesShown,
      })
      return {
        body: {
          alertId,
          number: alert.number,
          version: version.version,
          mode: alert.mode,
          reaches: alert.reaches,
          hazard: alert.hazard,
          level: version.level,
          areas: version.areas,
          state: version.state,
          issuedAtIso: toIso(version.issuedAtEpochSeconds * 1000),
          expiresAtIso: toIso(version.expiresAtEpochSeconds * 1000),
          asOfIso: toIso(nowMs),
          callListOpen: view.isOpen,
          opensAtIso: toIso(callListOpensAt(version, deps.callRules) * 1000),
          phonesShown: view.phonesShown,
          script: fillForAnyone(version.rendered ?? version.texts, callerWords),
          counts: countReasons(ranked),
          villagesLeftOff: ranked.length - listed.length,
          villages,
          people: await namePeople(deps, callers),
        },
      }
    },
    { csv: { render: toCallListCsv }, html: { render: toCallListPage, style: printStyle } },
  )
