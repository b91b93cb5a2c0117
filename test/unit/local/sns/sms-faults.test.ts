import { describe, expect, test } from 'vitest'
import { createSmsFaults, parseSmsSettings } from '../../../../local/sns/sms-faults.ts'

describe('faults of the SMS endpoint', () => {
  test('the longest prefix that fits counts', () => {
    const faults = createSmsFaults(
      parseSmsSettings({
        faults: [
          { phonePrefix: '+85620', code: 'A' },
          { phonePrefix: '+8562055', code: 'B' },
        ],
      }),
    )

    expect(faults.faultFor('+8562055123456')?.code).toBe('B')
    expect(faults.faultFor('+8562099123456')?.code).toBe('A')
    expect(faults.faultFor('+8563099123456')).toBeUndefined()
  })

  test('a fault may be for the first messages only, and starts anew when it is set again', () => {
    const settings = parseSmsSettings({ faults: [{ phonePrefix: '+856', status: 500, times: 2 }] })
    const faults = createSmsFaults(settings)
    const meets = () => faults.faultFor('+8562055123456') !== undefined

    expect([meets(), meets(), meets()]).toEqual([true, true, false])
    faults.set(settings)
    expect(meets()).toBe(true)
  })

  test('only so many messages a second are let through', () => {
    const faults = createSmsFaults(parseSmsSettings({ maxPerSecond: 2 }))
    const over = (epochMs: number) => faults.isOverRate(epochMs)

    expect([over(1000), over(1500), over(1999), over(2000)]).toEqual([false, false, true, false])
  })

  test.each([
    { faults: [{ phonePrefix: '020' }] },
    { faults: [{ phonePrefix: '+856', status: 200 }] },
    { slow: true },
  ])('refuses the settings %j', (settings) => {
    expect(() => parseSmsSettings(settings)).toThrow(/Invalid|Unrecognized|Too small/)
  })
})
