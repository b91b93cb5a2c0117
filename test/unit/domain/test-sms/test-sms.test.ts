import { describe, expect, it } from 'vitest'
import { deliveryStates } from '../../../../shared/domain/delivery.ts'
import {
  deliveryOfTest,
  findTestObstacle,
  isAskable,
  mostTestsADay,
  testHoldsSeconds,
  testKeptSeconds,
  testsAbout,
  withTest,
  type TestSms,
} from '../../../../shared/domain/test-sms/test-sms.ts'
import type { Recipient } from '../../../../shared/domain/dispatch.ts'

const now = 1_000_000
const phone = '+8562055123456'
const testOf = (over: Partial<TestSms> = {}): TestSms => ({
  id: 't-1',
  phone,
  by: 'admin',
  atEpochSeconds: now,
  ...over,
})
const recipient: Recipient = {
  memberId: 'm',
  phone,
  language: 'lo',
  wave: 1,
  state: 'delivered',
  attempts: 1,
  possibleDuplicate: false,
  changedAtEpochSeconds: now + 7,
}

describe('how far a test SMS came', () => {
  it('is what the ledger says, with its time', () => {
    expect(deliveryOfTest(testOf(), { recipients: [recipient] }, now + 9)).toEqual({
      state: 'delivered',
      atEpochSeconds: now + 7,
    })
  })

  it('is waiting while nothing is written yet, and nothing sent once its time is over', () => {
    const states = [1, testHoldsSeconds - 1, testHoldsSeconds].map(
      (seconds) => deliveryOfTest(testOf(), undefined, now + seconds).state,
    )

    expect(states).toEqual(['pending', 'pending', 'expired'])
  })

  it('is nothing sent where the number had nobody any more', () => {
    expect(deliveryOfTest(testOf(), { recipients: [] }, now).state).toBe('expired')
  })
})

describe('whether there is anything to ask', () => {
  it('is so where the SMS may have reached the phone', () => {
    expect(deliveryStates.filter(isAskable)).toEqual([
      'accepted',
      'delivered',
      'undelivered',
      'unknown',
      'in-doubt',
    ])
  })
})

describe('what stands in the way of another test', () => {
  it('is one that is on its way', () => {
    expect(findTestObstacle([testOf()], 'pending', now)).toBe('under-way')
    expect(findTestObstacle([testOf()], 'sending', now)).toBe('under-way')
    expect(findTestObstacle([testOf()], 'accepted', now)).toBeUndefined()
    expect(findTestObstacle([], undefined, now)).toBeUndefined()
  })

  it('is the limit of a day, to whatever numbers', () => {
    const tests = Array.from({ length: mostTestsADay }, (_, place) =>
      testOf({ id: `t-${place}`, phone: `+856205500000${place}`, atEpochSeconds: now - place * 60 }),
    )

    expect(findTestObstacle(tests.slice(1), 'accepted', now)).toBeUndefined()
    expect(findTestObstacle(tests, 'accepted', now)).toBe('too-many')
    expect(findTestObstacle(tests, 'accepted', now + 24 * 3600)).toBeUndefined()
  })
})

describe('the tests that are kept', () => {
  it('are of the number that the member has', () => {
    const other = testOf({ id: 't-2', phone: '+8562055999999' })

    expect(testsAbout([other, testOf()], phone, now)).toEqual([testOf()])
  })

  it('are those of a year, as long as the ledger has them, gone from the table by then or not', () => {
    const lastMoment = now + testKeptSeconds - 1

    expect(testsAbout([testOf()], phone, lastMoment)).toEqual([testOf()])
    expect(testsAbout([testOf()], phone, lastMoment + 1)).toEqual([])
    expect(withTest([testOf()], testOf({ id: 't-2', atEpochSeconds: lastMoment + 1 }))).toHaveLength(1)
  })

  it('are of an earlier number only while they count towards the limit of a day', () => {
    const other = testOf({
      id: 't-2',
      phone: '+8562055999999',
      answer: { said: 'read', by: 'a', atEpochSeconds: now },
    })
    const after = (seconds: number) =>
      withTest([other], testOf({ atEpochSeconds: now + seconds })).map(({ id }) => id)

    expect([after(24 * 3600 - 1), after(24 * 3600)]).toEqual([['t-1', 't-2'], ['t-1']])
  })

  it('are as many as the limit looks at, and the last answer to the number however old', () => {
    const answered = testOf({ id: 't-old', answer: { said: 'read', by: 'admin', atEpochSeconds: now } })
    const later = Array.from({ length: mostTestsADay }, (_, place) => testOf({ id: `t-${place}` }))

    const kept = later.reduce<TestSms[]>((tests, test) => withTest(tests, test), [answered])

    expect(kept.map(({ id }) => id)).toEqual(['t-4', 't-3', 't-2', 't-1', 't-0', 't-old'])
    expect(withTest(kept, testOf({ id: 't-5' })).map(({ id }) => id)).toEqual([
      't-5',
      't-4',
      't-3',
      't-2',
      't-1',
      't-old',
    ])
  })
})
