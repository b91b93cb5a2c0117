import type { AlertSummary } from '../../ui/alert-line.tsx'

/** Whether people live by what this alert told them: it is being sent, it still holds, or nobody has ended it. */
export const isLive = (
  { lastIssued, notEnded, remaining }: Pick<AlertSummary, 'lastIssued' | 'notEnded' | 'remaining'>,
  nowMs: number,
): boolean => {
  if (notEnded) return true
  if (lastIssued === null) return false
  if (lastIssued.state === 'dispatching' || lastIssued.state === 'stopped') return true
  return remaining.areas.length > 0 && Date.parse(lastIssued.expiresAtIso) > nowMs
}
