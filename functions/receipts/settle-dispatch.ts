import { toEpochSeconds } from '../../shared/clock.ts'
import { passFirstContactOn } from '../../shared/domain/after-send.ts'
import { laneOfWave } from '../../shared/domain/alert.ts'
import {
  awaitsFirstTurn,
  hasDoubt,
  hasOpenWork,
  type Dispatch,
  type Recipient,
} from '../../shared/domain/dispatch.ts'
import { afterReceipt, isReceiptAwaited, mustReceiptWait, type Receipt } from '../../shared/domain/receipt.ts'
import { markVillagesDone } from '../../shared/progress/advance-version.ts'
import { tellMirrors } from '../../shared/progress/tell-mirrors.ts'
import { toSendMessage } from '../../shared/queue/to-send-message.ts'
import type { RecipientChange } from '../../shared/store/dispatch-changes.ts'
import type { SmsIndexEntry } from '../../shared/store/sms-index-store.ts'
import type { ReceiptsDeps } from './deps.ts'
import type { VillageNews } from './mark-numbers.ts'

/** A receipt, and the delivery that it is about. */
export type Told = { receipt: Receipt; delivery: SmsIndexEntry }

const mostTries = 5

const recipientsAfter = (dispatch: Dispatch, told: readonly Told[], nowEpochSeconds: number): Recipient[] => {
  const after = [...dispatch.recipients]
  for (const { receipt, delivery } of told) {
    const recipient = after[delivery.recipientIndex]
    if (recipient === undefined) continue
    after[delivery.recipientIndex] = afterReceipt(recipient, receipt, delivery.attempt, nowEpochSeconds)
  }
  return after
}

const changesBetween = (dispatch: Dispatch, after: readonly Recipient[]): RecipientChange[] =>
  dispatch.recipients.flatMap((from, index) => {
    const to = after[index]
    return to === undefined || to === from ? [] : [{ index, from, to }]
  })

/** Nothing of the dispatch is waited for: no sender, no receipt. */
const isQuiet = (dispatch: Dispatch): boolean =>
  dispatch.lease === undefined && !hasOpenWork(dispatch) && !dispatch.recipients.some(isReceiptAwaited)

/** Writes until nobody is quicker; undefined where somebody always was. */
const write = async (
  deps: ReceiptsDeps,
  read: Dispatch,
  told: readonly Told[],
): Promise<{ settled: Dispatch; changes: RecipientChange[] } | undefined> => {
  const nowEpochSeconds = toEpochSeconds(deps.clock.nowMs())
  let dispatch = read
  for (let tries = 0; tries < mostTries; tries += 1) {
    const recipients = passFirstContactOn(recipientsAfter(dispatch, told, nowEpochSeconds))
    const settled = { ...dispatch, recipients }
    const changes = changesBetween(dispatch, recipients)
    if (changes.length === 0) return { settled, changes }
    // oxlint-disable-next-line no-await-in-loop -- reads again only when somebody wrote in between
    const applied = await deps.dispatches.settle(dispatch, changes, isQuiet(settled))
    if (applied) return { settled, changes }
    // oxlint-disable-next-line no-await-in-loop -- as above
    const current = await deps.dispatches.find(dispatch)
    if (current === undefined) return undefined
    dispatch = current
  }
  return undefined
}

/** What a receipt says of the number, if it is anything that the roster should know. */
const newsOf = ({ village, recipients }: Dispatch, { receipt, delivery }: Told): VillageNews[] => {
  const phone = recipients[delivery.recipientIndex]?.phone
  const isFailure = receipt.fault === 'permanent' && receipt.blamesNumber
  if (phone === undefined || !(isFailure || receipt.outcome === 'delivered')) return []
  const { alertId, gatewayMessageId } = delivery
  return [{ village, phone, alertId, gatewayMessageId, said: isFailure ? 'failed' : 'reached' }]
}

/** Sends on its way who took the place of a first contact whose SMS failed; `tick` does where this is cut off. */
const sendNextContact = async (
  deps: ReceiptsDeps,
  settled: Dispatch,
  changes: readonly RecipientChange[],
): Promise<void> => {
  if (changes.every(({ from, to }) => from.wave === to.wave)) return
  await deps.lanes[laneOfWave(settled.lane, 1)].send([toSendMessage(settled, 1)])
}

/** A receipt ended work or a doubt: the version may have waited for nothing else. */
const advance = async (
  deps: ReceiptsDeps,
  settled: Dispatch,
  changes: readonly RecipientChange[],
): Promise<void> => {
  const wasWaitedFor = changes.some(({ from }) => from.state === 'in-doubt' || from.state === 'pending')
  if (!wasWaitedFor || hasOpenWork(settled) || hasDoubt(settled)) return
  const village = new Set([settled.village])
  const none: ReadonlySet<string> = new Set()
  await markVillagesDone(
    deps,
    settled,
    { firstTurnOpen: awaitsFirstTurn(settled) ? none : village, workOpen: village, doubtful: none },
    true,
  )
}

/**
 * Settles what was told of one dispatch, in one write, and tells the villages that share phones with it, which may
 * be told twice. Answers with what has to wait for a sender that is at work on the same recipient, and with what was
 * said of whose number.
 */
export const settleDispatch = async (
  deps: ReceiptsDeps,
  dispatch: Dispatch,
  told: readonly Told[],
): Promise<{ later: Told[]; news: VillageNews[] }> => {
  const written = await write(deps, dispatch, told)
  if (written === undefined) return { later: [...told], news: [] }
  const { settled, changes } = written
  const mentioned = new Set(told.map(({ delivery }) => delivery.recipientIndex))
  await tellMirrors(
    deps,
    settled,
    settled.recipients.filter((_, index) => mentioned.has(index)),
  )
  await sendNextContact(deps, settled, changes)
  await advance(deps, settled, changes)
  return {
    later: told.filter(({ receipt, delivery }) => {
      const recipient = settled.recipients[delivery.recipientIndex]
      return recipient !== undefined && mustReceiptWait(recipient, receipt)
    }),
    news: told.flatMap((one) => newsOf(settled, one)),
  }
}
