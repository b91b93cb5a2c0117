import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import { laneOf } from '../../../shared/domain/alert.ts'
import { recipientsInLane, sumRecipients } from '../../../shared/domain/district-summary.ts'
import { renderTexts } from '../../../shared/domain/render-text.ts'
import { languages } from '../../../shared/domain/village.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { quietUntil } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findBudgetUses } from '../limits/find-budget-uses.ts'
import { findOverLimit } from '../limits/month-limit.ts'
import { findDistrictsWithoutDesk, findSlotFaults, widestStamp } from '../texts/check-texts.ts'
import { countByLanguage, priceSms } from '../texts/count-sms.ts'
import { findTextWarnings } from '../texts/find-text-warnings.ts'
import { measureTexts, toTextPreview } from '../texts/measure-texts.ts'
import { findReachFaults, reachOf } from './choose-reach.ts'
import { resolveAudience } from './resolve-audience.ts'

/** `POST /v1/alerts/preview`: what issuing would do and cost. Writes nothing. */
export const previewAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.previewAlert, async ({ user, body }) => {
    const audience = await resolveAudience(
      deps,
      user,
      body.areas,
      [...findReachFaults(deps, body), ...findSlotFaults(body.texts)],
      body.audience,
    )
    const { counts, villagesExpected } = audience
    const lane = laneOf(body.kind)
    const reaches = reachOf(deps, body)
    const rendered = renderTexts(body.texts, body.mode, widestStamp(deps.clock.nowMs()))
    const people = recipientsInLane(counts, lane)
    const measures = await measureTexts(deps, audience, rendered, lane)
    const texts = languages.flatMap((language) => {
      const text = rendered[language]
      return text === undefined ? [] : [toTextPreview(language, text, measures[language])]
    })
    const parts = texts.reduce((sum, { partsTotal }) => sum + partsTotal, 0)
    return {
      body: {
        mode: body.mode,
        reaches,
        villages: counts.villages,
        villagesExpected,
        villagesWithoutContact: counts.villagesWithoutContact,
        villagesWithoutSafePlace: counts.villagesWithoutSafePlace,
        villagesOverMonthlyLimit: await findOverLimit(deps, body.kind, audience.districts, body.audience),
        ...priceSms(deps, reaches, { recipients: sumRecipients(people), parts }),
        heldByQuietHoursUntilIso: quietUntil(deps, { lane, mode: body.mode }),
        texts,
        budgets: await findBudgetUses(deps, reaches, {
          districts: audience.districts,
          audience: body.audience,
          lane,
          rendered,
        }),
        districtsWithoutDesk: findDistrictsWithoutDesk(rendered, audience),
        fallbackDesk: deps.fallbackDesk ?? null,
        warnings: findTextWarnings(texts, countByLanguage(people, rendered).withoutText, body.level),
      },
    }
  })
