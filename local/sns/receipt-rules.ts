import { z } from 'zod'
import { createPrefixPicker } from './pick-by-prefix.ts'

/** What carriers say of the SMS to phones that begin so; the longest prefix that matches counts. */
export const receiptRuleSchema = z.strictObject({
  phonePrefix: z.string().regex(/^\+\d*$/),
  /** `none`: never a word. `carrier-accepted`: the carrier took it, nothing from the phone. */
  outcome: z.enum(['delivered', 'carrier-accepted', 'undelivered', 'none']).default('delivered'),
  /** The provider's words of a failure (or of anything else, to try strange ones). */
  providerResponse: z.string().optional(),
  /** How long after the SMS; without it 200 to 800 ms, by the seed. */
  afterMs: z.number().int().min(0).optional(),
  /** How often the same receipt comes. */
  copies: z.number().int().min(1).max(10).default(1),
  /** Only for the first so many messages to this prefix; the others are delivered. */
  times: z.number().int().min(1).optional(),
})
export type ReceiptRule = z.infer<typeof receiptRuleSchema>

/** One receipt to come: a record's status and words, and when. */
export type PlannedReceipt = { status: 'SUCCESS' | 'FAILURE'; providerResponse: string; afterMs: number }

const words = {
  delivered: 'Message has been accepted by phone',
  'carrier-accepted': 'Message has been accepted by phone carrier',
  undelivered: 'Unknown error attempting to reach phone',
} as const
const fastestMs = 200
const slowestMs = 800

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Plans the receipts of one SMS after the other; phones without a rule have theirs delivered. */
export function createReceiptPlanner(
  rules: readonly ReceiptRule[],
  seed: number,
): (phone: string) => PlannedReceipt[] {
  const pick = createPrefixPicker(rules)
  const random = createRandom(seed)
  return (phone) => {
    const rule = pick(phone)
    const outcome = rule?.outcome ?? 'delivered'
    if (outcome === 'none') return []
    const afterMs = rule?.afterMs ?? Math.round(fastestMs + random() * (slowestMs - fastestMs))
    const receipt: PlannedReceipt = {
      status: outcome === 'undelivered' ? 'FAILURE' : 'SUCCESS',
      providerResponse: rule?.providerResponse ?? words[outcome],
      afterMs,
    }
    return Array.from({ length: rule?.copies ?? 1 }, () => receipt)
  }
}
