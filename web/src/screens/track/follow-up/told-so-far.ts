import { highestDanger } from '../../../../../shared/domain/follow-up.ts'
import { isDanger, openingLevels } from '../../../../../shared/domain/level.ts'
import type { Alert, Version } from '../../../api/alert.ts'
import { copyOf } from '../../../drafts/draft-of-alert.ts'
import type { Draft, OpeningLevel } from '../../../drafts/draft.ts'

const issuedDangers = ({ versions }: Pick<Alert, 'versions'>): Version[] =>
  versions.filter(({ issuedAtIso, level }) => issuedAtIso !== null && isDanger(level))

/** Every area that was told of the danger; one that lies in another is not named again. */
export const toldAreas = (alert: Pick<Alert, 'versions'>): string[] => {
  const all = [...new Set(issuedDangers(alert).flatMap(({ areas }) => areas))].sort()
  return all.filter((area) => !all.some((other) => other !== area && area.startsWith(other)))
}

/** The levels that an update may have: what was told, and more. */
export const levelsFrom = (alert: Pick<Alert, 'versions'>): OpeningLevel[] => {
  const least = highestDanger(issuedDangers(alert).map(({ level }) => level))
  return openingLevels.slice(openingLevels.indexOf(least))
}

/** An update to begin with: what was said last, but for times and the water level; it names added areas alone. */
export const updateOf = (alert: Alert, nowIso: string): Draft => {
  const dangers = issuedDangers(alert)
  const [level] = levelsFrom(alert)
  const copy = copyOf({ ...alert, versions: dangers }, nowIso)
  return { ...copy, level, areas: [], mode: alert.mode, hazard: alert.hazard }
}
