import { useRef, useState } from 'preact/hooks'
import { asSent } from '../as-sent.ts'
import { forgetDraft, keepDraft, readDraft, type Dated } from './draft-store.ts'

type Changes<T> = Partial<T> | ((now: T) => Partial<T>)
type KeptDraft<T> = {
  draft: T
  change: (changes: Changes<T>) => void
  forget: () => void
  /** False where the device keeps nothing. */
  isKept: boolean
}

/** What is being written, on the device at every change; `first` is what it begins with. */
export const useKeptDraft = <T extends Dated>(name: string, personId: string, first: T): KeptDraft<T> => {
  const [draft, setDraft] = useState(first)
  const [isKept, setKept] = useState(true)
  const now = useRef(draft)
  return {
    draft,
    change: (changes) => {
      const made = typeof changes === 'function' ? changes(now.current) : changes
      now.current = { ...now.current, ...made, changedAtIso: new Date().toISOString() }
      setKept(keepDraft(name, personId, now.current))
      setDraft(now.current)
    },
    forget: () => forgetDraft(name, personId),
    isKept,
  }
}

export type OwnDraft<T> = KeptDraft<T> & {
  /** Whether it goes on with what was left on this device. */
  wasKept: boolean
  /** Throws away what was left, and begins anew. */
  restart: () => void
}

/** As `useKeptDraft`, and begins with what was left on this device where there is something. */
export const useOwnDraft = <T extends Dated>(name: string, personId: string, first: () => T): OwnDraft<T> => {
  const [kept] = useState(() => asSent<T | undefined>(readDraft(name, personId, Date.now())))
  const [begin] = useState(() => kept ?? first())
  const [wasKept, setWasKept] = useState(kept !== undefined)
  const own = useKeptDraft(name, personId, begin)
  const restart = (): void => {
    own.change(first())
    own.forget()
    setWasKept(false)
  }
  return { ...own, wasKept, restart }
}
