import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { readStored, writeStored } from '../stored.ts'
import type { CallFailure, CallResult } from './call-api.ts'

/** What a screen knows of what it shows. `kept`: the copy of an earlier visit, with when it was read. */
export type Loaded<T> = {
  body: T | undefined
  etag: string | undefined
  readAtIso: string | undefined
  failure: CallFailure | undefined
  loading: boolean
  reload: () => void
}

type Kept<T> = { body: T; readAtIso: string }

const isKept = <T>(value: unknown): value is Kept<T> =>
  typeof value === 'object' && value !== null && 'body' in value && 'readAtIso' in value

export type LoadOptions = {
  /** Under which name the last answer is kept for times without a network; forgotten at signing out. */
  keepAs?: string
  /** Asks again after so long, twice as long after each failure, and only while the page is seen. */
  everyMs?: number
}

const longestPauseMs = 120_000

/**
 * Loads what a screen shows and keeps it fresh. An answer stays on the screen when a later call fails. `key` names
 * what is loaded: another key is another thing.
 */
export const useLoaded = <T>(
  key: string,
  load: () => Promise<CallResult<T>>,
  { keepAs, everyMs }: LoadOptions = {},
): Loaded<T> => {
  const [state, setState] = useState<{ key: string } & Omit<Loaded<T>, 'reload'>>(() => first(key, keepAs))
  const [turn, setTurn] = useState(0)
  const loadNow = useRef(load)
  loadNow.current = load
  useEffect(() => {
    let ended = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let failures = 0
    let asked = 0
    let answered = 0
    const again = (): void => {
      if (everyMs === undefined) return
      clearTimeout(timer)
      timer = setTimeout(ask, Math.min(longestPauseMs, everyMs * 2 ** failures))
    }
    const answer = async (): Promise<void> => {
      asked += 1
      const place = asked
      const result = await loadNow.current()
      // What was asked for later may be there already.
      if (ended || place < answered) return
      answered = place
      failures = result.ok ? 0 : failures + 1
      setState((before) => after(before, key, result))
      if (result.ok && keepAs !== undefined) {
        writeStored(`seen.${keepAs}`, { body: result.body, readAtIso: new Date().toISOString() })
      }
      again()
    }
    const ask = (): void => {
      if (document.visibilityState === 'hidden') return
      void answer()
    }
    const onSeen = (): void => {
      if (everyMs === undefined || document.visibilityState === 'hidden') return
      clearTimeout(timer)
      setState((before) => ({ ...before, loading: true }))
      ask()
    }
    setState((before) => (before.key === key ? { ...before, loading: true } : first(key, keepAs)))
    void answer()
    document.addEventListener('visibilitychange', onSeen)
    return () => {
      ended = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onSeen)
    }
  }, [key, keepAs, everyMs, turn])
  const reload = useCallback(() => setTurn((now) => now + 1), [])
  return { ...(state.key === key ? state : first<T>(key, keepAs)), reload }
}

const first = <T>(key: string, keepAs: string | undefined): { key: string } & Omit<Loaded<T>, 'reload'> => {
  const kept = keepAs === undefined ? undefined : readStored(`seen.${keepAs}`)
  const found = isKept<T>(kept) ? kept : undefined
  return {
    key,
    body: found?.body,
    readAtIso: found?.readAtIso,
    etag: undefined,
    failure: undefined,
    loading: true,
  }
}

const after = <T>(
  before: { key: string } & Omit<Loaded<T>, 'reload'>,
  key: string,
  result: CallResult<T>,
): { key: string } & Omit<Loaded<T>, 'reload'> =>
  result.ok
    ? {
        key,
        body: result.body,
        etag: result.etag,
        readAtIso: new Date().toISOString(),
        failure: undefined,
        loading: false,
      }
    : { ...before, failure: result.failure, loading: false }
