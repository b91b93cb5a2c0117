import type { SendMessage } from '../../shared/contracts/queue-messages.ts'
import type { VersionRecord } from '../../shared/contracts/version-record.ts'
import { toEpochSeconds } from '../../shared/clock.ts'
import {
  afterSend,
  passFirstContactOn,
  retryDelaySeconds,
  type SendResult,
} from '../../shared/domain/after-send.ts'
import { hasPending, type Dispatch, type Lease } from '../../shared/domain/dispatch.ts'
import { languageFor } from '../../shared/domain/render-text.ts'
import type { RecipientChange } from '../../shared/store/dispatch-changes.ts'
import type { Reservation } from '../../shared/store/pace-store.ts'
import type { SendSmsDeps } from './deps.ts'
import { leaseMarginMs, publishPaced } from './publish-paced.ts'
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
import { tellMirrors } from '../../shared/progress/tell-mirrors.ts'

type Work = { message: SendMessage; indexes: readonly number[] }
type Slots = Extract<Reservation, { outcome: 'reserved' }>

/** Time that is kept for settling when a sender waits for its slots. */
const keptForSettlingMs = 5_000

/** Reserves slots; undefined where the account's rate is taken for longer than this invocation lasts. */
const reserveSlots = async (
  deps: SendSmsDeps,
  count: number,
  remainingMs: () => number,
): Promise<Slots | undefined> => {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- asks again when the time that it was told has passed
    const reservation = await deps.pace.reserve(count, deps.clock.nowMs())
    if (reservation.outcome === 'reserved') return reservation
    if (remainingMs() < reservation.waitMs + keptForSettlingMs) return undefined
    // oxlint-disable-next-line no-await-in-loop -- as above
    await deps.sleep(reservation.waitMs)
  }
}

const textOf = (version: VersionRecord, language: 'lo' | 'en'): string => {
  const texts = version.rendered ?? {}
  return texts[languageFor(language, texts).language] ?? ''
}

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
): ((atMs: number) => boolean) => {
  const marginMs = leaseMarginMs(deps.leaseSeconds)
  return (atMs) =>
    atMs + marginMs < lease.endsAtEpochMs &&
    atMs + marginMs < deps.clock.nowMs() + remainingMs() &&
    atMs < version.expiresAtEpochSeconds * 1000
}

/** Claims the recipients, publishes, and settles: three steps, of which the first and last are one write each. */
export const sendWave = async (
  deps: SendSmsDeps,
  dispatch: Dispatch,
  version: VersionRecord,
  { message, indexes }: Work,
  remainingMs: () => number,
): Promise<SendReport> => {
  const slots = await reserveSlots(deps, indexes.length, remainingMs)
  if (slots === undefined) return { ...nothingDone, again: [{ message, delaySeconds: 1 }] }
  const lease: Lease = { token: deps.newId(), endsAtEpochMs: deps.clock.nowMs() + deps.leaseSeconds * 1000 }
  const claims = changesAt(dispatch, indexes, (recipient) => ({ ...recipient, state: 'sending' }))
  const isMine = await deps.dispatches.change(dispatch, {
    recipients: claims,
    lease,
    dueAtEpochSeconds: Math.ceil(lease.endsAtEpochMs / 1000),
  })
  if (!isMine) return { ...nothingDone, again: [{ message, delaySeconds: busyDelaySeconds }] }

  const claimed: Dispatch = { ...withChanges(dispatch, claims), lease }
  const sending = claims.map(({ to }) => ({ recipient: to, text: textOf(version, to.language) }))
  const mayPublishAt = untilWhen(deps, lease, version, remainingMs)
  const results = await publishPaced(deps, sending, dispatch.lane, slots, mayPublishAt)

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
    again: againOf(deps, settled, version, message),
  }
}
