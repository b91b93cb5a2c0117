import { describe, expect, it } from 'vitest'
import { judge, violations, type Evidence, type Recorded, type Violation } from '../../crash/oracle.ts'

const alertId = 'a'
const village = '1308001'
const phone = '+8562055800100'
const dispatch = `${alertId}/${village}`
const key = `${alertId}/${phone}`

const recorded = (change: Partial<Recorded> = {}): Recorded => ({
  alertId,
  village,
  phone,
  state: 'accepted',
  possibleDuplicate: false,
  gatewayMessageId: 'm1',
  ...change,
})
const sent = (...ids: string[]) => ids.map((messageId) => ({ alertId, phone, messageId }))

/** One SMS that was sent, accepted and recorded; everything as it should be. */
const evidence = (change: Partial<Evidence> = {}): Evidence => ({
  expected: [{ alertId, lane: 'urgent', village, phone }],
  recorded: [recorded()],
  sent: sent('m1'),
  doubts: new Map(),
  lostAnswers: new Set(),
  kills: [],
  earlyTakeovers: [],
  ...change,
})
const routine: Evidence['expected'] = [{ alertId, lane: 'routine', village, phone }]

const found = (given: Evidence): Violation[] => {
  const { faults } = judge(given)
  return violations.filter((name) => faults[name].length > 0)
}

const killed = (...dispatches: string[]): Pick<Evidence, 'doubts' | 'kills'> => ({
  doubts: new Map([[dispatch, [{ cause: 'kill', kill: 1 }]]]),
  kills: [{ number: 1, what: 'thread after-claim #1', dispatches }],
})

describe('the oracle of the crash matrix lets pass', () => {
  it.for<[string, Evidence]>([
    ['an SMS that was sent, accepted and recorded', evidence()],
    [
      'one that the gateway refused',
      evidence({ recorded: [recorded({ state: 'rejected', gatewayMessageId: undefined })], sent: [] }),
    ],
    [
      'one in doubt after a lost answer that never went out',
      evidence({
        expected: routine,
        recorded: [recorded({ state: 'in-doubt', gatewayMessageId: undefined })],
        sent: [],
        lostAnswers: new Set([key]),
      }),
    ],
    [
      'one in doubt after a kill that did go out',
      evidence({
        expected: routine,
        recorded: [recorded({ state: 'in-doubt', gatewayMessageId: undefined })],
        ...killed(dispatch),
      }),
    ],
    [
      'an urgent one that went out twice with a mark',
      evidence({
        recorded: [recorded({ possibleDuplicate: true, gatewayMessageId: 'm2' })],
        sent: sent('m1', 'm2'),
        ...killed(dispatch),
      }),
    ],
    [
      'an urgent one whose answers were lost twice',
      evidence({
        recorded: [recorded({ state: 'in-doubt', possibleDuplicate: true, gatewayMessageId: undefined })],
        sent: sent('m1', 'm2'),
        lostAnswers: new Set([key]),
      }),
    ],
  ])('%s', ([, given]) => {
    expect(found(given)).toEqual([])
    expect(judge(given).ok).toBe(true)
  })
})

describe('the oracle of the crash matrix finds', () => {
  it.for<[string, Violation[], Evidence]>([
    [
      'an SMS that still waits when all is over',
      ['lost'],
      evidence({ recorded: [recorded({ state: 'pending', gatewayMessageId: undefined })], sent: [] }),
    ],
    [
      'an SMS that a sender forgot in its hands',
      ['lost'],
      evidence({ recorded: [recorded({ state: 'sending', gatewayMessageId: undefined })], sent: [] }),
    ],
    [
      'a person who is missing in the table, though an SMS went out',
      ['lost', 'unaccounted'],
      evidence({ recorded: [] }),
    ],
    [
      'an SMS that went out twice, and nothing says so',
      ['twiceUnmarked', 'unaccounted'],
      evidence({ sent: sent('m1', 'm2') }),
    ],
    [
      'an urgent SMS that went out three times, mark or not',
      ['tooOften', 'unaccounted'],
      evidence({
        recorded: [recorded({ possibleDuplicate: true, gatewayMessageId: 'm3' })],
        sent: sent('m1', 'm2', 'm3'),
        lostAnswers: new Set([key]),
      }),
    ],
    [
      'a routine SMS that went out twice, mark or not',
      ['tooOften'],
      evidence({
        expected: routine,
        recorded: [recorded({ possibleDuplicate: true, gatewayMessageId: 'm2' })],
        sent: sent('m1', 'm2'),
        lostAnswers: new Set([key]),
      }),
    ],
    [
      'a mark where nobody was killed and no answer was lost',
      ['unexplained'],
      evidence({ recorded: [recorded({ possibleDuplicate: true })] }),
    ],
    [
      'a doubt where nobody was killed and no answer was lost',
      ['unexplained'],
      evidence({ recorded: [recorded({ state: 'in-doubt', gatewayMessageId: undefined })] }),
    ],
    [
      'a mark by a kill whose senders had not claimed that dispatch',
      ['tooManyMarks'],
      evidence({ recorded: [recorded({ possibleDuplicate: true })], ...killed('a/1308002') }),
    ],
    ['an acceptance that the gateway knows nothing of', ['lost', 'falselyAccepted'], evidence({ sent: [] })],
    [
      'an acceptance under the message id of another SMS',
      ['falselyAccepted'],
      evidence({ recorded: [recorded({ gatewayMessageId: 'other' })] }),
    ],
    [
      'an SMS that went out and is shown as failed',
      ['unaccounted'],
      evidence({ recorded: [recorded({ state: 'rejected', gatewayMessageId: undefined })] }),
    ],
    [
      'an SMS that went out, is marked, and still waits to be sent once more',
      ['unaccounted'],
      evidence({
        recorded: [recorded({ state: 'pending', possibleDuplicate: true, gatewayMessageId: undefined })],
        lostAnswers: new Set([key]),
      }),
    ],
    [
      'an SMS to somebody whom the alert is not for',
      ['uninvited'],
      evidence({ sent: [...sent('m1'), { alertId, phone: '+8562055999999', messageId: 'm9' }] }),
    ],
    [
      'a lease that was taken over before its end',
      ['earlyTakeover'],
      evidence({ earlyTakeovers: [dispatch] }),
    ],
  ])('%s', ([, wanted, given]) => {
    expect(found(given)).toEqual(violations.filter((name) => wanted.includes(name)))
    expect(judge(given).ok).toBe(false)
  })
})

describe('the counts of the oracle', () => {
  it('charges a mark to the lost answer where there is one, else to the kill', () => {
    const other = '+8562055800101'
    const given = evidence({
      expected: [phone, other].map((one) => ({ alertId, lane: 'urgent', village, phone: one })),
      recorded: [
        recorded({ possibleDuplicate: true }),
        recorded({ possibleDuplicate: true, phone: other, gatewayMessageId: 'm2' }),
      ],
      sent: [...sent('m1'), { alertId, phone: other, messageId: 'm2' }],
      lostAnswers: new Set([key]),
      ...killed(dispatch, 'a/1308002'),
    })

    expect(judge(given).counts).toMatchObject({
      sms: 2,
      published: 2,
      accepted: 2,
      marked: 2,
      markedByLostAnswers: 1,
      markedByKills: 1,
      markedOtherwise: 0,
      kills: 1,
      mostMarkedPerKill: 1,
      mostClaimedPerKill: 2,
    })
  })
})
