import { useState } from 'preact/hooks'
import type { CallResult } from './call-api.ts'
import { useLoaded, type Loaded, type LoadOptions } from './use-loaded.ts'
import { useSend, type Sending } from './use-send.ts'

type Pages<T> = {
  /** What was loaded so far, in its order. */
  pages: readonly T[]
  first: Loaded<T>
  /** Loads the next page; undefined on the last one. */
  more: Sending | undefined
}

/**
 * A list that the API answers page by page: the first at once, others on request. `key` names the list, which begins
 * anew with another; `nextOf` says what the next page is asked for with, null on the last; `kept` under which name the
 * first page is kept for times without a network.
 */
export const usePages = <T>(
  key: string,
  load: (after: string | undefined) => Promise<CallResult<T>>,
  nextOf: (page: T) => string | null,
  kept: Pick<LoadOptions, 'keepAs'> = {},
): Pages<T> => {
  const first = useLoaded(key, () => load(undefined), kept)
  const [added, setAdded] = useState<{ to: T | undefined; pages: readonly T[] }>({ to: undefined, pages: [] })
  const others = added.to === first.body ? added.pages : []
  const pages = first.body === undefined ? [] : [first.body, ...others]
  const last = pages[pages.length - 1]
  const next = last === undefined ? null : nextOf(last)
  const sending = useSend(
    () => load(next ?? undefined),
    (page) => setAdded({ to: first.body, pages: [...others, page] }),
  )
  return { pages, first, more: next === null ? undefined : sending }
}
