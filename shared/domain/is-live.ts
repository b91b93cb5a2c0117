import type { Remaining } from './alert-ending.ts'
import type { VersionState } from './version.ts'

/** What this asks of an alert as the API shows it. */
type Shown = {
  lastIssued: { state: VersionState; expiresAtIso: string } | null
  notEnded: boolean
  remaining: Pick<Remaining, 'areas'>
}

/** Whether people live by what this alert told them: it is being sent, it still holds, or nobody has ended it. */
export const isLive = ({ lastIssued, notEnded, remaining }: Shown, nowMs: number): boolean => {
  if (notEnded) return true
  if (lastIssued === null) return false
  if (lastIssued.state === 'dispatching' || lastIssued.state === 'stopped') return true
  return remaining.areas.length > 0 && Date.parse(lastIssued.expiresAtIso) > nowMs
}
