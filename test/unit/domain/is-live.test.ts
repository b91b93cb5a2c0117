import { describe, expect, it } from 'vitest'
import { isLive } from '../../../shared/domain/is-live.ts'

const nowMs = Date.parse('2026-07-01T10:00:00.000Z')
const lastIssued = { state: 'completed', expiresAtIso: '2026-07-01T12:00:00.000Z' } as const
const held = { lastIssued, notEnded: false, remaining: { areas: ['1309'] } }

describe('an alert', () => {
  it('is live while it holds, whatever draft came after it', () => {
    expect(isLive(held, nowMs)).toBe(true)
  })

  it('is over with its time, unless people still wait for an all-clear', () => {
    const over = { ...held, lastIssued: { ...lastIssued, expiresAtIso: '2026-07-01T09:00:00.000Z' } }

    expect(isLive(over, nowMs)).toBe(false)
    expect(isLive({ ...over, notEnded: true }, nowMs)).toBe(true)
  })

  it('is live while its end is still being sent, and over after that', () => {
    const ended = { ...held, remaining: { areas: [] } }

    expect(isLive({ ...ended, lastIssued: { ...lastIssued, state: 'dispatching' } }, nowMs)).toBe(true)
    expect(isLive(ended, nowMs)).toBe(false)
  })

  it('is not live before anything was sent', () => {
    expect(isLive({ ...held, lastIssued: null }, nowMs)).toBe(false)
  })
})
