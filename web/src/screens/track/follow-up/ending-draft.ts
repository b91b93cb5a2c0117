import type { Alert, Version } from '../../../api/alert.ts'
import { emptyDraft, ownWords, type Draft } from '../../../drafts/draft.ts'

const hourMs = 3_600_000
const halfHourMs = hourMs / 2
const laosAheadMs = 7 * hourMs
const dawnHour = 6.5
const duskHour = 17

/** From when people may go home where nobody has said: at the next half hour, and in daylight. */
export const nextDaylight = (nowIso: string): string => {
  const atMs = Math.ceil(Date.parse(nowIso) / halfHourMs) * halfHourMs
  const hour = ((atMs + laosAheadMs) / hourMs) % 24
  const wait = hour < dawnHour ? dawnHour - hour : hour >= duskHour ? 24 + dawnHour - hour : 0
  return new Date(atMs + wait * hourMs).toISOString()
}

/** An all-clear to begin with, or the one that waits already. No areas: everywhere that is left. */
export const endingOf = (alert: Alert, open: Version | undefined, nowIso: string): Draft => {
  const first: Draft = {
    ...emptyDraft(nowIso),
    hazard: alert.hazard,
    // Of the draft's own parts alone: an all-clear has no level to choose.
    level: 'warning',
    mode: alert.mode,
    slots: { from: nextDaylight(nowIso) },
  }
  if (open === undefined) return first
  const slots = Object.entries(open.template?.slots ?? {})
  return {
    ...first,
    areas: open.areas,
    wording: open.template?.id ?? ownWords,
    texts: open.template === null ? { lo: open.texts.lo ?? '', en: open.texts.en ?? '' } : first.texts,
    slots: Object.fromEntries(
      slots.map(([slot, value]) => [slot, typeof value === 'number' ? String(value) : value]),
    ),
    holdsUntilIso: open.expiresAtIso,
  }
}
