import type { Wave } from './alert.ts'
import type { Dispatch } from './dispatch.ts'
import type { VersionState } from './version.ts'

/** What a sender finds when it looks at a dispatch. Indexes count into `recipients`. */
export type SendPlan =
  | { kind: 'nothing-left' }
  /** Another sender holds the lease. */
  | { kind: 'busy'; untilEpochMs: number }
  /** The version may not be sent now; its resumption queues the work anew. */
  | { kind: 'held' }
  /** Too late, or a newer version speaks: what is pending ends so. */
  | { kind: 'end'; indexes: number[]; as: 'expired' | 'superseded' }
  /** A sender died in mid-send: what it was sending is in doubt. */
  | { kind: 'recover'; indexes: number[]; deadToken: string }
  | { kind: 'send'; indexes: number[] }

const indexesWhere = (dispatch: Dispatch, wanted: (index: number) => boolean): number[] =>
  dispatch.recipients.map((_, index) => index).filter(wanted)

/** How pending deliveries of the version end, where it may not be sent any more. */
const endOf = (
  version: { state: VersionState; expiresAtEpochSeconds: number },
  nowMs: number,
): 'expired' | 'superseded' | undefined => {
  if (version.state === 'superseded') return 'superseded'
  return version.state === 'expired' || nowMs >= version.expiresAtEpochSeconds * 1000 ? 'expired' : undefined
}

/** Decides what a sender does with one wave of a dispatch. Pure: the table's conditions guard the deed. */
export const planSend = (
  dispatch: Dispatch,
  wave: Wave,
  version: { state: VersionState; expiresAtEpochSeconds: number },
  nowMs: number,
): SendPlan => {
  const { lease } = dispatch
  if (lease !== undefined && lease.endsAtEpochMs > nowMs)
    return { kind: 'busy', untilEpochMs: lease.endsAtEpochMs }
  if (lease !== undefined) {
    const sending = indexesWhere(dispatch, (index) => dispatch.recipients[index]?.state === 'sending')
    return { kind: 'recover', indexes: sending, deadToken: lease.token }
  }
  const pending = indexesWhere(dispatch, (index) => dispatch.recipients[index]?.state === 'pending')
  const end = endOf(version, nowMs)
  if (end !== undefined) {
    return pending.length === 0 ? { kind: 'nothing-left' } : { kind: 'end', indexes: pending, as: end }
  }
  const ofWave = pending.filter((index) => dispatch.recipients[index]?.wave === wave)
  if (ofWave.length === 0) return { kind: 'nothing-left' }
  return version.state === 'dispatching' ? { kind: 'send', indexes: ofWave } : { kind: 'held' }
}
