import type { Tally } from './delivery.ts'

/** How far a village is from "they know": only `acknowledged` is green. `handed-over` proves nothing. */
export const coverages = [
  'no-contact',
  'unreachable',
  'needs-help',
  'waiting',
  'handed-over',
  'delivered',
  'acknowledged',
] as const
export type Coverage = (typeof coverages)[number]

/**
 * Coverage as the deliveries alone tell it. `mirrored` is how far the SMS on phones got that the village shares
 * with another, whose dispatch owns them.
 */
export const coverageOf = (tally: Tally, mirrored?: 'accepted' | 'delivered'): Coverage => {
  const recipients = Object.values(tally).reduce((sum, count) => sum + count, 0)
  if (recipients === 0) return 'no-contact'
  if (tally.delivered > 0 || mirrored === 'delivered') return 'delivered'
  if (tally.accepted + tally.unknown > 0 || mirrored === 'accepted') return 'handed-over'
  if (tally.pending + tally.sending + tally['in-doubt'] > 0) return 'waiting'
  return tally.suppressed > 0 && tally.rejected + tally.undelivered === 0 ? 'waiting' : 'unreachable'
}
