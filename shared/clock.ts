/** Tells the time; injected so that tests can hold it still. */
export type Clock = { nowMs: () => number }

export const systemClock: Clock = { nowMs: () => Date.now() }

/** ISO 8601 with the offset of Laos (UTC+7, no daylight saving), to the second. */
export const toIso = (epochMs: number): string =>
  `${new Date(epochMs + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`

export const toEpochSeconds = (epochMs: number): number => Math.floor(epochMs / 1000)
