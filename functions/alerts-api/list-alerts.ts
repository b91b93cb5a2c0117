import * as z from 'zod'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import type { User } from '../../shared/domain/user.ts'
import { RequestError } from '../../shared/errors.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import type { AlertPage } from '../../shared/store/alert-store.ts'
import { maySee, toAlertSummary } from './alert-view.ts'
import type { AlertsApiDeps } from './deps.ts'

const position = z.object({
  listKey: z.literal('alerts'),
  createdAtIso: z.string().min(1),
  PK: z.string().startsWith('ALERT#'),
  SK: z.literal('ALERT'),
})

const toCursor = (from: AlertPage['next']): string | null =>
  from === undefined ? null : Buffer.from(JSON.stringify(from)).toString('base64url')

const fromCursor = (cursor: string | undefined): AlertPage['next'] => {
  if (cursor === undefined) return undefined
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new RequestError('invalid-request', 'The cursor is none of ours.', [
      { path: 'query.cursor', message: 'Hand back nextCursor of the last page, or leave it out.' },
    ])
  }
}

const positionOf = (alert: AlertRecord): AlertPage['next'] => ({
  listKey: 'alerts',
  createdAtIso: alert.createdAtIso,
  PK: `ALERT#${alert.alertId}`,
  SK: 'ALERT',
})

/** Reads pages until enough alerts of the user's areas were found or there are no more. */
const collect = async (
  deps: AlertsApiDeps,
  user: User,
  limit: number,
  from: AlertPage['next'],
): Promise<AlertPage> => {
  const alerts: AlertRecord[] = []
  let next = from
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
    const page = await deps.alerts.listPage(100, next)
    for (const alert of page.alerts) {
      if (!maySee(user, alert)) continue
      alerts.push(alert)
      if (alerts.length === limit) return { alerts, next: positionOf(alert) }
    }
    next = page.next
  } while (next !== undefined)
  return { alerts, next: undefined }
}

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

/** `GET /v1/alerts`: newest first. */
export const listAlerts = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.listAlerts, async ({ user, query }) => {
    const page = await collect(deps, user, query.limit, fromCursor(query.cursor))
    const series = Map.groupBy(await findVersions(deps, page.alerts), ({ alertId }) => alertId)
    const nowSeconds = toEpochSeconds(deps.clock.nowMs())
    const alerts = page.alerts.flatMap((alert) => {
      const versions = series.get(alert.alertId) ?? []
      const latest = versions.at(-1)
      return latest === undefined ? [] : [toAlertSummary(alert, latest, versions, nowSeconds)]
    })
    return { body: { alerts, nextCursor: toCursor(page.next) } }
  })
