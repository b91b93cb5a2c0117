import { describe, expect, it } from 'vitest'
import {
  membersAfter,
  withoutOperatorFailures,
  withoutProofs,
  type NumberNews,
} from '../../../shared/domain/reachability.ts'
import type { Member } from '../../../shared/domain/village.ts'
import { buildMember } from '../../support/builders.ts'

const today = '2026-07-23T12:00:00+07:00'
const news = (over: Partial<NumberNews> = {}): NumberNews => ({
  phone: '+8562055123456',
  alertId: 'alert-1',
  gatewayMessageId: 'sms-1',
  said: 'failed',
  ...over,
})
const after = (member: Member, ...given: NumberNews[]): Member =>
  membersAfter({ members: [member] }, given, today)[0] ?? member
const failing = (alerts: readonly string[]) =>
  alerts.map((alertId, index) => news({ alertId, gatewayMessageId: `sms-${index}` }))

const many = (count: number, over: Partial<NumberNews>) =>
  Array.from({ length: count }, (_, index) => news({ phone: `+85620551234${index + 10}`, ...over }))

describe('a number', () => {
  it('that was reached is proven, once a day', () => {
    const proven = after(buildMember(), news({ said: 'reached' }))

    expect(proven.lastProvenReachableAtIso).toBe(today)
    expect(after(proven, news({ said: 'reached', gatewayMessageId: 'sms-2' }))).toBe(proven)
  })

  it('of somebody else changes nothing', () => {
    const member = buildMember()

    expect(after(member, news({ phone: '+8562055999999' }))).toBe(member)
  })

  it('that fails three times in a row over two alerts is quarantined, and stays in its place', () => {
    expect(after(buildMember(), ...failing(['a', 'b']))).toMatchObject({ status: 'active' })
    expect(after(buildMember(), ...failing(['a', 'a', 'a']))).toMatchObject({ status: 'active' })
    expect(after(buildMember(), ...failing(['a', 'a', 'b']))).toMatchObject({
      status: 'quarantined',
      quarantinedAtIso: today,
    })
    expect(after(buildMember(), ...failing(['a', 'a', 'a', 'b']))).toMatchObject({ status: 'quarantined' })
  })

  it('that was reached in between begins anew', () => {
    const [first, second, third] = failing(['a', 'b', 'c'])
    if (first === undefined || second === undefined || third === undefined) throw new Error('three failures')

    const member = after(buildMember(), first, second, news({ said: 'reached' }), third)

    expect(member).toMatchObject({ status: 'active', failedSms: [{ alertId: 'c' }] })
  })

  it('does not fail twice by a receipt that is repeated', () => {
    const once = after(buildMember(), news())

    expect(after(once, news(), news())).toBe(once)
  })

  it('that has left or is quarantined is counted no further', () => {
    for (const status of ['left', 'quarantined'] as const) {
      const member = buildMember({ status })

      expect(after(member, ...failing(['a', 'b', 'c']))).toBe(member)
    }
  })

  it('that is new has nothing to its name', () => {
    const member = buildMember({
      lastProvenReachableAtIso: today,
      failedSms: [{ alertId: 'a', gatewayMessageId: 'b' }],
    })

    expect(withoutProofs(member)).toEqual(buildMember())
    expect(withoutProofs({ ...member, status: 'quarantined', quarantinedAtIso: today })).toEqual(
      buildMember(),
    )
    expect(withoutProofs({ ...member, status: 'left' })).toEqual(buildMember({ status: 'left' }))
  })
})

describe('an operator most of whose numbers fail at once', () => {
  it('is at fault, and not the numbers', () => {
    const reached = many(9, { said: 'reached' })
    const other = news({ phone: '+8562099123456' })

    expect(withoutOperatorFailures([...many(10, {}), ...reached, other])).toEqual([...reached, other])
  })

  it('is not, where few fail or more are reached', () => {
    const few = many(9, {})
    const balanced = [...many(12, {}), ...many(12, { said: 'reached' })]

    expect(withoutOperatorFailures(few)).toEqual(few)
    expect(withoutOperatorFailures(balanced)).toEqual(balanced)
  })
})
