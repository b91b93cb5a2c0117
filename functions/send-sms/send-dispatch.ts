import type { SendMessage } from '../../shared/contracts/queue-messages.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import { afterSend, type SendResult } from '../../shared/domain/after-send.ts'
import { reachesNobody } from '../../shared/domain/alert.ts'
import type { Dispatch } from '../../shared/domain/dispatch.ts'
import { heldUntilMs } from '../../shared/domain/quiet-hours.ts'
import { planSend } from '../../shared/domain/plan-send.ts'
import type { RecipientChange } from '../../shared/store/dispatch-changes.ts'
import type { SmsIndexEntry } from '../../shared/store/sms-index-store.ts'
import type { SendSmsDeps } from './deps.ts'
import {
  acceptedOf,
  busyDelaySeconds,
  changesAt,
  dueAfter,
  nothingDone,
  withChanges,
  type SendReport,
} from './send-report.ts'
import { sendWave, type Invocation } from './send-wave.ts'
import { tellMirrors } from '../../shared/progress/tell-mirrors.ts'

/** Writes changes that need no lease; undefined where somebody was quicker. */
const changeAtRest = async (
  deps: SendSmsDeps,
  dispatch: Dispatch,
  recipients: readonly RecipientChange[],
): Promise<Dispatch | undefined> => {
  const changed = withChanges(dispatch, recipients)
  const applied = await deps.dispatches.change(dispatch, {
    recipients,
    lease: undefined,
    ...dueAfter(deps, changed),
  })
  return applied ? changed : undefined
}

/**
 * Whoever took the message before may have died before it told the mirrors and the index: mirrors are told again, and
 * the answer is what the index should know.
 */
export const finishEarlier = async (deps: SendSmsDeps, dispatch: Dispatch): Promise<SmsIndexEntry[]> => {
  await tellMirrors(deps, dispatch, dispatch.recipients)
  return acceptedOf(dispatch, [...dispatch.recipients.keys()])
}

const again = (message: SendMessage, delaySeconds: number): SendReport => ({
  ...nothingDone,
  again: [{ message, delaySeconds }],
})

/**
 * Nothing goes out of it before quiet hours end, and no message waits meanwhile: `tick` finds the dispatch due when
 * they do, or when the version's time is over.
 */
const rest = async (
  deps: SendSmsDeps,
  dispatch: Dispatch,
  { expiresAtEpochSeconds }: VersionRecord,
  untilMs: number,
): Promise<SendReport> => {
  const due = Math.min(Math.ceil(untilMs / 1000), expiresAtEpochSeconds)
  if (dispatch.dueAtEpochSeconds !== due) await deps.dispatches.postpone(dispatch, due)
  return nothingDone
}

/** Sends one wave of one dispatch, or does what its state asks for instead. */
export const sendDispatch = async (
  deps: SendSmsDeps,
  dispatch: Dispatch,
  version: VersionRecord,
  message: SendMessage,
  invocation: Invocation,
): Promise<SendReport> => {
  const nowMs = deps.clock.nowMs()
  const plan = planSend(dispatch, message.wave, version, nowMs)
  switch (plan.kind) {
    case 'nothing-left':
      return { ...nothingDone, dispatch, foundDone: true }
    case 'held':
      return nothingDone
    case 'busy':
      return again(message, Math.min(busyDelaySeconds, Math.ceil((plan.untilEpochMs - nowMs) / 1000) + 1))
    case 'end': {
      const changes = changesAt(dispatch, plan.indexes, (recipient) => ({
        ...recipient,
        // An earlier attempt may have gone out: nobody may say that it did not.
        state: recipient.possibleDuplicate ? 'in-doubt' : plan.as,
        changedAtEpochSeconds: toEpochSeconds(nowMs),
      }))
      const changed = await changeAtRest(deps, dispatch, changes)
      if (changed === undefined) return again(message, 1)
      await tellMirrors(
        deps,
        changed,
        changes.map(({ to }) => to),
      )
      return { ...nothingDone, dispatch: changed }
    }
    case 'recover': {
      // What reaches nobody leaves no doubt either: it is done once more.
      const became: SendResult = reachesNobody(version)
        ? { kind: 'not-tried' }
        : { kind: 'unknown', code: 'sender-died' }
      const changes = changesAt(dispatch, plan.indexes, (recipient) =>
        afterSend(recipient, became, dispatch.lane, toEpochSeconds(nowMs)),
      )
      deps.logger.warn('DELIVERIES_IN_DOUBT', {
        alertId: dispatch.alertId,
        village: dispatch.village,
        count: changes.length,
      })
      const changed = await changeAtRest(deps, dispatch, changes)
      return changed === undefined
        ? again(message, 1)
        : sendDispatch(deps, changed, version, message, invocation)
    }
    case 'send': {
      const heldUntil = heldUntilMs(version, deps.quietHours, nowMs)
      if (heldUntil !== undefined) return rest(deps, dispatch, version, heldUntil)
      return sendWave(deps, dispatch, version, { message, indexes: plan.indexes }, invocation)
    }
    default:
      return plan satisfies never
  }
}
