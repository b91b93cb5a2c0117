import { fittingTemplates, type Draft } from '../../drafts/draft.ts'
import { useTemplates, type KnownTemplates } from './use-templates.ts'

/** The templates that serve danger, level and mode of the draft, and the one that says it. */
export const useWording = (draft: Draft): KnownTemplates =>
  useTemplates(
    draft,
    (templates) => fittingTemplates(draft, templates),
    draft.hazard !== undefined && draft.level !== undefined,
  )
