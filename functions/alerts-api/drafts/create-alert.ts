import type * as z from 'zod'
import { toEpochSeconds, toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { draftBody } from '../../../shared/contracts/alerts.ts'
import type { AlertRecord, VersionRecord } from '../../../shared/contracts/version-record.ts'
import { laneOf } from '../../../shared/domain/alert.ts'
import type { User } from '../../../shared/domain/user.ts'
import { keyReused, notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { nothingOpen } from '../../../shared/progress/nothing-open.ts'
import { digestOf, idOfRequest } from '../../../shared/request-id.ts'
import { readAlertView } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { maySee } from '../find-alert.ts'
import { checkReviewed } from '../texts/check-reviewed.ts'
import { widestStamp } from '../texts/check-texts.ts'
import { writeTexts } from '../texts/write-texts.ts'
import { checkMode } from './check-mode.ts'
import { checkWish, expiryOf } from './check-wish.ts'
import { findReachFaults, reachOf } from './choose-reach.ts'
import type { Audience } from './resolve-audience.ts'

const toRecords = async (
  deps: AlertsApiDeps,
  user: User,
  body: z.output<typeof draftBody>,
  made: { alertId: string; bodyDigest: string; audience: Audience },
): Promise<{ alert: AlertRecord; version: VersionRecord }> => {
  const nowMs = deps.clock.nowMs()
  const createdAtIso = toIso(nowMs)
  const number = await deps.alerts.nextNumber(Number(createdAtIso.slice(0, 4)))
  const { alertId, bodyDigest, audience } = made
  const { kind, hazard, mode, level, template, audience: filter } = body
  const reaches = reachOf(deps, body)
  return {
    alert: {
      alertId,
      number,
      kind,
      hazard,
      mode,
      reaches,
      areas: audience.areas,
      latestVersion: 1,
      createdAtIso,
      createdBy: user.id,
      bodyDigest,
    },
    version: {
      alertId,
      version: 1,
      number,
      state: 'draft',
      level,
      lane: laneOf(kind),
      mode,
      reaches,
      areas: audience.areas,
      districts: audience.districts,
      ...(filter === undefined ? {} : { audience: filter }),
      texts: writeTexts(body, number, nowMs).written.texts,
      template,
      bodyDigest,
      expiresAtEpochSeconds: toEpochSeconds(expiryOf(deps, body)),
      revision: 1,
      authors: new Set([user.id]),
      history: [{ action: 'create', by: user.id, atIso: createdAtIso }],
      ...nothingOpen(),
    },
  }
}

/**
 * `POST /v1/alerts`: writes the draft of an alert's first version. The id comes from user and Idempotency-Key, so
 * the same request again finds the same alert, and the same key with another body is refused.
 */
export const createAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.createAlert, async ({ user, body, idempotencyKey }) => {
    const alertId = idOfRequest('alert', user.id, idempotencyKey)
    const bodyDigest = digestOf(body)
    if ((await deps.alerts.find(alertId)) === undefined) {
      const nowMs = deps.clock.nowMs()
      const { written, faults } = writeTexts(body, widestStamp(nowMs).number, nowMs)
      const audience = await checkWish(deps, user, { ...body, texts: written.texts }, [
        ...faults,
        ...findReachFaults(deps, body),
      ])
      checkMode(deps, body.mode)
      checkReviewed(deps, body.mode, written.template)
      const records = await toRecords(deps, user, body, { alertId, bodyDigest, audience })
      await deps.alerts.create(records.alert, records.version)
    }
    const alert = await deps.alerts.find(alertId)
    if (alert !== undefined && !maySee(user, alert)) throw notFound('alert')
    if (alert?.bodyDigest !== bodyDigest) {
      throw keyReused('alert')
    }
    const answer = await readAlertView(deps, alert)
    return { body: answer, etag: answer.etag }
  })
