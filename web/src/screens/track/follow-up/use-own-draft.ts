import { useRef, useState } from 'preact/hooks'
import { forgetDraft, keepDraft, readDraft } from '../../../draft-store.ts'
import type { Draft } from '../../../draft.ts'

type OwnDraft = {
  draft: Draft
  change: (changes: Partial<Draft>) => void
  forget: () => void
  /** Whether it goes on with what was left on this device. */
  wasKept: boolean
  isKept: boolean
}

/** A later version while it is written: on the device at every change, as every draft. */
export const useOwnDraft = (name: string, personId: string, first: () => Draft): OwnDraft => {
  const [kept] = useState(() => readDraft(name, personId, Date.now()))
  const [draft, setDraft] = useState(() => kept ?? first())
  const [isKept, setKept] = useState(true)
  const now = useRef(draft)
  return {
    draft,
    change: (changes) => {
      now.current = { ...now.current, ...changes, changedAtIso: new Date().toISOString() }
      setKept(keepDraft(name, personId, now.current))
      setDraft(now.current)
    },
    forget: () => forgetDraft(name),
    wasKept: kept !== undefined,
    isKept,
  }
}
