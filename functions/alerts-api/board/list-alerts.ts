import pMap from 'p-map'
import type * as z from 'zod'
import { toEpochSeconds } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { alertSummary, listedAlert } from '../../../shared/contracts/alerts.ts'
import type { AlertRecord, VersionRecord } from '../../../shared/contracts/version-record.ts'
import { isLive } from '../../../shared/domain/is-live.ts'
import type { User } from '../../../shared/domain/user.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { accountStopView, toAlertSummary } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { maySee } from '../find-alert.ts'
import { issuedOf } from '../told-so-far.ts'
import { cursorOf, walkList } from '../walk-list.ts'
import { countVillages } from './count-villages.ts'

type Summary = z.input<typeof alertSummary>
type Listed = { summary: Summary; versions: VersionRecord[] }

/**
 * A page is looked for among the next 2,000 alerts of the country, of what is open among 500; of the newest ten that
 * are live villages are counted.
 */
const mostPages = { open: 5, all: 20 }
const mostCounted = 10
const boardsAtATime = { concurrency: 4 }

const cursor = cursorOf('alerts', 'ALERT')

/** Every version of the alerts, by number: most have one, and those are read together. */
const findVersions = async (
  deps: Pick<AlertsApiDeps, 'alerts'>,
  alerts: readonly AlertRecord[],
): Promise<VersionRecord[]> => {
  const [single, ...series] = await Promise.all([
    deps.alerts.findLatestVersions(alerts.filter(({ latestVersion }) => latestVersion === 1)),
    ...alerts
      .filter(({ latestVersion }) => latestVersion > 1)
      .map(({ alertId }) => deps.alerts.listVersions(alertId)),
  ])
  return [...single, ...series.flat()]
}

const readListed = async (
  deps: Pick<AlertsApiDeps, 'alerts' | 'clock'>,
  alerts: readonly AlertRecord[],
): Promise<Listed[]> => {
  const series = Map.groupBy(await findVersions(deps, alerts), ({ alertId }) => alertId)
  const nowSeconds = toEpochSeconds(deps.clock.nowMs())
  return alerts.flatMap((alert) => {
    const versions = series.get(alert.alertId) ?? []
    const latest = versions.at(-1)
    return latest === undefined
      ? []
      : [{ summary: toAlertSummary(alert, latest, versions, nowSeconds), versions }]
  })
}

/** Whether people live by it, it was approved and did not go out, or somebody of the office still has to look at it. */
const isOpen = (summary: Summary, nowMs: number): boolean =>
  isLive(summary, nowMs) ||
  summary.waitsForApprovalSinceIso !== null ||
  summary.state === 'approved' ||
  summary.reviewOverdue

/** The list with how far the villages of the newest live ones are. */
const withVillages = (
  deps: AlertsApiDeps,
  user: User,
  listed: readonly Listed[],
): Promise<z.input<typeof listedAlert>[]> => {
  const nowMs = deps.clock.nowMs()
  const counted = new Set(listed.filter(({ summary }) => isLive(summary, nowMs)).slice(0, mostCounted))
  return pMap(
    listed,
    async (one) => {
      const told = counted.has(one) ? issuedOf(one.versions).at(-1) : undefined
      const villages = told === undefined ? null : await countVillages(deps, user, told)
      return { ...one.summary, villages }
    },
    boardsAtATime,
  )
}

/** `GET /v1/alerts`: newest first. */
export const listAlerts = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.listAlerts, async ({ user, query }) => {
    const onlyOpen = query.open !== undefined
    const nowMs = deps.clock.nowMs()
    const walk = walkList(
      {
        readPage: async (from) => {
          const page = await deps.alerts.listPage(100, from)
          return { items: page.alerts, next: page.next }
        },
        pick: async (alerts, room) => {
          const seen = alerts.filter((alert) => maySee(user, alert))
          const listed = await readListed(deps, onlyOpen ? seen : seen.slice(0, room))
          return onlyOpen ? listed.filter(({ summary }) => isOpen(summary, nowMs)) : listed
        },
        positionOf: ({ summary }) => cursor.at(summary.createdAtIso, summary.alertId),
        limit: query.limit,
        mostPages: onlyOpen ? mostPages.open : mostPages.all,
      },
      cursor.read(query.cursor),
    )
    const [{ found, next }, halts] = await Promise.all([walk, deps.halts.find()])
    return {
      body: {
        alerts: await (onlyOpen
          ? withVillages(deps, user, found)
          : found.map(({ summary }) => ({ ...summary, villages: null }))),
        nextCursor: cursor.write(next),
        ...accountStopView(halts),
      },
    }
  })
