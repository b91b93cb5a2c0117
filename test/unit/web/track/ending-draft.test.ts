import { describe, expect, test } from 'vitest'
import { nextDaylight } from '../../../../web/src/screens/track/follow-up/ending-draft.ts'

describe('from when people may go home where nobody has said', () => {
  test.each([
    ['in the morning: the next half hour', '2026-07-01T02:10:00.000Z', '2026-07-01T02:30:00.000Z'],
    ['before dawn: half past six', '2026-06-30T20:10:00.000Z', '2026-06-30T23:30:00.000Z'],
    ['at dusk: the next morning', '2026-07-01T10:10:00.000Z', '2026-07-01T23:30:00.000Z'],
    ['at midnight: the same morning', '2026-07-01T17:00:00.000Z', '2026-07-01T23:30:00.000Z'],
  ])('%s', (_when, now, from) => {
    expect(nextDaylight(now)).toBe(from)
  })
})
