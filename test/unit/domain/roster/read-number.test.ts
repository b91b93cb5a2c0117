import { describe, expect, it } from 'vitest'
import {
  findPlaceFault,
  readDegrees,
  readExposure,
  readHouseholds,
  readMemberOrder,
} from '../../../../shared/domain/roster/read-number.ts'

describe('readDegrees', () => {
  it.each([
    ['16.5564', 16.5564],
    ['16,5564', 16.5564],
    ['໑໖.໕', 16.5],
    [' 104 ', 104],
    ['-5.5', -5.5],
  ])('reads %j', (text, value) => {
    expect(readDegrees(text)).toEqual({ outcome: 'ok', value })
  })

  it.each(['16°33′', '1.65E+01', 'N16.5', '16.5.5', '1,234,567', ''])('refuses %j', (text) => {
    expect(readDegrees(text)).toEqual({ outcome: 'refused', code: 'coordinate-malformed' })
  })
})

describe('findPlaceFault', () => {
  it('takes places all over Laos', () => {
    const corners: [number, number][] = [
      [17.9667, 102.6],
      [13.92, 105.2],
      [22.49, 101.7],
      [20.27, 100.1],
      [15, 107.69],
    ]

    expect(corners.map(([latitude, longitude]) => findPlaceFault(latitude, longitude))).toEqual(
      corners.map(() => undefined),
    )
  })

  it('takes a village without a place, and refuses half a place', () => {
    expect(findPlaceFault(undefined, undefined)).toBeUndefined()
    expect(findPlaceFault(17.9667, undefined)).toBe('coordinate-alone')
  })

  it('tells exchanged coordinates from foreign ones', () => {
    expect(findPlaceFault(102.6, 17.9667)).toBe('coordinates-swapped')
    expect(findPlaceFault(48.1, 11.6)).toBe('coordinate-outside')
    expect(findPlaceFault(0, 0)).toBe('coordinate-outside')
  })
})

describe('whole numbers', () => {
  it('are read from digits of both scripts and with the decimals that a spreadsheet adds', () => {
    expect(readHouseholds('໑໔໖')).toEqual({ outcome: 'ok', value: 146 })
    expect(readHouseholds('146.0')).toEqual({ outcome: 'ok', value: 146 })
    expect(readExposure('3')).toEqual({ outcome: 'ok', value: 3 })
    expect(readMemberOrder('1')).toEqual({ outcome: 'ok', value: 1 })
  })

  it('are refused where they say nothing that can be meant', () => {
    expect(['146.5', '-1', '100001', 'many'].map((text) => readHouseholds(text).outcome)).not.toContain('ok')
    expect(['0', '4', 'high'].map((text) => readExposure(text).outcome)).not.toContain('ok')
    expect(['0', '1.5', '1001'].map((text) => readMemberOrder(text).outcome)).not.toContain('ok')
  })
})
