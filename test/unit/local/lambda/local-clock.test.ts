import { describe, expect, test } from 'vitest'
import { createLocalClock } from '../../../../local/lambda/local-clock.ts'

const hourMs = 3_600_000

describe('the clock of a run', () => {
  test('shows the machine’s time, and once it was moved that and what it was moved by', () => {
    const clock = createLocalClock()
    const before = clock.nowMs() - Date.now()

    clock.moveOn(3600)
    clock.moveOn(0.5)

    expect(Math.abs(before)).toBeLessThan(1000)
    expect(Math.abs(clock.nowMs() - Date.now() - hourMs - 500)).toBeLessThan(1000)
    expect(clock.aheadMs[0]).toBe(BigInt(hourMs + 500))
  })

  test('moves to an instant, and goes on from there', () => {
    const clock = createLocalClock()
    const nextYear = Date.now() + 365 * 24 * hourMs

    clock.moveTo(nextYear)

    expect(clock.nowMs()).toBeGreaterThanOrEqual(nextYear)
    expect(clock.nowMs()).toBeLessThan(nextYear + 1000)
  })

  test('never goes back', () => {
    const clock = createLocalClock()
    clock.moveOn(60)

    expect(() => {
      clock.moveOn(-1)
    }).toThrow('forward only')
    expect(() => {
      clock.moveTo(Date.now())
    }).toThrow('forward only')
    expect(() => {
      clock.moveTo(Number.NaN)
    }).toThrow('forward only')
    expect(clock.aheadMs[0]).toBe(60_000n)
  })
})
