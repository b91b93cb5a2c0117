import { alertModes, hazards } from '../../../../shared/domain/alert.ts'
import { openingLevels } from '../../../../shared/domain/level.ts'
import { emptyDraft, type Draft } from '../../drafts/draft.ts'

const among = <Value extends string>(
  values: readonly Value[],
  asked: string | undefined,
): Value | undefined => values.find((value) => value === asked)

/** A new draft with what a link to it says: a template with its danger and level, or that it is a drill. */
export const draftFromLink = (query: Readonly<Record<string, string>>, nowIso: string): Draft => {
  const empty = emptyDraft(nowIso)
  return {
    ...empty,
    hazard: among(hazards, query['hazard']),
    level: among(openingLevels, query['level']),
    mode: among(alertModes, query['mode']) ?? empty.mode,
    wording: query['template'],
    rehearsal: query['reaches'] === 'nobody',
  }
}
