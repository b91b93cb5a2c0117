import { reachesNobody, type AlertMode, type Reach } from '../alert.ts'
import { lastDanger, remainingOf } from '../alert-ending.ts'
import { callListOpensAt, type CallRules } from '../call-list.ts'
import type { Level } from '../level.ts'
import type { VersionState } from '../version.ts'
import type { AlertNoticeKind, NoticeRules } from './notice.ts'

/** What these rules look at of a version. */
export type NoticedVersion = {
  version: number
  state: VersionState
  level: Level
  mode: AlertMode
  lane: 'urgent' | 'routine'
  reaches: Reach
  areas: readonly string[]
  districtsOver?: readonly string[] | undefined
  authors: ReadonlySet<string>
  approval?: { by: string } | undefined
  issuedAtEpochSeconds?: number | undefined
  expiresAtEpochSeconds: number
  history: readonly { action: string; by: string; atIso: string }[]
}

/**
 * A notice that people should have by now or later. `ordinal` tells those of one kind apart: the step of the history
 * that it is about, or which reminder it is. `by`: those who had a part in what it is about.
 */
type Notice = { kind: AlertNoticeKind; ordinal: number; by: readonly string[] }
/** Of the stage: when people are told, and when villages must be called. */
export type NoticeClock = { notices: NoticeRules; calls: CallRules }
type TimedNotice = Notice & { fromEpochSeconds: number; untilEpochSeconds: number }

/** Nobody is told of what happened longer ago: they know, or it is too late. */
const staleSeconds = 24 * 3600

const secondsOf = (atIso: string): number => Math.floor(Date.parse(atIso) / 1000)

const partOf = ({ authors, approval, history }: NoticedVersion): string[] => [
  ...new Set([
    ...authors,
    ...(approval === undefined ? [] : [approval.by]),
    ...history
      .filter(({ action }) => action === 'issue-alone' || action === 'break-glass')
      .map(({ by }) => by),
  ]),
]

const stepNotice = (
  version: NoticedVersion,
  action: string,
  kind: AlertNoticeKind,
  by: readonly string[],
): TimedNotice[] => {
  const ordinal = version.history.findLastIndex((step) => step.action === action)
  const step = version.history[ordinal]
  if (step === undefined) return []
  const fromEpochSeconds = secondsOf(step.atIso)
  return [{ kind, ordinal, by, fromEpochSeconds, untilEpochSeconds: fromEpochSeconds + staleSeconds }]
}

/** Who could not be told before the second notice is told by that one alone. */
const whileItWaits = (version: NoticedVersion, { againMinutes }: NoticeRules): TimedNotice[] =>
  stepNotice(version, 'submit', 'submitted', [...version.authors]).flatMap((first) => {
    const endsAt = version.expiresAtEpochSeconds
    const againFrom = first.fromEpochSeconds + againMinutes * 60
    return [
      { ...first, untilEpochSeconds: Math.min(againFrom, endsAt) },
      {
        ...first,
        kind: 'still-waiting' as const,
        fromEpochSeconds: againFrom,
        untilEpochSeconds: endsAt,
      },
    ]
  })

/** Who wrote it is told that it came back, but not who sent it back. */
const sentBack = (version: NoticedVersion): TimedNotice[] => {
  const last = version.history.at(-1)
  if (last?.action !== 'return' && last?.action !== 'reject') return []
  const others = [...version.authors].filter((author) => author !== last.by)
  if (others.length === 0) return []
  return stepNotice(version, last.action, last.action === 'return' ? 'returned' : 'rejected', others)
}

/** An hour before its time is over, unless it was issued for less than that; and after it, until somebody ends it. */
const towardsItsEnd = (version: NoticedVersion, rules: NoticeRules): TimedNotice[] => {
  const endsAt = version.expiresAtEpochSeconds
  const soonFrom = endsAt - rules.beforeExpiryMinutes * 60
  const by = partOf(version)
  const soon: TimedNotice[] =
    soonFrom > (version.issuedAtEpochSeconds ?? endsAt)
      ? [{ kind: 'expiring', ordinal: 0, by, fromEpochSeconds: soonFrom, untilEpochSeconds: endsAt }]
      : []
  const everySeconds = rules.notEndedHours * 3600
  const reminders = Array.from({ length: rules.notEndedTimes }, (_, ordinal): TimedNotice => {
    const fromEpochSeconds = endsAt + ordinal * everySeconds
    return {
      kind: 'not-ended',
      ordinal,
      by,
      fromEpochSeconds,
      untilEpochSeconds: fromEpochSeconds + everySeconds,
    }
  })
  return [...soon, ...reminders]
}

/** Whether this is the danger that was told last, and it holds somewhere still. */
const isLastWord = (version: NoticedVersion, versions: readonly NoticedVersion[]): boolean =>
  version.lane === 'urgent' &&
  lastDanger(versions)?.version === version.version &&
  remainingOf(versions).areas.length > 0

/** When the call list opens on the version's own clock, and once more later. Not while it is stopped. */
const whileVillagesWait = (version: NoticedVersion, { notices, calls }: NoticeClock): TimedNotice[] => {
  const { issuedAtEpochSeconds, expiresAtEpochSeconds: endsAt } = version
  if (issuedAtEpochSeconds === undefined || version.state === 'stopped' || reachesNobody(version)) return []
  const opensAt = callListOpensAt({ ...version, issuedAtEpochSeconds }, calls)
  const againFrom = opensAt + notices.callAgainMinutes * 60
  const first = { ordinal: 0, by: partOf(version), fromEpochSeconds: opensAt, untilEpochSeconds: endsAt }
  return [
    { ...first, kind: 'call-villages', untilEpochSeconds: Math.min(againFrom, endsAt) },
    { ...first, kind: 'still-to-call', fromEpochSeconds: againFrom },
  ]
}

/** Of the danger that was told last: where villages must be called, and that somebody owes an end to an actual one. */
const whileItHolds = (version: NoticedVersion, clock: NoticeClock): TimedNotice[] => [
  ...whileVillagesWait(version, clock),
  ...(version.mode === 'actual' ? towardsItsEnd(version, clock.notices) : []),
]

/** What one person issues alone, and another one has to look at: past a second person, or taking it back. */
const issuedAlone = (version: NoticedVersion): TimedNotice[] =>
  stepNotice(
    version,
    version.level === 'cancel' ? 'issue-alone' : 'break-glass',
    'glass-broken',
    partOf(version),
  )

const allNotices = (
  version: NoticedVersion,
  versions: readonly NoticedVersion[],
  clock: NoticeClock,
): TimedNotice[] => {
  if (version.state === 'submitted') return whileItWaits(version, clock.notices)
  if (version.issuedAtEpochSeconds === undefined) return sentBack(version)
  return [...issuedAlone(version), ...(isLastWord(version, versions) ? whileItHolds(version, clock) : [])]
}

/**
 * The notices about a version that people should have at this time, and when to look again; undefined where nothing
 * more will come unless somebody does something. `versions`: all of the alert, oldest first.
 */
export const dueNotices = (
  version: NoticedVersion,
  versions: readonly NoticedVersion[],
  clock: NoticeClock,
  nowEpochSeconds: number,
): { due: Notice[]; nextAtEpochSeconds: number | undefined } => {
  const all = allNotices(version, versions, clock).filter(
    (one) => one.fromEpochSeconds < one.untilEpochSeconds,
  )
  const later = all.map((one) => one.fromEpochSeconds).filter((from) => from > nowEpochSeconds)
  return {
    due: all
      .filter((one) => one.fromEpochSeconds <= nowEpochSeconds && nowEpochSeconds < one.untilEpochSeconds)
      .map(({ kind, ordinal, by }) => ({ kind, ordinal, by })),
    nextAtEpochSeconds: later.length === 0 ? undefined : Math.min(...later),
  }
}
