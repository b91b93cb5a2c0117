import { Logger } from '@aws-lambda-powertools/logger'
import { describe, expect, it } from 'vitest'
import { walkLetters } from '../../../functions/operations-api/walk-letters.ts'
import type { DeadLetter, DeadLetterQueue } from '../../../shared/queue/dead-letter-queue.ts'

const letter = (index: number): DeadLetter => ({
  messageId: `m${index}`,
  receiptHandle: `r${index}`,
  body: '{}',
  receives: 1,
  sentAtEpochMs: 0,
  errorCode: undefined,
})
const letters = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => letter(from + index))

/** A queue whose letters are hidden while somebody has them in hand. */
const createFakeQueue = (all: readonly DeadLetter[]) => {
  const visible = [...all]
  const hidden = new Set<DeadLetter>()
  const queue: DeadLetterQueue = {
    count: async () => visible.length + hidden.size,
    receive: async () => {
      const taken = visible.splice(0, 10)
      for (const one of taken) hidden.add(one)
      return taken
    },
    release: async (given) => {
      for (const one of given) if (hidden.delete(one)) visible.push(one)
    },
    remove: async (one) => {
      hidden.delete(one)
    },
  }
  return { queue, visible, hidden }
}

const deps = (onSleep: () => void = () => {}) => ({
  clock: { nowMs: () => 0 },
  random: () => 0.5,
  sleep: async () => onSleep(),
  logger: new Logger({ serviceName: 'test', logLevel: 'SILENT' }),
})
const limits = { most: 100, untilEpochMs: 1 }
const nothing = async () => new Set<string>()

const walkOf = (over: Partial<Parameters<typeof walkLetters>[2]>) =>
  walkLetters(deps(), createFakeQueue(letters(0, 30)).queue, { ...limits, ...over }, nothing)

describe('a walk through dead letters', () => {
  it('shows each letter once and puts all back', async () => {
    const { queue, visible, hidden } = createFakeQueue(letters(0, 25))
    const shown: string[] = []

    const walk = await walkLetters(deps(), queue, limits, async (fresh) => {
      shown.push(...fresh.map(({ messageId }) => messageId))
      return new Set()
    })

    expect(walk).toEqual({ waiting: 25, seen: 25 })
    expect([shown.length, new Set(shown).size]).toEqual([25, 25])
    expect([visible.length, hidden.size]).toEqual([25, 0])
  })

  it('waits for what another one has in hand', async () => {
    const { queue } = createFakeQueue(letters(0, 15))
    const another = await queue.receive()

    const walk = await walkLetters(
      deps(() => void queue.release(another)),
      queue,
      limits,
      nothing,
    )

    expect(walk).toEqual({ waiting: 15, seen: 15 })
  })

  it('gives up on what stays hidden, and tells that more is counted than was seen', async () => {
    const { queue } = createFakeQueue(letters(0, 15))
    let pauses = 0
    await queue.receive()

    const walk = await walkLetters(
      deps(() => {
        pauses += 1
      }),
      queue,
      limits,
      nothing,
    )

    expect(walk).toEqual({ waiting: 15, seen: 5 })
    expect(pauses).toBe(2)
  })

  it('puts back what it has where something fails', async () => {
    const { queue, visible } = createFakeQueue(letters(0, 12))

    const walking = walkLetters(deps(), queue, limits, async () => {
      throw new Error('broken')
    })

    await expect(walking).rejects.toThrow('broken')
    expect(visible).toHaveLength(12)
  })

  it('does not put back what was taken away', async () => {
    const { queue, visible, hidden } = createFakeQueue(letters(0, 3))

    await walkLetters(deps(), queue, limits, async () => new Set(['m1']))

    expect(visible.map(({ messageId }) => messageId)).toEqual(['m0', 'm2'])
    expect([...hidden].map(({ messageId }) => messageId)).toEqual(['m1'])
  })

  it('is told of nothing worse than a delay where letters cannot be put back', async () => {
    const { queue } = createFakeQueue(letters(0, 3))
    const broken: DeadLetterQueue = {
      ...queue,
      release: async () => {
        throw new Error('SQS is down')
      },
    }

    expect(await walkLetters(deps(), broken, limits, nothing)).toEqual({ waiting: 3, seen: 3 })
  })

  it('ends at its limit, when it has what it looks for, and when its time is over', async () => {
    const walks = await Promise.all([
      walkOf({ most: 20 }),
      walkOf({ isDone: () => true }),
      walkOf({ untilEpochMs: 0 }),
    ])

    expect(walks.map(({ seen }) => seen)).toEqual([20, 0, 0])
  })
})
