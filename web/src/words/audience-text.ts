import { dutyLabels } from '../../../shared/domain/call-words.ts'
import type { Audience } from '../drafts/draft.ts'
import { audienceWords } from './audience-words.ts'
import { exposureLevels } from './exposure-words.ts'
import type { Say } from './language.ts'

/** Whom of its areas a message is for, in words; of none that is named, everybody. */
export const audienceText = (say: Say, audience: Audience | null | undefined): string => {
  const { duties, exposures } = audience ?? {}
  const told = [
    ...(duties === undefined
      ? []
      : [say(audienceWords.onlyDuties, { duties: duties.map((duty) => say(dutyLabels[duty])).join(', ') })]),
    ...(exposures === undefined
      ? []
      : [
          say(audienceWords.onlyExposures, {
            exposures: [...exposures]
              .sort((a, b) => b - a)
              .map((exposure) => say(exposureLevels[exposure]))
              .join(', '),
          }),
        ]),
  ]
  return told.join('. ') || say(audienceWords.everybody)
}
