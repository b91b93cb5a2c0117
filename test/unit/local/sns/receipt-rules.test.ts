import { describe, expect, test } from 'vitest'
import { createReceiptPlanner } from '../../../../local/sns/receipt-rules.ts'
import { parseSmsSettings, type SmsSettingsInput } from '../../../../local/sns/sms-faults.ts'

const planner = (receipts: NonNullable<SmsSettingsInput['receipts']>, seed = 1) =>
  createReceiptPlanner(parseSmsSettings({ receipts }).receipts, seed)
const phone = '+8562055000001'

const delays = (seed: number) => {
  const plan = planner([], seed)
  return Array.from({ length: 20 }, () => plan(phone)[0]?.afterMs)
}

describe('receipts of the SMS endpoint', () => {
  test('say delivered after a while unless a rule says otherwise', () => {
    const [receipt] = planner([])(phone)

    expect(receipt).toMatchObject({
      status: 'SUCCESS',
      providerResponse: 'Message has been accepted by phone',
    })
    expect(receipt?.afterMs).toBeGreaterThanOrEqual(200)
    expect(receipt?.afterMs).toBeLessThanOrEqual(800)
  })

  test('come at the same times for the same seed, and at others for another', () => {
    expect(delays(7)).toEqual(delays(7))
    expect(delays(7)).not.toEqual(delays(8))
    expect(new Set(delays(7)).size).toBeGreaterThan(5)
  })

  test('may never come, come late, come twice, or tell of a failure in given words', () => {
    const plan = planner([
      { phonePrefix: '+85620551', outcome: 'none' },
      { phonePrefix: '+85620552', afterMs: 5000 },
      { phonePrefix: '+85620553', copies: 2 },
      { phonePrefix: '+85620554', outcome: 'undelivered', providerResponse: 'Phone has blocked SMS' },
      { phonePrefix: '+85620555', outcome: 'carrier-accepted' },
    ])

    expect(plan('+8562055100001')).toEqual([])
    expect(plan('+8562055200001')[0]?.afterMs).toBe(5000)
    expect(plan('+8562055300001')).toHaveLength(2)
    expect(plan('+8562055400001')[0]).toMatchObject({
      status: 'FAILURE',
      providerResponse: 'Phone has blocked SMS',
    })
    expect(plan('+8562055500001')[0]?.providerResponse).toBe('Message has been accepted by phone carrier')
  })

  test('a rule may be for the first messages only', () => {
    const plan = planner([{ phonePrefix: '+', outcome: 'none', times: 1 }])

    expect([plan(phone).length, plan(phone).length]).toEqual([0, 1])
  })

  test('one operator is silent by default', () => {
    const { receipts, seed } = parseSmsSettings({})
    const plan = createReceiptPlanner(receipts, seed)

    expect([plan('+8562022000001').length, plan(phone).length]).toEqual([0, 1])
  })
})
