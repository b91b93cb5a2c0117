import { describe, expect, test } from 'vitest'
import { isLive } from '../../../../web/src/screens/home/is-live.ts'

const nowMs = Date.parse('2026-07-01T10:00:00.000Z')
const alert = (changes: Partial<Parameters<typeof isLive>[0]>): Parameters<typeof isLive>[0] => ({
  lastIssued: { version: 1, level: 'warning', state: 'completed', expiresAtIso: '2026-07-01T12:00:00.000Z' },
  notEnded: false,
  remaining: { areas: ['1309'], cleared: [] },
  ...changes,
})
const issued = (changes: Partial<NonNullable<ReturnType<typeof alert>['lastIssued']>>) => ({
  version: 1,
  level: 'warning' as const,
  state: 'completed' as const,
  expiresAtIso: '2026-07-01T12:00:00.000Z',
  ...changes,
})

describe('an alert on Home', () => {
  test('is live while it holds, whatever draft came after it', () => {
    expect(isLive(alert({}), nowMs)).toBe(true)
  })

  test('is over with its time, unless people still wait for an all-clear', () => {
    const lastIssued = issued({ expiresAtIso: '2026-07-01T09:00:00.000Z' })

    expect(isLive(alert({ lastIssued }), nowMs)).toBe(false)
    expect(isLive(alert({ lastIssued, notEnded: true }), nowMs)).toBe(true)
  })

  test('is live while its end is still being sent, and over after that', () => {
    const remaining = { areas: [], cleared: [] }
    const level = 'all-clear' as const

    expect(isLive(alert({ remaining, lastIssued: issued({ level, state: 'dispatching' }) }), nowMs)).toBe(
      true,
    )
    expect(isLive(alert({ remaining, lastIssued: issued({ level }) }), nowMs)).toBe(false)
  })

  test('is not live before anything was sent', () => {
    expect(isLive(alert({ lastIssued: null }), nowMs)).toBe(false)
  })
})
