import { standingRecords, type CallOutcome, type CallRecord } from './acknowledgement.ts'
import type { AlertMode } from './alert.ts'
import type { Coverage } from './coverage.ts'
import type { Level } from './level.ts'
import { finishOutsideQuietHours, heldUntilMs, keepsQuietHours, type QuietHours } from './quiet-hours.ts'
import type { Member } from './village.ts'

/** Why a village is on the call list, the most urgent first. `send-someone`: there is no number to call. */
export const callReasons = ['needs-help', 'send-someone', 'call'] as const
export type CallReason = (typeof callReasons)[number]

/** Hours of the day in Laos (UTC+7) in which people sleep, over midnight: from 22 until 6. */
type Night = { fromHour: number; untilHour: number }

const secondsPerHour = 3600
const hourInLaos = (epochSeconds: number): number => Math.floor(epochSeconds / secondsPerHour + 7) % 24

/** Whether people sleep then. */
const isNight = (epochSeconds: number, { fromHour, untilHour }: Night): boolean => {
  const hour = hourInLaos(epochSeconds)
  return fromHour <= untilHour ? hour >= fromHour && hour < untilHour : hour >= fromHour || hour < untilHour
}

/** How long an SMS has to be proven delivered, when people sleep, and when what can wait is held back. */
export type CallRules = {
  readonly proofMinutes: number
  readonly night: Night
  readonly quietHours: QuietHours | undefined
}

type Told = {
  level: Level
  lane: 'urgent' | 'routine'
  mode: AlertMode
  issuedAtEpochSeconds?: number | undefined
}

/**
 * Whether the version is a warning or an evacuation that was issued at night: an SMS wakes nobody. A drill that quiet
 * hours hold until the morning is none.
 */
export const isIssuedAtNight = (version: Told, { night, quietHours }: CallRules): boolean => {
  const { level, issuedAtEpochSeconds } = version
  return (
    (level === 'warning' || level === 'evacuate') &&
    issuedAtEpochSeconds !== undefined &&
    isNight(issuedAtEpochSeconds, night) &&
    heldUntilMs(version, quietHours, issuedAtEpochSeconds * 1000) === undefined
  )
}

/**
 * From when on nobody waits for a proof any more: so long after the version was issued, and at once at night. The time
 * of what quiet hours hold rests in them. Epoch seconds.
 */
export const callListOpensAt = (
  version: Told & { issuedAtEpochSeconds: number },
  rules: CallRules,
): number => {
  const { issuedAtEpochSeconds } = version
  if (isIssuedAtNight(version, rules)) return issuedAtEpochSeconds
  const quiet = keepsQuietHours(version) ? rules.quietHours : undefined
  return finishOutsideQuietHours(issuedAtEpochSeconds * 1000, rules.proofMinutes * 60_000, quiet) / 1000
}

/** What decides of one village whether somebody must call it. */
export type CallNeed = {
  coverage: Coverage
  /** Whether anyone of the committee has a number that can be called, be it a fixed line. */
  hasPhone: boolean
  /** Nobody waits for a proof: its time is over, SMS cannot be relied on at this moment, or people sleep. */
  isOpen: boolean
  /** People sleep: a phone that took an SMS proves nothing of them. */
  isNightWarning: boolean
}

/** A drill that writes to nobody has its villages called as if their SMS were on the way. */
const callMayWait: ReadonlySet<Coverage> = new Set(['waiting', 'rehearsed', 'handed-over', 'delivered'])

/** Why the village must be called, or somebody sent there; undefined where it is covered, or may be so in a moment. */
export const reasonToCall = (need: CallNeed): CallReason | undefined => {
  const { coverage } = need
  if (coverage === 'acknowledged') return undefined
  if (coverage === 'needs-help') return 'needs-help'
  if (coverage === 'delivered' && !need.isNightWarning) return undefined
  if (callMayWait.has(coverage) && !need.isOpen) return undefined
  return need.hasPhone ? 'call' : 'send-someone'
}

/** A village as its place in the list is found. `untouchedSince`: when somebody last tried to reach it. */
export type CallRank = {
  village: string
  reason: CallReason
  exposure: number
  untouchedSinceEpochSeconds: number
}

/** By reason, then the most exposed, then those that nobody has tried to reach for the longest, then by code. */
export const byCallOrder = (a: CallRank, b: CallRank): number =>
  callReasons.indexOf(a.reason) - callReasons.indexOf(b.reason) ||
  b.exposure - a.exposure ||
  a.untouchedSinceEpochSeconds - b.untouchedSinceEpochSeconds ||
  (a.village < b.village ? -1 : 1)

/** What the last call to each member came to; records without a member are of nobody. */
export const lastOutcomes = (records: readonly CallRecord[]): ReadonlyMap<string, CallOutcome> =>
  new Map(
    standingRecords(records).flatMap(({ memberId, outcome }): [string, CallOutcome][] =>
      memberId === undefined ? [] : [[memberId, outcome]],
    ),
  )

const groupOf = ({ id, status }: Member, outcomes: ReadonlyMap<string, CallOutcome>): number => {
  const outcome = outcomes.get(id)
  if (outcome === 'wrong-number') return 3
  if (status === 'quarantined') return 2
  return outcome === 'no-answer' ? 1 : 0
}

const provenDay = ({ lastProvenReachableAtIso = '' }: Member): string => lastProvenReachableAtIso.slice(0, 10)

/**
 * Whom to call first: whose number was proven to reach someone on the latest day, then in the committee's order. Who
 * did not answer this alert's last call comes after them, then quarantined numbers, then wrong ones. Fixed lines get
 * no SMS and can be called.
 */
export const callOrder = (
  members: readonly Member[],
  outcomes: ReadonlyMap<string, CallOutcome> = new Map(),
): Member[] =>
  members
    .filter(({ status }) => status !== 'left')
    .toSorted((a, b) => {
      const byProof = provenDay(a) === provenDay(b) ? 0 : provenDay(a) > provenDay(b) ? -1 : 1
      return groupOf(a, outcomes) - groupOf(b, outcomes) || byProof
    })

/** Whether there is a number to call: those known to be wrong are none. */
export const hasNumberToCall = (
  members: readonly Member[],
  outcomes: ReadonlyMap<string, CallOutcome>,
): boolean => members.some(({ id, status }) => status !== 'left' && outcomes.get(id) !== 'wrong-number')
