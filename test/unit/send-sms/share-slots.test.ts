import { describe, expect, it } from 'vitest'
import { shareSlots } from '../../../functions/send-sms/share-slots.ts'
import type { Reservation } from '../../../shared/store/pace-store.ts'

const paceThatAnswers = (answer: (count: number) => Reservation) => {
  const asked: number[] = []
  const pace = {
    reserve: (count: number): Promise<Reservation> => {
      asked.push(count)
      return Promise.resolve(answer(count))
    },
  }
  return { asked, pace: shareSlots(pace) }
}

describe('slots of dispatches that are sent together', () => {
  it('are reserved at once and follow each other without a gap', async () => {
    const { asked, pace } = paceThatAnswers(() => ({
      outcome: 'reserved',
      startsAtMs: 1000,
      intervalMs: 10,
    }))

    const slots = await Promise.all([pace.reserve(1, 0), pace.reserve(9, 0), pace.reserve(2, 0)])

    expect(asked).toEqual([12])
    expect(slots.map((one) => (one.outcome === 'reserved' ? one.startsAtMs : 0))).toEqual([1000, 1010, 1100])
  })

  it('are asked for anew by whoever asks later', async () => {
    const { asked, pace } = paceThatAnswers(() => ({ outcome: 'reserved', startsAtMs: 0, intervalMs: 10 }))

    await pace.reserve(3, 0)
    await pace.reserve(4, 0)

    expect(asked).toEqual([3, 4])
  })

  it('make everyone wait where the rate is taken', async () => {
    const { pace } = paceThatAnswers(() => ({ outcome: 'wait', waitMs: 70 }))

    const answers = await Promise.all([pace.reserve(1, 0), pace.reserve(1, 0)])

    expect(answers).toEqual([
      { outcome: 'wait', waitMs: 70 },
      { outcome: 'wait', waitMs: 70 },
    ])
  })

  it('fail for everyone where the reservation fails', async () => {
    const pace = shareSlots({ reserve: () => Promise.reject(new Error('no table')) })

    const settled = await Promise.allSettled([pace.reserve(1, 0), pace.reserve(1, 0)])

    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
