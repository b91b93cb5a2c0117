import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countBetween, firstOfEach, median, mostInWindow, percentile } from '../../bench/statistics.ts'

describe('a percentile', () => {
  it('is a value that was measured, by nearest rank', () => {
    const oneToTwenty = Array.from({ length: 20 }, (_, index) => 20 - index)

    expect(percentile(oneToTwenty, 95)).toBe(19)
    expect(median(oneToTwenty)).toBe(10)
    expect(percentile(oneToTwenty, 100)).toBe(20)
    expect(percentile([7], 95)).toBe(7)
  })

  it('of nothing is an error', () => {
    expect(() => percentile([], 50)).toThrow('no values')
  })
})

describe('the most in a sliding window', () => {
  it('counts what lies closer together than the window, across whole seconds', () => {
    expect(mostInWindow([0, 900, 999, 1000, 1899], 1000)).toBe(4)
  })

  it('does not count both ends of exactly one window', () => {
    expect(mostInWindow([0, 1000], 1000)).toBe(1)
    expect(mostInWindow([], 1000)).toBe(0)
  })

  it('is what counting from every event finds, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 }), (times) => {
        const counts = times.map((from) => countBetween(times, from, from + 50))

        expect(mostInWindow(times, 50)).toBe(Math.max(0, ...counts))
      }),
    )
  })
})

describe('the first event of each key', () => {
  it('is its earliest, wherever it stands', () => {
    const firsts = firstOfEach([
      { key: 'a', atMs: 5 },
      { key: 'b', atMs: 9 },
      { key: 'a', atMs: 2 },
    ])

    expect([...firsts]).toEqual([
      ['a', 2],
      ['b', 9],
    ])
  })
})
