import { describe, expect, it } from 'vitest'
import { createLedger } from '../../crash/ledger.ts'

const claim = (token: string, dispatch = 'a/1308001') => ({ dispatch, token, leaseEndsAtMs: 3000 })

describe('the ledger of claims', () => {
  it('charges a dispatch that is taken over to the kill of who held it', () => {
    const ledger = createLedger(() => 4000)
    ledger.claimAsked('p1.1', claim('t'))
    ledger.claimAnswered('t', true)

    const held = ledger.sendersEnded((sender) => sender === 'p1.1', { cause: 'kill', kill: 7 })
    ledger.leaseRemoved('p1.2', claim('t'))

    expect(held).toEqual(['a/1308001'])
    expect(ledger.doubts.get('a/1308001')).toEqual([{ cause: 'kill', kill: 7 }])
    expect(ledger.earlyTakeovers).toEqual([])
  })

  it('charges nothing to the kill of a sender that had settled in time', () => {
    const ledger = createLedger(() => 2000)
    ledger.claimAsked('p1.1', claim('t'))
    ledger.claimAnswered('t', true)
    ledger.leaseRemoved('p1.1', claim('t'))

    expect(ledger.sendersEnded((sender) => sender === 'p1.1', { cause: 'kill', kill: 7 })).toEqual([])
    expect(ledger.doubts.size).toBe(0)
  })

  it('counts a claim whose answer is still out as held, and a refused one not', () => {
    const ledger = createLedger()
    ledger.claimAsked('p1.1', claim('t'))
    ledger.claimAsked('p1.1', claim('u', 'a/1308002'))
    ledger.claimAnswered('u', false)

    expect(ledger.sendersEnded(() => true, { cause: 'ended' })).toEqual(['a/1308001'])
  })

  it('says of a dispatch that is taken over from a living sender that it was not settled', () => {
    const ledger = createLedger(() => 4000)
    ledger.claimAsked('p1.1', claim('t'))
    ledger.claimAnswered('t', true)
    ledger.leaseRemoved('p2.1', claim('t'))

    expect(ledger.doubts.get('a/1308001')).toEqual([{ cause: 'unsettled' }])
  })

  it('notes a takeover before the lease was over', () => {
    const ledger = createLedger(() => 2999)
    ledger.claimAsked('p1.1', claim('t'))
    ledger.claimAnswered('t', true)
    ledger.leaseRemoved('p2.1', claim('t'))

    expect(ledger.earlyTakeovers).toEqual(['a/1308001'])
  })

  it('counts the publishes of a claim by themselves', () => {
    const ledger = createLedger()
    ledger.claimAsked('p1.1', claim('t'))
    ledger.claimAsked('p1.1', claim('u', 'a/1308002'))

    expect([
      ledger.published('p1.1', 'a/1308001'),
      ledger.published('p1.1', 'a/1308001'),
      ledger.published('p1.1', 'a/1308002'),
      ledger.published('p2.1', 'a/1308001'),
    ]).toEqual([1, 2, 1, 0])
  })
})
