import type { saidOf } from './acknowledgement.ts'
import type { Tally } from './delivery.ts'
import type { Mirrored } from './dispatch.ts'

/**
 * How far a village is from "they know": only `acknowledged` is green. `handed-over` proves nothing. `rehearsed`: a
 * drill that writes to nobody has done its part here.
 */
export const coverages = [
  'needs-help',
  'no-contact',
  'unreachable',
  'waiting',
  'rehearsed',
  'handed-over',
  'delivered',
  'acknowledged',
] as const
export type Coverage = (typeof coverages)[number]

/**
 * Coverage of a village: what its people said outranks whatever became of their SMS. `mirrored` is how far the SMS on
 * phones got that the village shares with another, whose dispatch owns them.
 */
export const coverageOf = (tally: Tally, mirrored?: Mirrored, said?: ReturnType<typeof saidOf>): Coverage => {
  if (said !== undefined) return said
  const recipients = Object.values(tally).reduce((sum, count) => sum + count, 0)
  if (recipients === 0) return 'no-contact'
  if (tally.delivered > 0 || mirrored === 'delivered') return 'delivered'
  if (tally.accepted + tally.unknown > 0 || mirrored === 'accepted') return 'handed-over'
  if (tally.pending + tally.sending + tally['in-doubt'] > 0) return 'waiting'
  if (tally.rehearsed > 0 || mirrored === 'rehearsed') return 'rehearsed'
  const waitsForOthers = tally.suppressed === recipients && mirrored === undefined
  return waitsForOthers ? 'waiting' : 'unreachable'
}

/** How many villages are how far; what is true of none is left out. */
export const countCoverage = (all: readonly Coverage[]): Partial<Record<Coverage, number>> => {
  const counts: Partial<Record<Coverage, number>> = {}
  for (const coverage of all) counts[coverage] = (counts[coverage] ?? 0) + 1
  return counts
}
