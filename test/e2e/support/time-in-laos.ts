const hourMs = 3_600_000
const dayMs = 24 * hourMs
const aheadOfUtcMs = 7 * hourMs

/** The next instant, in epoch ms, at which clocks in Laos show `HH:MM`. */
export const nextInLaos = (nowMs: number, time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const midnightMs = Math.floor((nowMs + aheadOfUtcMs) / dayMs) * dayMs - aheadOfUtcMs
  const todayMs = midnightMs + hours * hourMs + minutes * 60_000
  return todayMs >= nowMs ? todayMs : todayMs + dayMs
}
