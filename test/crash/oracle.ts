import type { DeliveryState } from '../../shared/domain/delivery.ts'
import { smsKey, type Doubt, type Kill } from './ledger.ts'

/** Who should have got an alert. */
type Expected = { alertId: string; lane: 'urgent' | 'routine'; village: string; phone: string }

/** What the table says of a recipient. */
export type Recorded = {
  alertId: string
  village: string
  phone: string
  state: DeliveryState
  possibleDuplicate: boolean
  gatewayMessageId: string | undefined
}

/** An SMS of the gateway's own outbox. */
type Sent = { alertId: string; phone: string; messageId: string }

/** All that is known of some alerts when nothing moves any more. */
export type Evidence = {
  expected: readonly Expected[]
  recorded: readonly Recorded[]
  sent: readonly Sent[]
  /** By dispatch (`<alert id>/<village>`): claims that were taken over, with why. */
  doubts: ReadonlyMap<string, readonly Doubt[]>
  /** By SMS: publishes whose answer the pass-through kept back. */
  lostAnswers: ReadonlySet<string>
  kills: readonly Kill[]
  earlyTakeovers: readonly string[]
}

/** Names of what must not be; each entry names an SMS or a dispatch. */
export const violations = [
  /** Neither published nor shown as failed, expired, superseded or in doubt. */
  'lost',
  /** Twice in the outbox, and nothing says so. */
  'twiceUnmarked',
  /** More often than the policy allows: an urgent SMS once more, a routine one never. */
  'tooOften',
  /** Marked or in doubt, though no kill, lost answer or failed settle accounts for it. */
  'unexplained',
  /** A kill left more dispatches with marks than its senders had claimed. */
  'tooManyMarks',
  /** Recorded as accepted under a message id that the gateway never gave for that phone. */
  'falselyAccepted',
  /** Published, but neither accepted nor in doubt in the table. */
  'unaccounted',
  /** Published for nobody who should get it. */
  'uninvited',
  /** A lease was taken over before its end. */
  'earlyTakeover',
] as const
export type Violation = (typeof violations)[number]

export type Verdict = {
  ok: boolean
  faults: Readonly<Record<Violation, readonly string[]>>
  counts: {
    sms: number
    published: number
    accepted: number
    inDoubt: number
    twice: number
    marked: number
    markedByKills: number
    markedByLostAnswers: number
    markedOtherwise: number
    kills: number
    mostMarkedPerKill: number
    mostClaimedPerKill: number
  }
}

const acceptedStates: ReadonlySet<DeliveryState> = new Set([
  'accepted',
  'delivered',
  'undelivered',
  'unknown',
])
/** States that tell a person that somebody was not reached, or maybe not. */
const toldStates: ReadonlySet<DeliveryState> = new Set(['rejected', 'expired', 'superseded', 'in-doubt'])

const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

type Line = { key: string; dispatch: string; expected: Expected; found: Recorded | undefined; sent: Sent[] }

const linesOf = (evidence: Evidence): Line[] => {
  const recorded = new Map(evidence.recorded.map((one) => [smsKey(one.alertId, one.phone), one]))
  const sent = groupBy(evidence.sent, (one) => smsKey(one.alertId, one.phone))
  return evidence.expected.map((expected) => {
    const key = smsKey(expected.alertId, expected.phone)
    return {
      key,
      dispatch: `${expected.alertId}/${expected.village}`,
      expected,
      found: recorded.get(key),
      sent: sent.get(key) ?? [],
    }
  })
}

const isInDoubt = ({ found }: Line): boolean => found?.state === 'in-doubt'
const isMarked = ({ found }: Line): boolean => found?.possibleDuplicate === true
const isAccepted = ({ found }: Line): boolean => found !== undefined && acceptedStates.has(found.state)

/** Attempts of which nobody knows: the mark stands for one, the state for the last. */
const doubtsOf = (line: Line): number => Number(isMarked(line)) + Number(isInDoubt(line))

const isLost = (line: Line): boolean =>
  line.found === undefined || (line.sent.length === 0 && !toldStates.has(line.found.state))

const isFalselyAccepted = (line: Line): boolean =>
  isAccepted(line) && !line.sent.some(({ messageId }) => messageId === line.found?.gatewayMessageId)

/**
 * accepted ≤ outbox ≤ accepted + in doubt, for each SMS by itself: what went out is one or the other, and as often as
 * there is an acceptance, a doubt or a mark for it.
 */
const isUnaccounted = (line: Line): boolean =>
  (line.sent.length > 0 && !isAccepted(line) && !isInDoubt(line)) ||
  line.sent.length > Number(isAccepted(line)) + doubtsOf(line)

const isExplained = ({ key, dispatch }: Line, { doubts, lostAnswers }: Evidence): boolean =>
  lostAnswers.has(key) || doubts.has(dispatch)

const killsOf = ({ doubts }: Evidence, dispatch: string): number[] =>
  (doubts.get(dispatch) ?? []).flatMap((doubt) => (doubt.cause === 'kill' ? [doubt.kill] : []))

/** The marked SMS that each kill accounts for, beside those whose answer was lost anyway. */
const marksByKill = (marked: readonly Line[], evidence: Evidence) =>
  evidence.kills.map((kill) => {
    const own = marked.filter(
      ({ key, dispatch }) =>
        !evidence.lostAnswers.has(key) && killsOf(evidence, dispatch).includes(kill.number),
    )
    return { kill, own, dispatches: new Set(own.map(({ dispatch }) => dispatch)) }
  })

const countOf = (evidence: Evidence, lines: readonly Line[]): Verdict['counts'] => {
  const marked = lines.filter(isMarked)
  const byKill = marksByKill(marked, evidence)
  const killed = new Set(byKill.flatMap(({ own }) => own.map(({ key }) => key)))
  const byLostAnswers = marked.filter(({ key }) => evidence.lostAnswers.has(key)).length
  return {
    sms: lines.length,
    published: evidence.sent.length,
    accepted: lines.filter(isAccepted).length,
    inDoubt: lines.filter(isInDoubt).length,
    twice: lines.filter(({ sent }) => sent.length > 1).length,
    marked: marked.length,
    markedByKills: killed.size,
    markedByLostAnswers: byLostAnswers,
    markedOtherwise: marked.length - killed.size - byLostAnswers,
    kills: evidence.kills.length,
    mostMarkedPerKill: Math.max(0, ...byKill.map(({ dispatches }) => dispatches.size)),
    mostClaimedPerKill: Math.max(0, ...evidence.kills.map(({ dispatches }) => new Set(dispatches).size)),
  }
}

/** Holds the gateway's outbox against the table. */
export const judge = (evidence: Evidence): Verdict => {
  const lines = linesOf(evidence)
  const keysOf = (wanted: (line: Line) => boolean) => lines.filter(wanted).map(({ key }) => key)
  const invited = new Set(lines.map(({ key }) => key))
  const marked = lines.filter(isMarked)
  const faults: Verdict['faults'] = {
    lost: keysOf(isLost),
    twiceUnmarked: keysOf((line) => line.sent.length > 1 && !isMarked(line)),
    tooOften: keysOf(({ sent, expected }) => sent.length > (expected.lane === 'urgent' ? 2 : 1)),
    unexplained: keysOf((line) => doubtsOf(line) > 0 && !isExplained(line, evidence)),
    tooManyMarks: marksByKill(marked, evidence)
      .filter(({ kill, dispatches }) => !dispatches.isSubsetOf(new Set(kill.dispatches)))
      .map(({ kill }) => `kill ${kill.number}: ${kill.what}`),
    falselyAccepted: keysOf(isFalselyAccepted),
    unaccounted: keysOf(isUnaccounted),
    uninvited: evidence.sent
      .filter(({ alertId, phone }) => !invited.has(smsKey(alertId, phone)))
      .map(({ messageId }) => messageId),
    earlyTakeover: evidence.earlyTakeovers,
  }
  return {
    ok: violations.every((name) => faults[name].length === 0),
    faults,
    counts: countOf(evidence, lines),
  }
}
