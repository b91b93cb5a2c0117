import { describe, expect, it } from 'vitest'
import { readDeliveryLog } from '../../../../shared/gateway/sns/read-delivery-log.ts'
import { carrierAccepted, deliveryRecord, logEvent } from '../../../support/receipts.ts'

const read = (...records: unknown[]) => readDeliveryLog(logEvent(records).awslogs.data)

describe('a batch of delivery logs', () => {
  it('is read record by record, with the time as UTC', () => {
    const log = read(deliveryRecord('a'), deliveryRecord('b', carrierAccepted))

    expect(log.receipts).toEqual([
      {
        gatewayMessageId: 'a',
        outcome: 'delivered',
        code: 'phone-accepted',
        blamesNumber: false,
        atEpochSeconds: Date.parse('2026-07-23T05:00:34Z') / 1000,
      },
      expect.objectContaining({ gatewayMessageId: 'b', outcome: 'carrier-accepted' }),
    ])
  })

  it('needs neither carrier nor parts nor times, and takes prices as number or text', () => {
    const log = read(
      deliveryRecord('a', undefined, { priceInUSD: '0.06', numberOfMessageParts: 2, dwellTimeMs: undefined }),
      deliveryRecord('b', undefined, { priceInUSD: 0.05, phoneCarrier: 'Made-up', mnc: 1 }),
      deliveryRecord('c', undefined, { priceInUSD: 'a lot', numberOfMessageParts: null }),
      deliveryRecord('d', undefined, { priceInUSD: undefined, smsType: undefined, destination: undefined }),
    )

    expect(log.receipts).toHaveLength(4)
    expect(log.costUsd).toBeCloseTo(0.11)
    expect(log.parts).toBe(2)
  })

  it('counts what cannot be read, and reads the rest', () => {
    const log = read(
      '{',
      'null',
      { status: 'SUCCESS' },
      { ...deliveryRecord('x'), status: 'MAYBE' },
      {
        ...deliveryRecord('y'),
        notification: { messageId: 'y', timestamp: 'yesterday' },
      },
      deliveryRecord('a'),
    )

    expect(log.receipts.map((receipt) => receipt.gatewayMessageId)).toEqual(['a'])
    expect(log.unreadable).toBe(5)
  })

  it('is passed over where it is a control message', () => {
    expect(readDeliveryLog(logEvent(['CWL'], 'CONTROL_MESSAGE').awslogs.data).receipts).toEqual([])
  })

  it('that is none is an error', () => {
    expect(() => readDeliveryLog('AAAA')).toThrow('incorrect header check')
  })
})
