import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { mapBounded } from '../../../functions/roster-import/map-bounded.ts'

describe('mapping with a bound', () => {
  test('keeps the order and never has more at a time', async () => {
    let now = 0
    let most = 0

    const results = await mapBounded([5, 4, 3, 2, 1], 2, async (item) => {
      now += 1
      most = Math.max(most, now)
      for (let turn = 0; turn < item; turn += 1) await setImmediate()
      now -= 1
      return item * 10
    })

    expect(results).toEqual([50, 40, 30, 20, 10])
    expect(most).toBe(2)
  })

  test('begins nothing after an error, and throws it once what was begun is over', async () => {
    const done: number[] = []

    const mapping = mapBounded([1, 2, 3, 4], 2, async (item) => {
      await setImmediate()
      if (item === 1) throw new Error('first')
      done.push(item)
    })

    await expect(mapping).rejects.toThrow('first')
    expect(done).toEqual([2])
  })
})
