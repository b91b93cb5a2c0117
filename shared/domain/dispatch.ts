import { emptyTally, isOpen, type DeliveryState, type Tally } from './delivery.ts'
import type { Wave } from './alert.ts'
import type { VillageFill } from './templates/village-values.ts'
import type { Language } from './village.ts'

/** One recipient of a dispatch and what became of their SMS. */
export type Recipient = {
  memberId: string
  phone: string
  language: Language
  wave: Wave
  state: DeliveryState
  /** Attempts that were answered or timed out; throttling spends none. */
  attempts: number
  possibleDuplicate: boolean
  /** Attempts there had been when a person last had this one sent again; undefined where nobody had. */
  attemptsBefore?: number | undefined
  /** The village that owns this phone's SMS, where this entry is `suppressed` for it. */
  sharedWith?: string | undefined
  /** Villages whose entries of the same phone wait for this one's state. */
  mirroredIn?: string[] | undefined
  gatewayMessageId?: string | undefined
  /** When a gateway first took an SMS to them, as the sender recorded it. */
  handedOverAtEpochSeconds?: number | undefined
  /** SMS that the gateway took or may have taken, where it is another number than the state tells. */
  smsTaken?: number | undefined
  /** A name of an error or rule, never its words. */
  reason?: string | undefined
  changedAtEpochSeconds?: number | undefined
}

/** The one sender that may publish for a dispatch, until when. */
export type Lease = { token: string; endsAtEpochMs: number }

/**
 * How far the SMS on a phone got that another village owns, as told to a village that shares it; later ones outrank
 * earlier ones. `failed`: it will not come, for one of the shared phones at least. `rehearsed`: the drill writes to nobody.
 */
export const mirroredStates = ['failed', 'rehearsed', 'accepted', 'delivered'] as const
export type Mirrored = (typeof mirroredStates)[number]

/** What a village that shares the phone is told of a delivery; undefined while it is on its way. */
export const mirroredOf = (state: DeliveryState): Mirrored | undefined => {
  switch (state) {
    case 'accepted':
    case 'unknown':
      return 'accepted'
    case 'delivered':
      return 'delivered'
    case 'rehearsed':
      return 'rehearsed'
    case 'rejected':
    case 'undelivered':
    case 'superseded':
    case 'expired':
      return 'failed'
    case 'pending':
    case 'sending':
    case 'in-doubt':
    case 'suppressed':
      return undefined
    default:
      return state satisfies never
  }
}

/** What names a dispatch: one village's share of one version. */
export type DispatchKey = { alertId: string; version: number; district: string; village: string }

export type Dispatch = DispatchKey & {
  lane: 'urgent' | 'routine'
  exposure: number
  recipients: Recipient[]
  /** The words of the village and its district that the version's texts need, as they were at fan-out. */
  fill?: VillageFill | undefined
  lease?: Lease | undefined
  mirrored?: Mirrored | undefined
  /** The last resend of the version that was carried out here, by its number. */
  resend?: number | undefined
  /** When `tick` must look at it again; undefined where no work is open. */
  dueAtEpochSeconds?: number | undefined
  /** When the table lets it go, as its version says; read by nobody. */
  removeAtEpochSeconds?: number | undefined
}

/** How many recipients are in each state. */
export const tallyOf = (recipients: readonly Recipient[]): Tally => {
  const tally = { ...emptyTally }
  for (const { state } of recipients) tally[state] += 1
  return tally
}

/** Whether any sender still has work with the dispatch. */
export const hasOpenWork = (dispatch: Pick<Dispatch, 'recipients'>): boolean =>
  dispatch.recipients.some((recipient) => isOpen(recipient.state))

/** Whether the village's first contact has yet to have its turn: no attempt was answered or timed out. */
export const awaitsFirstTurn = (dispatch: Pick<Dispatch, 'recipients'>): boolean =>
  dispatch.recipients.some(
    (recipient) => recipient.wave === 1 && recipient.attempts === 0 && isOpen(recipient.state),
  )

/** Whether anyone of the wave waits to be sent to. */
export const hasPending = (dispatch: Pick<Dispatch, 'recipients'>, wave: Wave): boolean =>
  dispatch.recipients.some((recipient) => recipient.wave === wave && recipient.state === 'pending')

export const hasDoubt = (dispatch: Pick<Dispatch, 'recipients'>): boolean =>
  dispatch.recipients.some((recipient) => recipient.state === 'in-doubt')
