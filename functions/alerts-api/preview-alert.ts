import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import { laneOf } from '../../shared/domain/alert.ts'
import { recipientsInLane, sumRecipients } from '../../shared/domain/district-summary.ts'
import { renderTexts } from '../../shared/domain/render-text.ts'
import { countSmsParts } from '../../shared/domain/sms-parts.ts'
import { languages } from '../../shared/domain/village.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import { widestStamp } from './check-texts.ts'
import { countByLanguage, priceSms } from './count-sms.ts'
import type { AlertsApiDeps } from './deps.ts'
import { findTextWarnings } from './find-text-warnings.ts'
import { resolveAudience } from './resolve-audience.ts'

/** `POST /v1/alerts/preview`: what issuing would do and cost. Writes nothing. */
export const previewAlert = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.previewAlert, async ({ user, body }) => {
    const { counts, villagesExpected } = await resolveAudience(deps, user, body.areas)
    const rendered = renderTexts(body.texts, body.mode, widestStamp(deps.clock.nowMs()))
    const people = recipientsInLane(counts, laneOf(body.kind))
    const { reached, withoutText } = countByLanguage(people, rendered)
    const texts = languages.flatMap((language) => {
      const text = rendered[language]
      if (text === undefined) return []
      const { encoding, units, parts, graphemeSafeParts } = countSmsParts(text)
      const recipients = reached.get(language) ?? 0
      return [{ language, rendered: text, encoding, units, parts, graphemeSafeParts, recipients }]
    })
    const parts = texts.reduce((sum, text) => sum + text.parts * text.recipients, 0)
    return {
      body: {
        villages: counts.villages,
        villagesExpected,
        villagesWithoutContact: counts.villagesWithoutContact,
        villagesWithoutSafePlace: counts.villagesWithoutSafePlace,
        ...priceSms(deps, { recipients: sumRecipients(people), parts }),
        texts,
        warnings: findTextWarnings(texts, withoutText, body.level),
      },
    }
  })
