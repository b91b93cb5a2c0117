/**
 * Sleeping on a clock that a test holds: those who sleep are woken one by one, the earliest first, and the clock jumps
 * to each one's time.
 */
export const createVirtualSleep = (time: { nowMs: number }) => {
  const sleepers: { wakesAtMs: number; wake: () => void }[] = []
  let isPumping = false

  const pump = (): void => {
    sleepers.sort((a, b) => a.wakesAtMs - b.wakesAtMs)
    const next = sleepers.shift()
    isPumping = next !== undefined
    if (next === undefined) return
    time.nowMs = Math.max(time.nowMs, next.wakesAtMs)
    next.wake()
    // Whoever woke may go to sleep again before the next one wakes.
    setTimeout(pump, 1)
  }

  return (ms: number): Promise<void> =>
    new Promise((wake) => {
      sleepers.push({ wakesAtMs: time.nowMs + ms, wake })
      if (!isPumping) setTimeout(pump, 1)
      isPumping = true
    })
}
