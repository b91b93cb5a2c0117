import { isDeepStrictEqual } from 'node:util'
import { deliveryStates, isDeliveryStep, tallyAttributeOf } from '../domain/delivery.ts'
import { tallyOf, type Dispatch, type Lease, type Recipient } from '../domain/dispatch.ts'
import { dueShardOf, toRecipientItem, type DueFor } from './dispatch-record.ts'

/** One recipient that changes: its place in the list, as it was read and as it becomes. */
export type RecipientChange = { index: number; from: Recipient; to: Recipient }

/** One write on a dispatch. Its lease is expected as it was read. */
export type DispatchChange = {
  recipients: readonly RecipientChange[]
  /** The lease after the write; undefined gives it back. */
  lease: Lease | undefined
  /** When `tick` must look again; undefined where nothing is waited for. */
  dueAtEpochSeconds: number | undefined
  /** What is due then: work, unless it is only receipts, which hold up no work. */
  dueFor?: DueFor | undefined
  /** The number of the resend that this write carries out. */
  resend?: number | undefined
}

/** Adds to the tally what moved from state to state: other recipients may change at the same time. */
const expressTally = (changes: readonly RecipientChange[]) => {
  const before = tallyOf(changes.map((change) => change.from))
  const after = tallyOf(changes.map((change) => change.to))
  const moved = deliveryStates
    .filter((state) => after[state] !== before[state])
    .map((state) => ({
      attribute: tallyAttributeOf[state],
      by: after[state] - before[state],
    }))
  return {
    clause:
      moved.length === 0
        ? ''
        : ` ADD ${moved.map(({ attribute }) => `#${attribute} :add${attribute}`).join(', ')}`,
    names: Object.fromEntries(moved.map(({ attribute }) => [`#${attribute}`, attribute])),
    values: Object.fromEntries(moved.map(({ attribute, by }) => [`:add${attribute}`, by])),
  }
}

const expressRecipients = (changes: readonly RecipientChange[]) => ({
  sets: changes.map(({ index }) => `recipients[${index}] = :r${index}`),
  conditions: changes.flatMap(({ index, from }) => [
    `recipients[${index}].s = :was${tallyAttributeOf[from.state]}`,
    `recipients[${index}].n = :n${from.attempts}`,
  ]),
  values: Object.fromEntries(
    changes.flatMap(({ index, from, to }): [string, unknown][] => [
      [`:r${index}`, toRecipientItem(to)],
      [`:was${tallyAttributeOf[from.state]}`, tallyAttributeOf[from.state]],
      [`:n${from.attempts}`, from.attempts],
    ]),
  ),
})

const expressLease = (lease: Lease | undefined) =>
  lease === undefined
    ? { sets: [], removes: ['leaseToken', 'leaseEndsAtEpochMs'], values: {} }
    : {
        sets: ['leaseToken = :lease', 'leaseEndsAtEpochMs = :leaseEnd'],
        removes: [],
        values: { ':lease': lease.token, ':leaseEnd': lease.endsAtEpochMs },
      }

const expressDue = (village: string, dueAtEpochSeconds: number | undefined, dueFor: DueFor | undefined) =>
  dueAtEpochSeconds === undefined
    ? { sets: [], removes: ['dueAtEpochSeconds', 'dueShard'], values: {} }
    : {
        sets: ['dueAtEpochSeconds = :due', 'dueShard = :shard'],
        removes: [],
        values: { ':due': dueAtEpochSeconds, ':shard': dueShardOf(village, dueFor) },
      }

/** A resend is never missed: whoever read the dispatch before it may not change it after it. */
const expressResend = (dispatch: Dispatch, resend: number | undefined) => ({
  sets: resend === undefined ? [] : ['resend = :resend'],
  condition: dispatch.resend === undefined ? 'attribute_not_exists(resend)' : 'resend = :resentBefore',
  values: {
    ...(resend === undefined ? {} : { ':resend': resend }),
    ...(dispatch.resend === undefined ? {} : { ':resentBefore': dispatch.resend }),
  },
})

const checkSteps = (changes: readonly RecipientChange[]): void => {
  const wrong = changes.find(({ from, to }) => !isDeliveryStep(from.state, to.state))
  if (wrong !== undefined) throw new Error(`no delivery goes from ${wrong.from.state} to ${wrong.to.state}`)
}

/** The change as an UpdateItem: nothing else may have touched the lease or the recipients concerned. */
export const expressChange = (dispatch: Dispatch, change: DispatchChange) => {
  checkSteps(change.recipients)
  const recipients = expressRecipients(change.recipients)
  const lease = expressLease(change.lease)
  const due = expressDue(dispatch.village, change.dueAtEpochSeconds, change.dueFor)
  const tally = expressTally(change.recipients)
  const resend = expressResend(dispatch, change.resend)
  const sets = [...recipients.sets, ...lease.sets, ...due.sets, ...resend.sets]
  const removes = [...lease.removes, ...due.removes]
  const expected = dispatch.lease?.token
  return {
    UpdateExpression:
      (sets.length > 0 ? `SET ${sets.join(', ')}` : '') +
      (removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : '') +
      tally.clause,
    ConditionExpression: [
      expected === undefined ? 'attribute_not_exists(leaseToken)' : 'leaseToken = :expected',
      resend.condition,
      ...recipients.conditions,
    ].join(' AND '),
    ...(tally.clause === '' ? {} : { ExpressionAttributeNames: tally.names }),
    ExpressionAttributeValues: {
      ...recipients.values,
      ...lease.values,
      ...due.values,
      ...tally.values,
      ...resend.values,
      ...(expected === undefined ? {} : { ':expected': expected }),
    },
  }
}

/** Whether the dispatch is as the change would have made it. */
export const isDone = (dispatch: Dispatch | undefined, change: DispatchChange): boolean =>
  dispatch !== undefined &&
  dispatch.lease?.token === change.lease?.token &&
  areDone(dispatch, change.recipients)

/** Whether these recipients are as the changes would have made them. */
export const areDone = (dispatch: Dispatch | undefined, changes: readonly RecipientChange[]): boolean =>
  dispatch !== undefined &&
  changes.every(({ index, to }) => {
    const found = dispatch.recipients[index]
    return found !== undefined && isDeepStrictEqual(toRecipientItem(found), toRecipientItem(to))
  })

/**
 * What receipts change, as an UpdateItem that leaves lease and due time to whoever sends: a sender touches the
 * recipients that it claimed, receipts those that it is done with. `isQuiet`: nothing is waited for any more, so that
 * the dispatch need not be looked at again, unless somebody began something meanwhile.
 */
export const expressReceipts = (
  dispatch: Dispatch,
  changes: readonly RecipientChange[],
  isQuiet: boolean,
) => {
  checkSteps(changes)
  const recipients = expressRecipients(changes)
  const tally = expressTally(changes)
  const due = dispatch.dueAtEpochSeconds
  const endsDue = isQuiet && due !== undefined
  return {
    UpdateExpression: [
      ...(changes.length > 0 ? [`SET ${recipients.sets.join(', ')}`] : []),
      ...(endsDue ? ['REMOVE dueAtEpochSeconds, dueShard'] : []),
      tally.clause,
    ].join(' '),
    ConditionExpression: [
      ...(endsDue ? ['attribute_not_exists(leaseToken)', 'dueAtEpochSeconds = :due'] : []),
      ...recipients.conditions,
    ].join(' AND '),
    ...(tally.clause === '' ? {} : { ExpressionAttributeNames: tally.names }),
    ExpressionAttributeValues: { ...recipients.values, ...tally.values, ...(endsDue ? { ':due': due } : {}) },
  }
}
