import type * as z from 'zod'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { updateBody } from '../../../shared/contracts/follow-up.ts'
import type { User } from '../../../shared/domain/user.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { readAlertView } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { checkMode } from '../drafts/check-mode.ts'
import { expiryOf } from '../drafts/check-wish.ts'
import { checkReviewed } from '../texts/check-reviewed.ts'
import { writeTexts } from '../texts/write-texts.ts'
import { toldLevel } from '../told-so-far.ts'
import { resolveUpdate } from './resolve-update.ts'
import { writeFollowUp, type FollowUp, type Series } from './write-follow-up.ts'

/** What an update says, to whom: everybody of before, and who is added. */
const decideUpdate = async (
  deps: AlertsApiDeps,
  user: User,
  { alert, versions, issued, told }: Series,
  body: z.output<typeof updateBody>,
): Promise<FollowUp> => {
  const level = body.level ?? toldLevel(versions)
  const use = { kind: alert.kind, hazard: alert.hazard, mode: alert.mode, level }
  const { written, faults } = writeTexts({ ...use, ...body, level }, alert.number, deps.clock.nowMs())
  const { texts } = written
  const wish = {
    ...use,
    areas: body.areas ?? told,
    texts,
    expiresAtIso: body.expiresAtIso,
    audience: issued[0]?.audience,
  }
  const audience = await resolveUpdate(deps, user, versions, wish, faults)
  checkMode(deps, alert.mode)
  checkReviewed(deps, alert.mode, written.template)
  return { level, ...audience, texts, template: body.template, expiresAtMs: expiryOf(deps, wish) }
}

/** `POST /v1/alerts/{alertId}/update`: the next version as a draft, to everyone so far and in areas that are added. */
export const updateAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.updateAlert, async ({ user, params, body, idempotencyKey }) => {
    const request = { user, alertId: params.alertId, idempotencyKey, body }
    const { alert } = await writeFollowUp(deps, 'update', request, {
      mustCover: (told) => told,
      decide: (series) => decideUpdate(deps, user, series, body),
    })
    const answer = await readAlertView(deps, alert)
    return { body: answer, etag: answer.etag }
  })
