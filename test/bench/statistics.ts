/** The value that so many per cent of the values do not exceed (nearest rank). Throws where there is none. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]
  if (found === undefined) throw new Error('no values to take a percentile of')
  return found
}

export const median = (values: readonly number[]): number => percentile(values, 50)

/** How many of these times lie in [fromMs, toMs). */
export const countBetween = (timesMs: readonly number[], fromMs: number, toMs: number): number =>
  timesMs.filter((timeMs) => timeMs >= fromMs && timeMs < toMs).length

/** The most times that lie in any window of this length; its end does not belong to it. */
export const mostInWindow = (timesMs: readonly number[], windowMs: number): number => {
  const sorted = timesMs.toSorted((a, b) => a - b)
  let most = 0
  let first = 0
  for (const [last, timeMs] of sorted.entries()) {
    while (timeMs - (sorted[first] ?? timeMs) >= windowMs) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}

/** The earliest time of each key. */
export const firstOfEach = <Key>(events: readonly { key: Key; atMs: number }[]): Map<Key, number> => {
  const firsts = new Map<Key, number>()
  for (const { key, atMs } of events) firsts.set(key, Math.min(firsts.get(key) ?? Infinity, atMs))
  return firsts
}
