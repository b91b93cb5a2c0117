import type * as z from 'zod'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { composedText } from '../../../shared/contracts/templates.ts'
import { laneOf } from '../../../shared/domain/alert.ts'
import { checkContent } from '../../../shared/domain/check-content.ts'
import { recipientsInLane } from '../../../shared/domain/district-summary.ts'
import { markScript } from '../../../shared/domain/loudspeaker-script.ts'
import { renderTexts } from '../../../shared/domain/render-text.ts'
import { unreviewedLanguages } from '../../../shared/domain/templates/catalogue.ts'
import { offerShorterSpelling, unitsToSaveAPart } from '../../../shared/domain/text-offers.ts'
import { languages, type Language } from '../../../shared/domain/village.ts'
import { bindRoute } from '../../../shared/middleware/api-types.ts'
import { quietUntil } from '../alert-view.ts'
import type { AlertsApiDeps } from '../deps.ts'
import { findReachFaults, reachOf } from '../drafts/choose-reach.ts'
import { resolveAudience } from '../drafts/resolve-audience.ts'
import { findBudgetUses } from '../limits/find-budget-uses.ts'
import { findOverLimit } from '../limits/month-limit.ts'
import { findDistrictsWithoutDesk, findSlotFaults, widestStamp } from './check-texts.ts'
import { countByLanguage, priceSms } from './count-sms.ts'
import { findTextWarnings } from './find-text-warnings.ts'
import type { TextMeasure } from './measure-dispatches.ts'
import { measureTexts, toTextPreview } from './measure-texts.ts'
import { writeTexts, type TextWish, type WrittenTexts } from './write-texts.ts'

/** Everything that the officer should see of one language. */
const toComposed = (
  language: Language,
  wish: TextWish,
  { texts, scripts }: WrittenTexts,
  rendered: string,
  measure: TextMeasure,
): z.input<typeof composedText> => {
  const text = texts[language] ?? ''
  const preview = toTextPreview(language, rendered, measure)
  return {
    ...preview,
    text,
    safePlaceInOtherLanguage: measure.safePlaceInOtherLanguage,
    safePlaceUnknown: measure.safePlaceUnknown,
    content: checkContent(text, language, wish.level),
    spelling: offerShorterSpelling(text),
    saveAPart: unitsToSaveAPart(preview.rendered),
    script: markScript(scripts[language] ?? '', language, wish.mode),
  }
}

/** `POST /v1/compose`: what an officer should know of a text before it is a draft. Writes nothing. */
export const composeText = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.composeText, async ({ user, body }) => {
    const stamp = widestStamp(deps.clock.nowMs())
    const { written, faults } = writeTexts(body, stamp.number, stamp.issuedAtMs)
    const audience = await resolveAudience(
      deps,
      user,
      body.areas,
      [...faults, ...findReachFaults(deps, body), ...findSlotFaults(written.texts)],
      body.audience,
    )
    const lane = laneOf(body.kind)
    const reaches = reachOf(deps, body)
    const rendered = renderTexts(written.texts, body.mode, stamp)
    const measures = await measureTexts(deps, audience, rendered, lane)
    const texts = languages.flatMap((language) => {
      const one = rendered[language]
      return one === undefined ? [] : [toComposed(language, body, written, one, measures[language])]
    })
    const { withoutText } = countByLanguage(recipientsInLane(audience.counts, lane), rendered)
    return {
      body: {
        mode: body.mode,
        reaches,
        villages: audience.counts.villages,
        villagesExpected: audience.villagesExpected,
        villagesWithoutContact: audience.counts.villagesWithoutContact,
        villagesWithoutSafePlace: audience.counts.villagesWithoutSafePlace,
        villagesOverMonthlyLimit: await findOverLimit(deps, body.kind, audience.districts, body.audience),
        ...priceSms(deps, reaches, {
          recipients: texts.reduce((sum, { recipients }) => sum + recipients, 0),
          parts: texts.reduce((sum, { partsTotal }) => sum + partsTotal, 0),
        }),
        heldByQuietHoursUntilIso: quietUntil(deps, { lane, mode: body.mode }),
        freeText: written.template === undefined,
        unreviewed: written.template === undefined ? [] : unreviewedLanguages(written.template),
        needsSecondPerson: deps.secondPersonLevels.has(body.level),
        texts,
        districtsWithoutDesk: findDistrictsWithoutDesk(rendered, audience),
        fallbackDesk: deps.fallbackDesk ?? null,
        budgets: await findBudgetUses(deps, reaches, {
          districts: audience.districts,
          audience: body.audience,
          lane,
          rendered,
        }),
        warnings: findTextWarnings(texts, withoutText, body.level),
      },
    }
  })
