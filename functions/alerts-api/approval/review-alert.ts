import { toEpochSeconds, toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { userCovers } from '../../../shared/domain/user.ts'
import { keyReused, notFound, RequestError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { idOfRequest } from '../../../shared/request-id.ts'
import { readAlertView } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findEarlier, findVisibleAlert, readAgain } from '../find-alert.ts'
import { checkIsAnother } from './check-is-another.ts'

const reviewedAlready = (): RequestError =>
  new RequestError('wrong-state', {
    en: 'Nothing of this alert waits for a review. Nothing was changed.',
    lo: 'ບໍ່ມີຫຍັງຂອງຄຳເຕືອນນີ້ລໍຖ້າການກວດຄືນ. ບໍ່ມີຫຍັງປ່ຽນ.',
  })

/** The version that waits longest for a review, or the one that this request reviewed before. */
const findToReview = (versions: readonly VersionRecord[], requestId: string): VersionRecord | undefined =>
  versions.find((version) => findEarlier(version, requestId) !== undefined) ??
  versions.find(
    ({ reviewDueAtEpochSeconds, review }) => reviewDueAtEpochSeconds !== undefined && review === undefined,
  )

/** Who did alone what is to be reviewed: the one who issued it. */
const doersOf = ({ history, breakGlass }: VersionRecord): string[] => [
  ...(breakGlass === undefined ? [] : [breakGlass.by]),
  ...history.filter(({ action }) => action === 'issue-alone').map(({ by }) => by),
]

/** `POST /v1/alerts/{alertId}/review`: another officer says what to think of what one did alone. */
export const reviewAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.reviewAlert, async ({ user, params, body, idempotencyKey }) => {
    const alert = await findVisibleAlert(deps, user, params.alertId)
    const requestId = idOfRequest('review', user.id, idempotencyKey)
    const versions = await deps.alerts.listVersions(alert.alertId)
    const version = findToReview(versions, requestId)
    const covered = version ?? versions.at(-1)
    if (covered?.areas.every((area) => userCovers(user, area)) !== true) throw notFound('alert')
    if (version === undefined) throw reviewedAlready()
    const earlier = findEarlier(version, requestId)
    if (earlier !== undefined && version.review?.note !== body.note) throw keyReused('review')
    if (earlier === undefined) {
      await checkIsAnother(deps, user, doersOf(version))
      const nowMs = deps.clock.nowMs()
      await deps.approvals.review(
        version,
        { ...body, by: user.id, atEpochSeconds: toEpochSeconds(nowMs) },
        { action: 'review', by: user.id, atIso: toIso(nowMs), note: body.note, requestId },
      )
      if (findEarlier(await readAgain(deps, version), requestId) === undefined) throw reviewedAlready()
    }
    return { body: await readAlertView(deps, alert) }
  })
