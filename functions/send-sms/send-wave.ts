import type { SendMessage } from '../../shared/contracts/queue-messages.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import {
  afterSend,
  passFirstContactOn,
  retryDelaySeconds,
  type SendResult,
} from '../../shared/domain/after-send.ts'
import { hasPending, type Dispatch, type Lease, type Recipient } from '../../shared/domain/dispatch.ts'
import { heldUntilMs } from '../../shared/domain/quiet-hours.ts'
import { languageFor } from '../../shared/domain/render-text.ts'
import { countSmsParts } from '../../shared/domain/sms-parts.ts'
import { fillText } from '../../shared/domain/templates/read-slots.ts'
import type { Language } from '../../shared/domain/village.ts'
import type { RecipientChange } from '../../shared/store/dispatch-changes.ts'
import type { SendSmsDeps } from './deps.ts'
import { leaseMarginMs, publishPaced, type Sms } from './publish-paced.ts'
import { recordAfterLostLease } from './record-after-lost-lease.ts'
import {
  acceptedOf,
  busyDelaySeconds,
  changesAt,
  dueAfter,
  nothingDone,
  withChanges,
  type SendReport,
} from './send-report.ts'
import type { MayPublishAt, SlotPool } from './slot-pool.ts'
import { wayOut } from './way-out.ts'
import { tellMirrors } from '../../shared/progress/tell-mirrors.ts'

type Work = { message: SendMessage; indexes: readonly number[] }

/** What an invocation of the sender has: slots that its dispatches share, and time. */
export type Invocation = { pool: SlotPool; remainingMs: () => number }

const textOf = (version: VersionRecord, fill: Dispatch['fill'], own: Language): string => {
  const texts = version.rendered ?? {}
  const { language } = languageFor(own, texts)
  return fillText(texts[language] ?? '', fill?.[language] ?? {})
}

/** What goes out to whom, with the slots that each takes of a rate that counts messages, or parts of them. */
const smsOf = (
  deps: SendSmsDeps,
  version: VersionRecord,
  fill: Dispatch['fill'],
  recipients: readonly Recipient[],
): Sms[] => {
  const slotsOf = new Map<string, number>()
  return recipients.map((recipient) => {
    const text = textOf(version, fill, recipient.language)
    const slots = slotsOf.get(text) ?? (deps.rateCounts === 'parts' ? countSmsParts(text).parts : 1)
    slotsOf.set(text, slots)
    return { recipient, text, slots }
  })
}

const slotsTogether = (sending: readonly Sms[]) => ({
  all: sending.reduce((sum, { slots }) => sum + slots, 0),
  longest: sending.reduce((most, { slots }) => Math.max(most, slots), 0),
})

/** Recipients after their attempts, and after a first contact passed its place on. */
const settledChanges = (
  deps: SendSmsDeps,
  claimed: Dispatch,
  indexes: readonly number[],
  results: readonly SendResult[],
): RecipientChange[] => {
  const nowSeconds = toEpochSeconds(deps.clock.nowMs())
  const attempted = changesAt(claimed, indexes, (recipient, position) =>
    afterSend(
      recipient,
      results[position] ?? { kind: 'unknown', code: 'no-result' },
      claimed.lane,
      nowSeconds,
    ),
  )
  const passedOn = passFirstContactOn(withChanges(claimed, attempted).recipients)
  const moved = changesAt(
    claimed,
    passedOn.flatMap((recipient, index) =>
      recipient.wave === claimed.recipients[index]?.wave ? [] : [index],
    ),
    (recipient) => ({ ...recipient, wave: 1 }),
  )
  return [...attempted, ...moved]
}

/** Waves that wait for another attempt, with when. A wave in doubt for a person does not wait. */
const againOf = (
  deps: SendSmsDeps,
  dispatch: Dispatch,
  version: VersionRecord,
  message: SendMessage,
): SendReport['again'] => {
  const secondsToExpiry = version.expiresAtEpochSeconds - toEpochSeconds(deps.clock.nowMs())
  return ([1, 2] as const)
    .filter((wave) => hasPending(dispatch, wave) && (wave === 1 || message.wave === 2))
    .map((wave) => ({
      message: { ...message, wave },
      delaySeconds: retryDelaySeconds(
        dispatch.recipients.filter((recipient) => recipient.wave === wave),
        deps.random(),
        secondsToExpiry,
      ),
    }))
}

/** Until when the sender may publish: an answer must come back, and be settled, within lease and invocation. */
const untilWhen = (
  deps: SendSmsDeps,
  lease: Lease,
  version: VersionRecord,
  remainingMs: () => number,
): MayPublishAt => {
  const marginMs = leaseMarginMs(deps.leaseSeconds)
  return (atMs) =>
    atMs + marginMs < lease.endsAtEpochMs &&
    atMs + marginMs < deps.clock.nowMs() + remainingMs() &&
    atMs < version.expiresAtEpochSeconds * 1000 &&
    heldUntilMs(version, deps.quietHours, atMs) === undefined
}

/** Claims the recipients, publishes, and settles: three steps, of which the first and last are one write each. */
export const sendWave = async (
  deps: SendSmsDeps,
  dispatch: Dispatch,
  version: VersionRecord,
  { message, indexes }: Work,
  { pool, remainingMs }: Invocation,
): Promise<SendReport> => {
  const planned = smsOf(
    deps,
    version,
    dispatch.fill,
    indexes.flatMap((index) => dispatch.recipients[index] ?? []),
  )
  const way = wayOut(deps, version, pool)
  const { refused } = await way.pool.request(slotsTogether(planned), version)
  if (refused !== undefined) return { ...nothingDone, again: [{ message, ...refused }] }
  const startedAtMs = deps.clock.nowMs()
  const lease: Lease = { token: deps.newId(), endsAtEpochMs: startedAtMs + deps.leaseSeconds * 1000 }
  const claims = changesAt(dispatch, indexes, (recipient) => ({ ...recipient, state: 'sending' }))
  const isMine = await deps.dispatches.change(dispatch, {
    recipients: claims,
    lease,
    dueAtEpochSeconds: Math.ceil(lease.endsAtEpochMs / 1000),
  })
  if (!isMine) return { ...nothingDone, again: [{ message, delaySeconds: busyDelaySeconds }] }
  deps.claimLead.took(deps.clock.nowMs() - startedAtMs)

  const claimed: Dispatch = { ...withChanges(dispatch, claims), lease }
  const mayPublishAt = untilWhen(deps, lease, version, remainingMs)
  const results = await publishPaced({ ...deps, gateway: way.gateway }, planned, dispatch.lane, {
    version,
    pool: way.pool,
    mayPublishAt,
  })

  const changes = settledChanges(deps, claimed, indexes, results)
  const settled = withChanges(claimed, changes)
  const isSettled = await deps.dispatches.change(claimed, {
    recipients: changes,
    lease: undefined,
    ...dueAfter(deps, settled),
  })
  if (!isSettled) return recordAfterLostLease(deps, settled, changes)
  await tellMirrors(
    deps,
    settled,
    changes.map(({ to }) => to),
  )
  return {
    dispatch: settled,
    foundDone: false,
    accepted: acceptedOf(settled, indexes),
    unlisted: results.filter((result) => 'code' in result && result.code.startsWith('unlisted:')).length,
    again: againOf(deps, settled, version, message),
  }
}
