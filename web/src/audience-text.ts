import { dutyLabels } from '../../shared/domain/call-words.ts'
import type { Audience } from './draft.ts'
import { audienceWords } from './words/audience-words.ts'
import type { Say } from './words/language.ts'

/** Whom of its areas a message is for, in words; of none that is named, everybody. */
export const audienceText = (say: Say, audience: Audience | null | undefined): string => {
  const { duties, exposures } = audience ?? {}
  const told = [
    ...(duties === undefined
      ? []
      : [say(audienceWords.onlyDuties, { duties: duties.map((duty) => say(dutyLabels[duty])).join(', ') })]),
    ...(exposures === undefined
      ? []
      : [say(audienceWords.onlyExposures, { exposures: [...exposures].sort((a, b) => a - b).join(', ') })]),
  ]
  return told.join('. ') || say(audienceWords.everybody)
}
