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
  /** Too late: what is pending expires. */
  | { kind: 'expire'; indexes: number[] }
  /** A sender died in mid-send: what it was sending is in doubt. */
  | { kind: 'recover'; indexes: number[]; deadToken: string }
  | { kind: 'send'; indexes: number[] }

const indexesWhere = (dispatch: Dispatch, wanted: (index: number) => boolean): number[] =>
  dispatch.recipients.map((_, index) => index).filter(wanted)

const isOver = (state: VersionState): boolean => state === 'expired' || state === 'superseded'

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
  if (isOver(version.state) || nowMs >= version.expiresAtEpochSeconds * 1000) {
    return pending.length === 0 ? { kind: 'nothing-left' } : { kind: 'expire', indexes: pending }
  }
  const ofWave = pending.filter((index) => dispatch.recipients[index]?.wave === wave)
  if (ofWave.length === 0) return { kind: 'nothing-left' }
  return version.state === 'dispatching' ? { kind: 'send', indexes: ofWave } : { kind: 'held' }
}
