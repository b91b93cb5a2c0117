import type * as z from 'zod'
import { toIso } from '../../../shared/clock.ts'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { recipientView } from '../../../shared/contracts/board.ts'
import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { districtOf } from '../../../shared/domain/area.ts'
import { tallyOf, type Recipient } from '../../../shared/domain/dispatch.ts'
import { maskPhoneNumber } from '../../../shared/domain/phone-number.ts'
import { languageFor } from '../../../shared/domain/render-text.ts'
import type { Village } from '../../../shared/domain/village.ts'
import { notFound } from '../../../shared/errors.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { coverageOfVillage } from '../../../shared/progress/called-village.ts'
import { toCallViews } from '../calls/call-view.ts'
import { isConcerned } from '../calls/find-called.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findVersionOf, findVisibleAlert } from '../find-alert.ts'
import { namePeople } from '../name-people.ts'
import { villageTexts } from './village-texts.ts'

const toRecipientView = (
  recipient: Recipient,
  version: VersionRecord,
  village: Village | undefined,
): z.input<typeof recipientView> => {
  const { language, fallback } = languageFor(recipient.language, version.rendered ?? version.texts)
  const member = village?.members.find(({ id }) => id === recipient.memberId)
  return {
    memberId: recipient.memberId,
    name: member?.name ?? null,
    phone: maskPhoneNumber(recipient.phone),
    language,
    languageFallback: fallback,
    lettersFallback: language === 'lo' && member?.script === 'latin',
    wave: recipient.wave,
    state: recipient.state,
    attempts: recipient.attempts,
    possibleDuplicate: recipient.possibleDuplicate,
    resent: recipient.attemptsBefore !== undefined,
    sharedWithVillage: recipient.sharedWith ?? null,
    reason: recipient.reason ?? null,
    gatewayMessageId: recipient.gatewayMessageId ?? null,
    changedAtIso:
      recipient.changedAtEpochSeconds === undefined ? null : toIso(recipient.changedAtEpochSeconds * 1000),
  }
}

/** `GET /v1/alerts/{alertId}/villages/{code}`: what became of each recipient; phones stay masked. */
export const getBoardVillage = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.getBoardVillage, async ({ user, params, query }) => {
    const alert = await findVisibleAlert(deps, user, params.alertId)
    const version = await findVersionOf(deps, alert, query.version)
    const [dispatch, village, calls, summary] = await Promise.all([
      deps.dispatches.find({
        alertId: alert.alertId,
        version: version.version,
        district: districtOf(params.code),
        village: params.code,
      }),
      deps.villages.find(params.code),
      deps.calls.find(alert.alertId, params.code),
      deps.summaries.find(districtOf(params.code)),
    ])
    if (!isConcerned(version, { code: params.code, village, dispatch }))
      throw notFound('village of this alert')
    const recipients = dispatch?.recipients ?? []
    return {
      body: {
        alertId: alert.alertId,
        version: version.version,
        mode: version.mode,
        reaches: version.reaches,
        village: params.code,
        nameLo: village?.nameLo ?? '',
        nameEn: village?.nameEn ?? '',
        lane: version.lane,
        coverage: coverageOfVillage({ code: params.code, version, village, dispatch }, calls),
        tally: tallyOf(recipients),
        texts: villageTexts(
          { version, village, dispatch, desk: summary.deskPhone ?? deps.fallbackDesk },
          params.code,
        ),
        recipients: recipients.map((recipient) => toRecipientView(recipient, version, village)),
        acknowledgements: toCallViews(calls, village),
        people: await namePeople(
          deps,
          calls.map(({ by }) => by),
        ),
      },
    }
  })
