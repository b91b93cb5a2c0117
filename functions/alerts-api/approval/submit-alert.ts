import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { versionStateLabels } from '../../../shared/domain/state-labels.ts'
import { RequestError } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { issueVersion } from '../../../shared/progress/issue-version.ts'
import { submitVersion } from '../../../shared/progress/submit-version.ts'
import { idOfRequest } from '../../../shared/request-id.ts'
import { readAlertView } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { checkAsRead } from '../drafts/check-as-read.ts'
import { checkMode } from '../drafts/check-mode.ts'
import { findDrafted } from '../drafts/find-drafted.ts'
import { findEarlier, readAgain } from '../find-alert.ts'
import { countPastCeiling, giveBackCeiling, holdToCeiling } from '../limits/hold-to-ceiling.ts'
import { inMonthPlaces } from '../limits/month-limit.ts'
import { sendOn } from '../send-on.ts'
import { checkStillHolds } from './check-still-holds.ts'
import { checkVillagesStand } from './check-villages-stand.ts'
import { refuseBesideLive } from './find-clashes.ts'

/** Throws where another request was quicker, with what became of the version. */
const checkWasThis = (now: VersionRecord, requestId: string): void => {
  if (findEarlier(now, requestId) !== undefined) return
  if (now.state === 'draft') {
    throw new RequestError('changed-meanwhile', {
      en: 'Somebody has edited this draft meanwhile. Read it again.',
      lo: 'ມີຄົນແກ້ຮ່າງນີ້ໃນລະຫວ່າງນີ້. ອ່ານຄືນ.',
    })
  }
  throw new RequestError('wrong-state', {
    en: `This version is ${now.state} already. Nothing was sent again.`,
    lo: `ສະບັບນີ້ບໍ່ແມ່ນຮ່າງແລ້ວ (${versionStateLabels[now.state].lo}). ບໍ່ມີຫຍັງຖືກສົ່ງຊ້ຳ.`,
  })
}

/**
 * `POST /v1/alerts/{alertId}/submit`: hands the draft to a second person, or issues it where its level needs none. The
 * same Idempotency-Key again answers the same; whoever comes second with another key is told the state.
 */
export const submitAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.submitAlert, async ({ user, params, body, idempotencyKey, ifMatch }) => {
    const requestId = idOfRequest('issue', user.id, idempotencyKey)
    const { alert, version } = await findDrafted(deps, user, params.alertId, requestId)
    checkMode(deps, alert.mode)
    const reason = body?.overLimitReason
    const wish = { by: user.id, requestId, ...(reason === undefined ? {} : { note: reason }) }
    if (version.state === 'draft' && findEarlier(version, requestId) === undefined) {
      checkAsRead(version, ifMatch)
      checkStillHolds(deps, version)
      await checkVillagesStand(deps, version)
      await refuseBesideLive(deps, alert, version, body?.besidesAlertId)
      const goesOut = !deps.secondPersonLevels.has(version.level)
      if (goesOut) await holdToCeiling(deps, version, user)
      await inMonthPlaces(deps, version, reason !== undefined, () =>
        !goesOut
          ? submitVersion(deps, version, wish)
          : issueVersion(deps, version, { action: 'issue-alone', ...wish }),
      )
    }
    const now = await readAgain(deps, version)
    await giveBackCeiling(deps, now, user)
    checkWasThis(now, requestId)
    // Also where the answer to one's own write was lost: a hint too many does no harm.
    await sendOn(deps, now, user.id)
    if (now.issuedAtEpochSeconds !== undefined) await countPastCeiling(deps, now, user)
    return { body: await readAlertView(deps, alert) }
  })
