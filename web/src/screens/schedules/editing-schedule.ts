import type { Draft } from '../../drafts/draft.ts'
import type { ScheduleDraft } from './schedule-draft.ts'

/** What a part of the form has to work with. */
export type EditingSchedule = {
  draft: ScheduleDraft
  change: (changes: Partial<ScheduleDraft>) => void
  /** Changes danger, mode, areas or words. */
  changeAlert: (changes: Partial<Draft>) => void
  /** The fault of a control, once the officer has asked to save. */
  faultOf: (id: string) => string | undefined
}
