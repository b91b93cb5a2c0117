import { describe, expect, it } from 'vitest'
import { estimateFinish, slotsPerSms } from '../../../shared/domain/estimate-finish.ts'

const twenty = { perSecond: 20, counts: 'messages' } as const
const parts = { perSecond: 20, counts: 'parts' } as const

describe('the estimated finish of what waits', () => {
  it('counts from the next free slot of the account, or from now where none is taken', () => {
    expect(estimateFinish(200, 1, twenty, 13_000, 10_000)).toBe(23_000)
    expect(estimateFinish(200, 1, twenty, 9_000, 10_000)).toBe(20_000)
  })

  it('takes longer where the rate counts the parts of an SMS', () => {
    expect(estimateFinish(200, 3, parts, 0, 10_000)).toBe(40_000)
  })

  it('is not given where nothing waits or nothing limits the rate', () => {
    expect(estimateFinish(0, 1, twenty, 0, 10_000)).toBeUndefined()
    expect(estimateFinish(10, 1, { ...twenty, perSecond: 0 }, 0, 10_000)).toBeUndefined()
  })
})

describe('the slots of an SMS', () => {
  const lao = 'ນ້ຳ'.repeat(30)

  it('are one where messages count', () => {
    expect(slotsPerSms({ lo: lao, en: 'Move.' }, twenty)).toBe(1)
  })

  it('are the parts of the longest text where parts count', () => {
    expect(slotsPerSms({ lo: lao, en: 'Move.' }, parts)).toBe(2)
    expect(slotsPerSms({ en: 'Move.' }, parts)).toBe(1)
  })

  it('are as many as an SMS may have where there is no text yet', () => {
    expect(slotsPerSms({}, parts)).toBe(3)
  })
})
