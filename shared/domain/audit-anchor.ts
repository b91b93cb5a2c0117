import type { KnownHead } from './audit-check.ts'
import type { ChainHead, HashText } from './audit.ts'

/** The heads of all chains that got a row on a day, as they stood after it. Each names the one before it. */
export type AuditAnchor = {
  schemaVersion: 1
  day: string
  madeAtIso: string
  heads: readonly ChainHead[]
  previous: { day: string; hash: string } | null
}

/** An anchor as it lies in the bucket. */
export type StoredAnchor = { anchor: AuditAnchor; text: string }

export type AnchorFault = { kind: 'anchor-missing' | 'anchor-changed' | 'anchor-unreadable'; day: string }

const dayMs = 24 * 3_600_000
const offsetMs = 7 * 3_600_000
/** Longer than any function that appends may take: after it a day gets no more rows. */
const graceMs = 10 * 60_000
const mostDays = 40

const dayAt = (epochMs: number): string => new Date(epochMs + offsetMs).toISOString().slice(0, 10)

/** The day after this one. */
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)

/** The last day in Laos that can be anchored at this instant. */
const lastClosedDay = (nowMs: number): string => dayAt(nowMs - graceMs - dayMs)

/** The days that are to be anchored, oldest first; of many some at a time. */
export const daysToAnchor = (latestDay: string | undefined, nowMs: number): string[] => {
  const last = lastClosedDay(nowMs)
  if (latestDay === undefined) return [last]
  const days: string[] = []
  for (let day = dayAfter(latestDay); day <= last && days.length < mostDays; day = dayAfter(day)) {
    days.push(day)
  }
  return days
}

/** What an anchor knows of one chain. */
export const knownFromAnchor = ({ day, heads }: AuditAnchor, chain: string): KnownHead[] =>
  heads
    .filter((head) => head.chain === chain)
    .map(({ sequence, hash }) => ({ by: `anchor of ${day}`, sequence, hash, anchoredDay: day }))

/** Whether the anchors, oldest first, follow one another day by day and name each other's hashes. */
export const checkAnchors = (anchors: readonly StoredAnchor[], hashText: HashText): AnchorFault[] =>
  anchors.flatMap(({ anchor }, index): AnchorFault[] => {
    const before = anchors[index - 1]
    if (before === undefined) {
      return anchor.previous === null ? [] : [{ kind: 'anchor-missing', day: anchor.previous.day }]
    }
    const expected = dayAfter(before.anchor.day)
    if (anchor.day !== expected) return [{ kind: 'anchor-missing', day: expected }]
    return anchor.previous?.day === before.anchor.day && anchor.previous.hash === hashText(before.text)
      ? []
      : [{ kind: 'anchor-changed', day: before.anchor.day }]
  })
