import { describe, expect, it } from 'vitest'
import {
  accountDueAt,
  takenOf,
  usedOf,
  withLook,
  withReservation,
  type BudgetAccount,
} from '../../../shared/domain/budget-account.ts'

const empty: BudgetAccount = { month: '2026-07', lane: 'routine', settled: { 1308: 7 }, entries: {} }
const version = { alertId: 'a1', version: 1 }
const wish = (parts: number, revision = 1) => ({
  parts: { 1308: parts },
  revision,
  atEpochSeconds: 1000,
  lookAtEpochSeconds: 1120,
})
const reserved = withReservation(empty, version, wish(20))
const entry = () => {
  const found = reserved.entries['a1#1']
  if (found === undefined) throw new Error('no entry')
  return found
}

describe('a reservation', () => {
  it('made again takes the place of the first', () => {
    const again = withReservation(reserved, version, wish(30, 2))

    expect(takenOf(again)).toEqual({ 1308: 37 })
    expect(takenOf(again, version)).toEqual({ 1308: 7 })
    expect(usedOf(again)).toEqual({ spent: { 1308: 7 }, reserved: { 1308: 30 } })
  })

  it('by who read an older draft changes nothing', () => {
    const newer = withReservation(reserved, version, wish(30, 2))

    expect(withReservation(newer, version, wish(20, 1))).toBe(newer)
  })

  it('changes nothing of what is spent by now', () => {
    const spent = withLook(reserved, 'a1#1', entry(), {
      kind: 'spent',
      parts: { 1308: 18 },
      seen: 3,
      lookAtEpochSeconds: 2000,
    })

    expect(withReservation(spent, version, wish(20, 9))).toBe(spent)
    expect(usedOf(spent)).toEqual({ spent: { 1308: 25 }, reserved: {} })
  })
})

describe('a look', () => {
  it('settles for good once: the second one finds nothing', () => {
    const look = { kind: 'settled', parts: { 1308: 18, 1309: 2 } } as const

    const once = withLook(reserved, 'a1#1', entry(), look)

    expect(once).toMatchObject({ settled: { 1308: 25, 1309: 2 }, entries: {} })
    expect(withLook(once, 'a1#1', entry(), look)).toBe(once)
    expect(accountDueAt(once)).toBeUndefined()
  })

  it('at an entry that was reserved anew meanwhile changes nothing', () => {
    const anew = withReservation(reserved, version, { ...wish(20), atEpochSeconds: 1500 })

    expect(withLook(anew, 'a1#1', entry(), { kind: 'remove' })).toBe(anew)
  })

  it('is due when the first of the entries is', () => {
    const two = withReservation(
      reserved,
      { alertId: 'a2', version: 1 },
      { ...wish(1), lookAtEpochSeconds: 900 },
    )
    const later = withLook(two, 'a1#1', entry(), { kind: 'later', lookAtEpochSeconds: 5000 })

    expect(accountDueAt(reserved)).toBe(1120)
    expect(accountDueAt(later)).toBe(900)
  })
})
