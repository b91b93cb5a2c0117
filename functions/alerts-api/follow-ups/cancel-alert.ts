import type * as z from 'zod'
import { toEpochSeconds, toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { cancelBody } from '../../../shared/contracts/follow-up.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { cancel } from '../../../shared/domain/templates/cancel.ts'
import type { User } from '../../../shared/domain/user.ts'
import { invalidRequest } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { issueVersion } from '../../../shared/progress/issue-version.ts'
import { watchNotices } from '../../../shared/progress/tell-notices.ts'
import { readAlertView } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { expiryOf, findWishFaults } from '../drafts/check-wish.ts'
import { readAgain } from '../find-alert.ts'
import { countPastCeiling } from '../limits/hold-to-ceiling.ts'
import { sendOn } from '../send-on.ts'
import { checkReviewed } from '../texts/check-reviewed.ts'
import { writeTexts } from '../texts/write-texts.ts'
import { toldDistricts } from '../told-so-far.ts'
import { wrongState } from '../wrong-state.ts'
import { checkMayTakeBack } from './check-may-take-back.ts'
import { writeFollowUp, type FollowUp, type Series } from './write-follow-up.ts'

type Body = z.output<typeof cancelBody>

const templateSpeaks = { template: { id: cancel.id, version: cancel.version, slots: {} } }

/** What a cancel says, to those who may have read what it takes back. A missing desk number holds no cancel up. */
const decideCancel = async (
  deps: AlertsApiDeps,
  user: User,
  { alert, issued, told }: Series,
  body: Body,
): Promise<FollowUp> => {
  await checkMayTakeBack(deps, user, issued, told)
  const nowMs = deps.clock.nowMs()
  const use = { kind: alert.kind, hazard: alert.hazard, mode: alert.mode, level: 'cancel' as const }
  const isSaid = body?.texts !== undefined || body?.template !== undefined
  const words = isSaid ? { texts: body.texts, template: body.template } : templateSpeaks
  const { written, faults } = writeTexts({ ...use, ...words }, alert.number, nowMs)
  const { texts } = written
  const wish = { ...use, areas: told, texts }
  const all = [...faults, ...findWishFaults(wish, nowMs)]
  if (all.length > 0) {
    throw invalidRequest(all)
  }
  checkReviewed(deps, alert.mode, written.template)
  const nowSeconds = toEpochSeconds(nowMs)
  return {
    level: use.level,
    areas: told,
    districts: toldDistricts(issued),
    texts,
    template: words.template,
    expiresAtMs: expiryOf(deps, wish),
    note: body?.reason,
    marks: {
      reviewDueAtEpochSeconds: nowSeconds + deps.reviewHours * 3600,
      // Who dies before they issue it has taken it back all the same: `tick` goes on.
      dueAtEpochSeconds: nowSeconds + deps.recoverySeconds,
    },
  }
}

/** What waits to be sent is dropped: nothing may go out after its cancel. False where somebody was quicker. */
const dropOpen = async (deps: AlertsApiDeps, user: User, open: VersionRecord): Promise<boolean> => {
  await watchNotices(deps, open)
  return deps.approvals.sendBack(open, 'reject', {
    action: 'reject',
    by: user.id,
    atIso: toIso(deps.clock.nowMs()),
    because: 'alert-cancelled',
  })
}

/**
 * `POST /v1/alerts/{alertId}/cancel`: it was sent by mistake. Who issued it does so alone, or the province, at once;
 * another officer reviews it afterwards.
 */
export const cancelAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.cancelAlert, async ({ user, params, body, idempotencyKey }) => {
    const request = { user, alertId: params.alertId, idempotencyKey, body }
    const { alert, version } = await writeFollowUp(deps, 'cancel', request, {
      mustCover: (told) => told,
      decide: (series) => decideCancel(deps, user, series, body),
      drop: (open) => dropOpen(deps, user, open),
    })
    if (version.state === 'draft') await issueVersion(deps, version, { action: 'issue-alone', by: user.id })
    const now = await readAgain(deps, version)
    if (now.issuedAtEpochSeconds === undefined) throw wrongState(now, 'issue')
    await sendOn(deps, now, user.id)
    await countPastCeiling(deps, now, user)
    deps.logger.warn('ALERT_CANCELLED', { alertId: alert.alertId, version: now.version, userId: user.id })
    return { body: await readAlertView(deps, alert) }
  })
