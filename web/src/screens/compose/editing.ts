import type { Draft } from '../../drafts/draft.ts'

/** What a part of the form has to work with. */
export type Editing = {
  draft: Draft
  change: (changes: Partial<Draft>) => void
  /** The fault of a control, once the officer has asked to check. */
  faultOf: (id: string) => string | undefined
  /** True of an alert that exists: its danger and mode stay. */
  locked: boolean
}
