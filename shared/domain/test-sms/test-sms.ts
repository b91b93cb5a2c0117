import { districtOf } from '../area.ts'
import { isOpen, type DeliveryState } from '../delivery.ts'
import type { Dispatch, DispatchKey } from '../dispatch.ts'

/** What the person said of a test SMS, or that nobody could ask them. */
export const testAnswers = ['read', 'unreadable', 'not-arrived', 'not-asked'] as const
export type TestAnswer = (typeof testAnswers)[number]

/** One test SMS to a member. An answer is about the number that it went to, and void with it. */
export type TestSms = {
  id: string
  /** E.164: the member's number when it was asked for. */
  phone: string
  by: string
  atEpochSeconds: number
  answer?: { said: TestAnswer; by: string; atEpochSeconds: number } | undefined
}

/** A test SMS travels as the only version of an alert that is in no list; its id begins with this. */
const idPrefix = 't-'
export const testSmsIdOf = (digest: string): string => `${idPrefix}${digest.slice(0, 32)}`
export const isTestSmsId = (alertId: string): boolean => alertId.startsWith(idPrefix)

/** The one dispatch of a test SMS; it lies with the village, so that receipts prove or doubt the number there. */
export const testSmsKey = (id: string, village: string): DispatchKey => ({
  alertId: id,
  version: 1,
  district: districtOf(village),
  village,
})

/** What is not handed over so soon does not go out at all: whoever asked sits by the telephone. */
export const testHoldsSeconds = 1800

/** Test SMS to one member within 24 hours, whatever their number. */
export const mostTestsADay = 5
const daySeconds = 24 * 3600

/**
 * So long a test lies about, with the number that it went to: a number is tried anew before each rainy season. The
 * table then lets it go by itself, whatever became of the member.
 */
export const testKeptSeconds = 365 * daySeconds

const isYounger = (test: TestSms, seconds: number, nowEpochSeconds: number): boolean =>
  test.atEpochSeconds > nowEpochSeconds - seconds

/** Those of the tests that tell something of the number, newest first; no longer than the ledger surely has them. */
export const testsAbout = (tests: readonly TestSms[], phone: string, nowEpochSeconds: number): TestSms[] =>
  tests.filter((test) => test.phone === phone && isYounger(test, testKeptSeconds, nowEpochSeconds))

/** How far a test came by the ledger. Where no dispatch was written in time, nothing went out. */
export const deliveryOfTest = (
  { atEpochSeconds }: TestSms,
  dispatch: Pick<Dispatch, 'recipients'> | undefined,
  nowEpochSeconds: number,
): { state: DeliveryState; atEpochSeconds?: number | undefined } => {
  const recipient = dispatch?.recipients[0]
  if (recipient !== undefined)
    return { state: recipient.state, atEpochSeconds: recipient.changedAtEpochSeconds }
  const isComing = dispatch === undefined && nowEpochSeconds < atEpochSeconds + testHoldsSeconds
  return { state: isComing ? 'pending' : 'expired' }
}

/** Whether there is anything to ask the person about: the SMS may have reached them. */
export const isAskable = (state: DeliveryState): boolean =>
  ['accepted', 'delivered', 'undelivered', 'unknown', 'in-doubt'].includes(state)

/** Why no further test goes to the member; undefined where one may. `last`: how far the last to this number is. */
export const findTestObstacle = (
  tests: readonly TestSms[],
  last: DeliveryState | undefined,
  nowEpochSeconds: number,
): 'under-way' | 'too-many' | undefined => {
  if (last !== undefined && isOpen(last)) return 'under-way'
  const today = tests.filter((test) => isYounger(test, daySeconds, nowEpochSeconds))
  return today.length >= mostTestsADay ? 'too-many' : undefined
}

/**
 * The tests with a new one: as many as the limit looks at, and the last answer to the number. Of an earlier number none
 * stays that the limit does not look at.
 */
export const withTest = (tests: readonly TestSms[], test: TestSms): TestSms[] => {
  const { phone, atEpochSeconds } = test
  const about = testsAbout(tests, phone, atEpochSeconds)
  const answered = about.find((one) => one.answer !== undefined)
  const kept = tests.filter((one) => about.includes(one) || isYounger(one, daySeconds, atEpochSeconds))
  return [test, ...kept.filter((one, place) => place < mostTestsADay - 1 || one === answered)]
}
