import type { Alert } from '../../../api/alert.ts'
import type { Draft, TemplateLine } from '../../../drafts/draft.ts'
import { useTemplates, type KnownTemplates } from '../../compose/use-templates.ts'

const mayEnd =
  ({ kind, hazard, mode }: Alert) =>
  ({ levels, kinds, hazards, modes }: TemplateLine): boolean =>
    levels.includes('all-clear') && kinds.includes(kind) && hazards.includes(hazard) && modes.includes(mode)

/** The templates that can say that the danger is over, and the one that does. */
export const useEndingWords = (alert: Alert, draft: Draft): KnownTemplates =>
  useTemplates(draft, (templates) => templates.filter(mayEnd(alert)), true)
