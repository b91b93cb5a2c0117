import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { laneOf } from '../../shared/domain/alert.ts'
import {
  recipientsInLane,
  sumRecipients,
  type RecipientCounts,
} from '../../shared/domain/district-summary.ts'
import type { SmsRate } from '../../shared/domain/estimate-finish.ts'
import { languageFor, renderTexts, type Texts } from '../../shared/domain/render-text.ts'
import { countSmsParts } from '../../shared/domain/sms-parts.ts'
import { languages, type Language } from '../../shared/domain/village.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import { widestStamp } from './check-texts.ts'
import type { AlertsApiDeps } from './deps.ts'
import { findTextWarnings } from './find-text-warnings.ts'
import { resolveAudience } from './resolve-audience.ts'

/** People by the language that they are written to in, and those who would not get their own. */
const byLanguage = (counts: RecipientCounts, texts: Texts) => {
  const reached = new Map<Language, number>()
  const withoutText: { language: Language; recipients: number }[] = []
  for (const own of languages) {
    const recipients = counts[own] ?? 0
    if (recipients === 0) continue
    const { language, fallback } = languageFor(own, texts)
    reached.set(language, (reached.get(language) ?? 0) + recipients)
    if (fallback) withoutText.push({ language: own, recipients })
  }
  return { reached, withoutText }
}

/** Minutes to send so many at the account's rate, to a tenth; null where the rate is unlimited. */
const minutesFor = (slots: number, { perSecond }: SmsRate): number | null =>
  perSecond === 0 ? null : Math.ceil(slots / perSecond / 6) / 10

/** `POST /v1/alerts/preview`: what issuing would do and cost. Writes nothing. */
export const previewAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.previewAlert, async ({ user, body }) => {
    const { counts, villagesExpected } = await resolveAudience(deps, user, body.areas)
    const rendered = renderTexts(body.texts, body.mode, widestStamp(deps.clock.nowMs()))
    const people = recipientsInLane(counts, laneOf(body.kind))
    const { reached, withoutText } = byLanguage(people, rendered)
    const texts = languages.flatMap((language) => {
      const text = rendered[language]
      if (text === undefined) return []
      const { encoding, units, parts, graphemeSafeParts } = countSmsParts(text)
      const recipients = reached.get(language) ?? 0
      return [{ language, rendered: text, encoding, units, parts, graphemeSafeParts, recipients }]
    })
    const parts = texts.reduce((sum, text) => sum + text.parts * text.recipients, 0)
    const recipients = sumRecipients(people)
    return {
      body: {
        villages: counts.villages,
        villagesExpected,
        villagesWithoutContact: counts.villagesWithoutContact,
        villagesWithoutSafePlace: counts.villagesWithoutSafePlace,
        recipients,
        texts,
        parts,
        costUsd: Math.round(parts * deps.pricePerPartUsd * 100) / 100,
        minutes: minutesFor(deps.rate.counts === 'parts' ? parts : recipients, deps.rate),
        warnings: findTextWarnings(texts, withoutText, body.level),
      },
    }
  })
