/** A limited number of places; who waits is served in turn. */
export type Places = {
  /** True with a place taken; false where the signal gave up or the places are closed. */
  take: (signal?: AbortSignal) => Promise<boolean>
  /** Gives a place back: to whoever waits longest, if anyone does. */
  give: () => void
  close: () => void
}

/** Makes `count` free places. */
export function createPlaces(count: number): Places {
  const waiting: ((taken: boolean) => void)[] = []
  let free = count
  let closed = false
  return {
    take: async (signal) => {
      if (closed || signal?.aborted === true) return false
      if (free === 0) return await waitForPlace(waiting, signal)
      free -= 1
      return true
    },
    give: () => {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next(true)
    },
    close: () => {
      closed = true
      for (const settle of waiting.splice(0)) settle(false)
    },
  }
}

function waitForPlace(
  waiting: ((taken: boolean) => void)[],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (taken: boolean): void => {
      signal?.removeEventListener('abort', giveUp)
      resolve(taken)
    }
    const giveUp = (): void => {
      const index = waiting.indexOf(settle)
      if (index !== -1) waiting.splice(index, 1)
      resolve(false)
    }
    signal?.addEventListener('abort', giveUp, { once: true })
    waiting.push(settle)
  })
}
