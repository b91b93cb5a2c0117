import { toEpochSeconds } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { localTime } from '../../../shared/domain/render-text.ts'
import type { Words } from '../../../shared/domain/wording.ts'
import { keyReused, RequestError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { issueVersion } from '../../../shared/progress/issue-version.ts'
import { idOfRequest } from '../../../shared/request-id.ts'
import { isoOf, readAlertView } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { checkAsRead } from '../drafts/check-as-read.ts'
import { checkMode } from '../drafts/check-mode.ts'
import { findDrafted } from '../drafts/find-drafted.ts'
import { findEarlier, readAgain } from '../find-alert.ts'
import { countPastCeiling, giveBackCeiling, holdToCeiling } from '../limits/hold-to-ceiling.ts'
import { sendOn } from '../send-on.ts'
import { wrongState } from '../wrong-state.ts'
import { checkStillHolds } from './check-still-holds.ts'
import { checkVillagesStand } from './check-villages-stand.ts'
import { refuseBesideActual } from './find-clashes.ts'

const refuse = (detail: Words): never => {
  throw new RequestError('break-glass-refused', detail)
}

/** Throws unless the stage lets one officer issue this level alone by now. */
const checkMayBreakGlass = (deps: AlertsApiDeps, version: VersionRecord): void => {
  if (version.state !== 'draft' && version.state !== 'submitted') throw wrongState(version, 'issue')
  if (!deps.secondPersonLevels.has(version.level)) {
    refuse({
      en: 'This level needs no second person: submit it, and it goes out.',
      lo: 'ລະດັບນີ້ບໍ່ຕ້ອງມີຄົນທີສອງ: ສະເໜີ ແລ້ວມັນຈະອອກເລີຍ.',
    })
  }
  const minutes = deps.breakGlassMinutes[version.level]
  if (minutes === undefined) {
    refuse({
      en: `Nobody issues a version of level ${version.level} alone: it needs a second person.`,
      lo: 'ລະດັບນີ້ອອກຄົນດຽວບໍ່ໄດ້: ຕ້ອງມີຄົນທີສອງ.',
    })
    return
  }
  if (minutes === 0) return
  const since = version.submission?.atEpochSeconds
  if (since === undefined) {
    refuse({
      en: `Submit it first: after ${minutes} minutes without an answer you may issue it alone.`,
      lo: `ສະເໜີກ່ອນ: ຫຼັງຈາກ ${minutes} ນາທີ ຖ້າບໍ່ມີໃຜຕອບ ທ່ານອອກຄົນດຽວໄດ້.`,
    })
    return
  }
  const fromSeconds = since + minutes * 60
  if (toEpochSeconds(deps.clock.nowMs()) < fromSeconds) {
    const until = isoOf(fromSeconds) ?? ''
    refuse({
      en: `Others have until ${until} to answer; after that you may issue it alone.`,
      lo: `ຄົນອື່ນມີເວລາຕອບຮອດ ${localTime(fromSeconds * 1000)}; ຫຼັງຈາກນັ້ນ ທ່ານອອກຄົນດຽວໄດ້.`,
    })
  }
}

/** `POST /v1/alerts/{alertId}/break-glass`: one officer issues alone, and another one reviews it afterwards. */
export const breakGlass = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.breakGlass, async ({ user, params, body, idempotencyKey, ifMatch }) => {
    const requestId = idOfRequest('break-glass', user.id, idempotencyKey)
    const { alert, version } = await findDrafted(deps, user, params.alertId, requestId)
    const earlier = findEarlier(version, requestId)
    if (earlier !== undefined && earlier.note !== body.reason) throw keyReused('break-glass')
    if (earlier === undefined) {
      checkMayBreakGlass(deps, version)
      checkAsRead(version, ifMatch)
      checkMode(deps, alert.mode)
      checkStillHolds(deps, version)
      await checkVillagesStand(deps, version)
      await refuseBesideActual(deps, version)
      await holdToCeiling(deps, version, user, version.submission?.headCount)
      const nowSeconds = toEpochSeconds(deps.clock.nowMs())
      await issueVersion(deps, version, {
        action: 'break-glass',
        by: user.id,
        note: body.reason,
        requestId,
        breakGlass: { by: user.id, atEpochSeconds: nowSeconds, reason: body.reason },
        reviewDueAtEpochSeconds: nowSeconds + deps.reviewHours * 3600,
      })
    }
    const now = await readAgain(deps, version)
    await giveBackCeiling(deps, now, user)
    if (findEarlier(now, requestId) === undefined) throw wrongState(now, 'issue-alone')
    await sendOn(deps, now, user.id)
    await countPastCeiling(deps, now, user)
    deps.logger.warn('GLASS_BROKEN', { alertId: alert.alertId, version: now.version, userId: user.id })
    return { body: await readAlertView(deps, alert) }
  })
