import type * as z from 'zod'
import { toEpochSeconds, toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { reportVillage } from '../../../shared/contracts/report.ts'
import type { CallOutcome } from '../../../shared/domain/acknowledgement.ts'
import { districtOf } from '../../../shared/domain/area.ts'
import { countsAboveZero, progressOf } from '../../../shared/domain/report.ts'
import { userCovers } from '../../../shared/domain/user.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { isoOf } from '../alert-view.ts'
import { listIssued } from '../calls/find-called.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findVisibleAlert } from '../find-alert.ts'
import { actorsOf, namePeople } from '../name-people.ts'
import { printStyle } from '../print-page.ts'
import { toReportCsv } from './report-csv.ts'
import { toReportPage } from './report-page.ts'
import { costOf, toReportVersion } from './report-version.ts'
import { readReportedVillages, type ReportedVillage } from './report-villages.ts'

const toVillageView = (reported: ReportedVillage): z.input<typeof reportVillage> => ({
  village: reported.code,
  district: districtOf(reported.code),
  nameLo: reported.village?.nameLo ?? '',
  nameEn: reported.village?.nameEn ?? '',
  coverage: reported.shares.at(-1)?.coverage ?? 'no-contact',
  firstHandedOverAtIso: isoOf(reported.handedOverAt),
  firstDeliveredAtIso: isoOf(reported.deliveredAt),
  firstAcknowledgedAtIso: isoOf(reported.acknowledgedAt),
  calls: reported.calls.length,
  versions: reported.shares.map(({ version, coverage, tally }) => ({
    version,
    coverage,
    states: countsAboveZero(tally),
  })),
})

const countCalls = (villages: readonly ReportedVillage[]) => {
  const calls = villages.flatMap((village) => village.calls)
  const byOutcome: Partial<Record<CallOutcome, number>> = {}
  for (const { outcome } of calls) byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1
  return { recorded: calls.length, byOutcome }
}

/** `GET /v1/alerts/{alertId}/report`: what was said, by whom, to whom, and what came of it. Nobody's number is in it. */
export const getReport = (deps: AlertsApiDeps) =>
  bindRoute(
    alertRoutes.getReport,
    async ({ user, params: { alertId }, query: { district } }) => {
      const alert = await findVisibleAlert(deps, user, alertId)
      const [{ versions: issued }, all, calls] = await Promise.all([
        listIssued(deps, alertId),
        deps.alerts.listVersions(alertId),
        deps.calls.listAlert(alertId),
      ])
      const reported = await readReportedVillages(deps, user, issued, calls, district)
      const people = await namePeople(deps, actorsOf(alert, all))
      const versions = all.map((version) => toReportVersion(deps, version, reported))
      const partsHandedOver = versions.reduce((sum, version) => sum + version.partsHandedOver, 0)
      const nowMs = deps.clock.nowMs()
      const [first] = issued
      return {
        body: {
          alertId,
          number: alert.number,
          kind: alert.kind,
          hazard: alert.hazard,
          mode: alert.mode,
          reaches: alert.reaches,
          areas: alert.areas,
          createdBy: alert.createdBy,
          createdAtIso: alert.createdAtIso,
          asOfIso: toIso(nowMs),
          whole: district === undefined && alert.areas.every((area) => userCovers(user, area)),
          versions,
          progress:
            first === undefined
              ? []
              : progressOf(reported, first.issuedAtEpochSeconds, toEpochSeconds(nowMs)),
          calls: countCalls(reported),
          partsHandedOver,
          costUsd: costOf(deps, partsHandedOver),
          villages: reported.map(toVillageView),
          people,
        },
      }
    },
    { csv: { render: toReportCsv }, html: { render: toReportPage, style: printStyle } },
  )
