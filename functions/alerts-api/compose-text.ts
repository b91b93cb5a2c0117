import type * as z from 'zod'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import type { composedText } from '../../shared/contracts/templates.ts'
import { laneOf } from '../../shared/domain/alert.ts'
import { checkContent } from '../../shared/domain/check-content.ts'
import { recipientsInLane } from '../../shared/domain/district-summary.ts'
import { markScript } from '../../shared/domain/loudspeaker-script.ts'
import { renderTexts, type Texts } from '../../shared/domain/render-text.ts'
import { countSmsParts } from '../../shared/domain/sms-parts.ts'
import { unreviewedLanguages } from '../../shared/domain/templates/catalogue.ts'
import { varyByVillage } from '../../shared/domain/templates/village-values.ts'
import { offerShorterSpelling, unitsToSaveAPart } from '../../shared/domain/text-offers.ts'
import { languages, type Language } from '../../shared/domain/village.ts'
import { bindRoute } from '../../shared/middleware/api-types.ts'
import { findDistrictsWithoutDesk, findSlotFaults, widestStamp } from './check-texts.ts'
import { countByLanguage, priceSms } from './count-sms.ts'
import type { AlertsApiDeps } from './deps.ts'
import { findTextWarnings } from './find-text-warnings.ts'
import { measureVillages, type TextMeasure } from './measure-villages.ts'
import { resolveAudience, type Audience } from './resolve-audience.ts'
import { writeTexts, type TextWish, type WrittenTexts } from './write-texts.ts'

/** A text that is the same for everybody, counted from the summaries. */
const measureOne = (text: string, recipients: number): TextMeasure => ({
  recipients,
  partsTotal: recipients * countSmsParts(text).parts,
  widest: undefined,
  safePlaceInOtherLanguage: 0,
  safePlaceUnknown: 0,
})

const measure = async (
  deps: AlertsApiDeps,
  audience: Audience,
  rendered: Texts,
  lane: 'urgent' | 'routine',
): Promise<Record<Language, TextMeasure>> => {
  if (varyByVillage(rendered)) return measureVillages(deps, audience, rendered, lane)
  const { reached } = countByLanguage(recipientsInLane(audience.counts, lane), rendered)
  return {
    lo: measureOne(rendered.lo ?? '', reached.get('lo') ?? 0),
    en: measureOne(rendered.en ?? '', reached.get('en') ?? 0),
  }
}

/** Everything that the officer should see of one language. */
const toComposed = (
  language: Language,
  wish: TextWish,
  { texts, scripts }: WrittenTexts,
  rendered: string,
  { widest, ...counts }: TextMeasure,
): z.input<typeof composedText> => {
  const shown = widest?.text ?? rendered
  const text = texts[language] ?? ''
  const { encoding, units, parts, graphemeSafeParts } = countSmsParts(shown)
  return {
    ...counts,
    language,
    text,
    rendered: shown,
    widestVillage: widest?.village ?? null,
    encoding,
    units,
    parts,
    graphemeSafeParts,
    content: checkContent(text, language, wish.level),
    spelling: offerShorterSpelling(text),
    saveAPart: unitsToSaveAPart(shown),
    script: markScript(scripts[language] ?? '', language, wish.mode),
  }
}

/** `POST /v1/compose`: what an officer should know of a text before it is a draft. Writes nothing. */
export const composeText = (deps: AlertsApiDeps) =>
  bindRoute(alertRoutes.composeText, async ({ user, body }) => {
    const stamp = widestStamp(deps.clock.nowMs())
    const { written, faults } = writeTexts(body, stamp.number, stamp.issuedAtMs)
    const audience = await resolveAudience(deps, user, body.areas, [
      ...faults,
      ...findSlotFaults(written.texts),
    ])
    const lane = laneOf(body.kind)
    const rendered = renderTexts(written.texts, body.mode, stamp)
    const measures = await measure(deps, audience, rendered, lane)
    const texts = languages.flatMap((language) => {
      const one = rendered[language]
      return one === undefined ? [] : [toComposed(language, body, written, one, measures[language])]
    })
    const { withoutText } = countByLanguage(recipientsInLane(audience.counts, lane), rendered)
    return {
      body: {
        villages: audience.counts.villages,
        villagesExpected: audience.villagesExpected,
        villagesWithoutContact: audience.counts.villagesWithoutContact,
        villagesWithoutSafePlace: audience.counts.villagesWithoutSafePlace,
        ...priceSms(deps, {
          recipients: texts.reduce((sum, { recipients }) => sum + recipients, 0),
          parts: texts.reduce((sum, { partsTotal }) => sum + partsTotal, 0),
        }),
        freeText: written.template === undefined,
        unreviewed: written.template === undefined ? [] : unreviewedLanguages(written.template),
        texts,
        districtsWithoutDesk: findDistrictsWithoutDesk(rendered, audience),
        warnings: findTextWarnings(texts, withoutText, body.level),
      },
    }
  })
