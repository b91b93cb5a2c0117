import type { hazards } from '../../../shared/domain/alert.ts'
import type { levels } from '../../../shared/domain/level.ts'
import { useAreaNames } from './use-area-names.ts'
import { hazardWords, levelWords } from '../words/alert-words.ts'
import { useWords } from '../words/language.ts'

/** So many areas tell alerts apart; all of them stand on the alert's own screen. */
export const mostNamed = 3

type Named = {
  level: (typeof levels)[number]
  hazard: (typeof hazards)[number]
  areas: readonly string[]
}

/** Says what an alert is called: `Warning: River flood, Phondeng, Nonhai, Thadi +2`; nothing as long as it is not known. */
export const useAlertName = (alert: Named | undefined): string => {
  const say = useWords()
  const nameAreas = useAreaNames(alert?.areas.slice(0, mostNamed) ?? [])
  if (alert === undefined) return ''
  const { level, hazard, areas } = alert
  return `${say(levelWords[level])}: ${say(hazardWords[hazard])}, ${nameAreas(areas, mostNamed)}`
}
