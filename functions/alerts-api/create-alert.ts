import type * as z from 'zod'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import type { alertBody } from '../../shared/contracts/alerts.ts'
import type { AlertRecord, VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds, toIso } from '../../shared/clock.ts'
import { laneOf } from '../../shared/domain/alert.ts'
import { recipientsInLane, sumRecipients } from '../../shared/domain/district-summary.ts'
import type { User } from '../../shared/domain/user.ts'
import { keyReused, notFound, RequestError, type FieldError } from '../../shared/errors.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import { digestOf, idOfRequest } from '../../shared/request-id.ts'
import { maySee, readAlertView } from './alert-view.ts'
import { findTextFaults, widestStamp } from './check-texts.ts'
import type { AlertsApiDeps } from './deps.ts'
import { resolveAudience, type Audience } from './resolve-audience.ts'

type Body = z.output<typeof alertBody>

/** Longer than this nobody knows what the river does; a routine message may wait for its season. */
const longestLifeDays = { urgent: 7, routine: 30 } as const
const dayMs = 24 * 3600 * 1000

const findExpiryFaults = (body: Body, nowMs: number): FieldError[] => {
  const lifeMs = Date.parse(body.expiresAtIso) - nowMs
  const mostDays = longestLifeDays[laneOf(body.kind)]
  if (lifeMs <= 0)
    return [{ path: 'body.expiresAtIso', message: 'Lies in the past: say until when the message holds.' }]
  return lifeMs > mostDays * dayMs
    ? [{ path: 'body.expiresAtIso', message: `Lies more than ${mostDays} days ahead: give an earlier time.` }]
    : []
}

const findLevelFaults = (body: Body): FieldError[] =>
  body.kind === 'preparedness' && body.level !== 'prepare'
    ? [
        {
          path: 'body.level',
          message: 'A preparedness message has the level prepare; choose another kind for a danger.',
        },
      ]
    : []

/** Everything that can be said against the body without reading the roster. */
const findBodyFaults = (body: Body, nowMs: number): FieldError[] => [
  ...findExpiryFaults(body, nowMs),
  ...findLevelFaults(body),
  ...findTextFaults(body.texts, body.mode, widestStamp(nowMs)),
]

const checkMode = (deps: AlertsApiDeps, body: Body): void => {
  if (body.mode === 'actual' && !deps.actualAllowed) {
    throw new RequestError(
      'actual-not-allowed',
      'This installation may not send actual alerts yet: use exercise or test.',
      [{ path: 'body.mode', message: 'Must be exercise or test here.' }],
    )
  }
}

/** Names every fault of body and areas at once. */
const checkAudience = async (deps: AlertsApiDeps, user: User, body: Body): Promise<Audience> => {
  const audience = await resolveAudience(deps, user, body.areas, findBodyFaults(body, deps.clock.nowMs()))
  if (sumRecipients(recipientsInLane(audience.counts, laneOf(body.kind))) === 0) {
    throw new RequestError('no-recipients', 'Nobody in these areas gets SMS. Nothing was changed.', [
      { path: 'body.areas', message: 'No village here has a contact: add members to the roster first.' },
    ])
  }
  return audience
}

const toRecords = async (
  deps: AlertsApiDeps,
  user: User,
  body: Body,
  made: { alertId: string; bodyDigest: string; audience: Audience },
): Promise<{ alert: AlertRecord; version: VersionRecord }> => {
  const nowMs = deps.clock.nowMs()
  const createdAtIso = toIso(nowMs)
  const number = await deps.alerts.nextNumber(Number(createdAtIso.slice(0, 4)))
  const { alertId, bodyDigest, audience } = made
  const { kind, hazard, mode, level, texts } = body
  const nothing = new Set<string>()
  return {
    alert: {
      alertId,
      number,
      kind,
      hazard,
      mode,
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
      areas: audience.areas,
      districts: audience.districts,
      texts,
      bodyDigest,
      expiresAtEpochSeconds: toEpochSeconds(Date.parse(body.expiresAtIso)),
      history: [{ action: 'create', by: user.id, atIso: createdAtIso }],
      fanOutOpen: nothing,
      firstTurnOpen: nothing,
      workOpen: nothing,
      doubtful: nothing,
      secondWaveToQueue: nothing,
      wavesToQueue: nothing,
      resendToQueue: nothing,
      resends: [],
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
      const audience = await checkAudience(deps, user, body)
      checkMode(deps, body)
      const records = await toRecords(deps, user, body, { alertId, bodyDigest, audience })
      await deps.alerts.create(records.alert, records.version)
    }
    const alert = await deps.alerts.find(alertId)
    if (alert !== undefined && !maySee(user, alert)) throw notFound('alert')
    if (alert?.bodyDigest !== bodyDigest) {
      throw keyReused('alert')
    }
    return { body: await readAlertView(deps, alert) }
  })
