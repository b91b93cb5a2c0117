import type { DeliveryState, Tally } from './delivery.ts'
import type { Dispatch, Recipient } from './dispatch.ts'
import { languageFor, type Texts } from './render-text.ts'
import { countSmsParts } from './sms-parts.ts'
import { fillText } from './templates/read-slots.ts'
import type { Language } from './village.ts'

/** An SMS that did not come through. */
type Failure = { state: DeliveryState; reason: string | null; count: number }

/** What a report keeps of one village's share of one version. */
export type Share = {
  recipients: number
  handedOver: number
  partsHandedOver: number
  possibleDuplicates: number
  resent: number
  failures: Failure[]
  hasFirstContact: boolean
  firstContactAt: number | undefined
  handedOverAt: number | undefined
  deliveredAt: number | undefined
}

const taken: ReadonlySet<DeliveryState> = new Set(['accepted', 'delivered', 'undelivered', 'unknown'])
const failed: ReadonlySet<DeliveryState> = new Set([
  'undelivered',
  'unknown',
  'in-doubt',
  'rejected',
  'superseded',
  'expired',
])

/** The smallest of the instants that are known; undefined where none is. */
export const earliest = (instants: readonly (number | undefined)[]): number | undefined => {
  const known = instants.filter((at) => at !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}

/** Whether a gateway ever took an SMS to them. A receipt proves it where its sender died before it could say so. */
const isHandedOver = ({ state, handedOverAtEpochSeconds }: Recipient): boolean =>
  handedOverAtEpochSeconds !== undefined || taken.has(state)

const timeOf = ({ handedOverAtEpochSeconds }: Recipient): number | undefined => handedOverAtEpochSeconds

/** Failures of the same kind together, the most frequent first. */
export const addFailures = (failures: readonly Failure[]): Failure[] => {
  const groups = Map.groupBy(failures, ({ state, reason }) => `${state} ${reason ?? ''}`)
  return [...groups.values()]
    .flatMap(([first, ...rest]) =>
      first === undefined
        ? []
        : [{ ...first, count: rest.reduce((sum, { count }) => sum + count, first.count) }],
    )
    .toSorted((a, b) => b.count - a.count || (`${a.state} ${a.reason}` < `${b.state} ${b.reason}` ? -1 : 1))
}

/** Billed parts of each language's text as this village gets it. */
const partsByLanguage = ({ fill }: Pick<Dispatch, 'fill'>, texts: Texts) => {
  const parts = new Map<Language, number>()
  return (own: Language): number => {
    const { language } = languageFor(own, texts)
    const known = parts.get(language)
    if (known !== undefined) return known
    const counted = countSmsParts(fillText(texts[language] ?? '', fill?.[language] ?? {})).parts
    parts.set(language, counted)
    return counted
  }
}

/** What a report keeps of a dispatch. Who shares a phone with another village is counted there. */
export const shareOf = (dispatch: Pick<Dispatch, 'recipients' | 'fill'>, texts: Texts): Share => {
  const own = dispatch.recipients.filter(({ sharedWith }) => sharedWith === undefined)
  const handedOver = own.filter(isHandedOver)
  const partsOf = partsByLanguage(dispatch, texts)
  const firsts = own.filter(({ wave }) => wave === 1)
  return {
    recipients: own.length,
    handedOver: handedOver.length,
    partsHandedOver: handedOver.reduce((sum, { language }) => sum + partsOf(language), 0),
    possibleDuplicates: own.filter(({ possibleDuplicate }) => possibleDuplicate).length,
    resent: own.filter(({ attemptsBefore }) => attemptsBefore !== undefined).length,
    failures: addFailures(
      own
        .filter(({ state }) => failed.has(state))
        .map(({ state, reason }) => ({ state, reason: reason ?? null, count: 1 })),
    ),
    hasFirstContact: firsts.length > 0,
    firstContactAt: earliest(firsts.map(timeOf)),
    handedOverAt: earliest(own.map(timeOf)),
    deliveredAt: earliest(
      own
        .filter(({ state }) => state === 'delivered')
        .map(({ changedAtEpochSeconds }) => changedAtEpochSeconds),
    ),
  }
}

/** Counts of a tally that are not zero. */
export const countsAboveZero = (tally: Tally): Partial<Tally> =>
  Object.fromEntries(Object.entries(tally).filter(([, count]) => count > 0))

const steps = [1, 2, 5, 10, 15, 30, 60, 120, 360, 720, 1440] as const

type Reached = {
  handedOverAt: number | undefined
  deliveredAt: number | undefined
  acknowledgedAt: number | undefined
}

/** How far villages were so many minutes after the alert was issued, up to now. */
export const progressOf = (villages: readonly Reached[], issuedAt: number, nowEpochSeconds: number) =>
  steps
    .filter((minutes) => issuedAt + minutes * 60 <= nowEpochSeconds)
    .map((minutes) => {
      const reached = (at: number | undefined): boolean => at !== undefined && at <= issuedAt + minutes * 60
      return {
        minutes,
        handedOver: villages.filter(({ handedOverAt }) => reached(handedOverAt)).length,
        delivered: villages.filter(({ deliveredAt }) => reached(deliveredAt)).length,
        acknowledged: villages.filter(({ acknowledgedAt }) => reached(acknowledgedAt)).length,
      }
    })
