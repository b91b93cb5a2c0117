import type { SendMessage } from '../../shared/contracts/queue-messages.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import { hasOpenWork, type Dispatch, type Recipient } from '../../shared/domain/dispatch.ts'
import { receiptsDueAt } from '../../shared/domain/receipt.ts'
import type { DispatchChange, RecipientChange } from '../../shared/store/dispatch-changes.ts'
import type { SmsIndexEntry } from '../../shared/store/sms-index-store.ts'
import type { SendSmsDeps } from './deps.ts'

/** What a sender leaves to do after its work on one dispatch. */
export type SendReport = {
  /** The dispatch as it is now; undefined where this sender did not get to know. */
  dispatch: Dispatch | undefined
  /** True where everything was found done: the marks may be missing since a crash. */
  foundDone: boolean
  /** Accepted SMS to index by their message ids. */
  accepted: SmsIndexEntry[]
  /** Answers of the gateway that stand in no table. */
  unlisted: number
  again: { message: SendMessage; delaySeconds: number }[]
}

/** A sender mostly gives its lease back within a second or two; one that died keeps it to the end. */
export const busyDelaySeconds = 2

export const nothingDone: SendReport = {
  dispatch: undefined,
  foundDone: false,
  accepted: [],
  unlisted: 0,
  again: [],
}

/** Entries of the index for those of these recipients who were accepted. */
export const acceptedOf = (dispatch: Dispatch, indexes: readonly number[]): SmsIndexEntry[] =>
  indexes.flatMap((index) => {
    const recipient = dispatch.recipients[index]
    if (recipient?.state !== 'accepted' || recipient.gatewayMessageId === undefined) return []
    return [
      {
        alertId: dispatch.alertId,
        version: dispatch.version,
        district: dispatch.district,
        village: dispatch.village,
        gatewayMessageId: recipient.gatewayMessageId,
        recipientIndex: index,
        attempt: recipient.attempts,
      },
    ]
  })

/** The dispatch with changed recipients, without a lease. */
export const withChanges = (dispatch: Dispatch, changes: readonly RecipientChange[]): Dispatch => {
  const recipients = [...dispatch.recipients]
  for (const { index, to } of changes) recipients[index] = to
  return { ...dispatch, recipients, lease: undefined }
}

/** Changes of the recipients at these indexes. */
export const changesAt = (
  dispatch: Dispatch,
  indexes: readonly number[],
  become: (recipient: Recipient, position: number) => Recipient,
): RecipientChange[] =>
  indexes.flatMap((index, position) => {
    const from = dispatch.recipients[index]
    return from === undefined ? [] : [{ index, from, to: become(from, position) }]
  })

/** When `tick` must look at the dispatch again: for work that is left lying, or for carriers that stay silent. */
export const dueAfter = (
  deps: Pick<SendSmsDeps, 'clock' | 'recoverySeconds' | 'receiptOverdueSeconds'>,
  dispatch: Dispatch,
): Pick<DispatchChange, 'dueAtEpochSeconds' | 'dueFor'> =>
  hasOpenWork(dispatch)
    ? { dueAtEpochSeconds: toEpochSeconds(deps.clock.nowMs()) + deps.recoverySeconds, dueFor: 'work' }
    : {
        dueAtEpochSeconds: receiptsDueAt(dispatch.recipients, deps.receiptOverdueSeconds),
        dueFor: 'receipts',
      }
