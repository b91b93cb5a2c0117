import { recipientsInLane } from '../../../shared/domain/district-summary.ts'
import type { Texts } from '../../../shared/domain/render-text.ts'
import { countSmsParts } from '../../../shared/domain/sms-parts.ts'
import { varyByVillage } from '../../../shared/domain/templates/village-values.ts'
import type { Language } from '../../../shared/domain/village.ts'
import type { AlertsApiDeps } from '../deps.ts'
import type { Audience } from '../drafts/resolve-audience.ts'
import { countByLanguage } from './count-sms.ts'
import type { TextMeasure, TextMeasures } from './measure-dispatches.ts'
import { measureVillages } from './measure-villages.ts'

/** A text that is the same for everybody, counted from the summaries. */
const measureOne = (text: string, recipients: number): TextMeasure => ({
  recipients,
  partsTotal: recipients * countSmsParts(text).parts,
  widest: undefined,
  safePlaceInOtherLanguage: 0,
  safePlaceUnknown: 0,
})

/** What rendered texts come to over their audience: village by village where they name the village or its district. */
export const measureTexts = async (
  deps: Pick<AlertsApiDeps, 'villages' | 'fallbackDesk'>,
  audience: Audience,
  rendered: Texts,
  lane: 'urgent' | 'routine',
): Promise<TextMeasures> => {
  if (varyByVillage(rendered)) return measureVillages(deps, audience, rendered, lane)
  const { reached } = countByLanguage(recipientsInLane(audience.counts, lane), rendered)
  return {
    lo: measureOne(rendered.lo ?? '', reached.get('lo') ?? 0),
    en: measureOne(rendered.en ?? '', reached.get('en') ?? 0),
  }
}

/** One language's text as its longest recipient gets it, with what all recipients of the language come to. */
export const toTextPreview = (
  language: Language,
  rendered: string,
  { widest, recipients, partsTotal }: TextMeasure,
) => {
  const shown = widest?.text ?? rendered
  const { encoding, units, parts, graphemeSafeParts } = countSmsParts(shown)
  return {
    language,
    rendered: shown,
    widestVillage: widest?.village ?? null,
    encoding,
    units,
    parts,
    graphemeSafeParts,
    recipients,
    partsTotal,
  }
}
