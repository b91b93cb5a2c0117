import { describe, expect, it } from 'vitest'
import type { Dispatch, Lease, Recipient } from '../../../shared/domain/dispatch.ts'
import { expressChange } from '../../../shared/store/dispatch-changes.ts'
import { recogniseCall } from '../../crash/recognise-call.ts'

const lease: Lease = { token: 'token-1', endsAtEpochMs: 5000 }
const recipient: Recipient = {
  memberId: 'm',
  phone: '+8562055800100',
  language: 'lo',
  wave: 1,
  state: 'pending',
  attempts: 0,
  possibleDuplicate: false,
}
const dispatch: Dispatch = {
  alertId: 'a1',
  version: 1,
  district: '1308',
  village: '1308001',
  lane: 'urgent',
  exposure: 2,
  recipients: [recipient],
}

/** A value as DynamoDB's JSON has it. */
const valueOf = (value: unknown): object =>
  typeof value === 'number' ? { N: String(value) } : typeof value === 'string' ? { S: value } : { M: {} }

/** An UpdateItem as the store sends it, from the real expressions. */
const update = (expressed: ReturnType<typeof expressChange>): string =>
  JSON.stringify({
    Key: { PK: { S: 'DISPATCH#a1#1#1308' }, SK: { S: '1308001' } },
    ...expressed,
    ExpressionAttributeValues: Object.fromEntries(
      Object.entries(expressed.ExpressionAttributeValues).map(([name, value]) => [name, valueOf(value)]),
    ),
  })
const target = 'DynamoDB_20120810.UpdateItem'

describe('a request between a sender and the stand-ins', () => {
  it('is a claim where it puts a lease on a dispatch', () => {
    const sending: Recipient = { ...recipient, state: 'sending' }
    const body = update(
      expressChange(dispatch, {
        recipients: [{ index: 0, from: recipient, to: sending }],
        lease,
        dueAtEpochSeconds: 5,
      }),
    )

    expect(recogniseCall('dynamodb', target, body)).toEqual({
      kind: 'claim',
      dispatch: 'a1/1308001',
      token: 'token-1',
      leaseEndsAtMs: 5000,
    })
  })

  it('is a settle where it takes the lease off again', () => {
    const claimed: Dispatch = { ...dispatch, lease, recipients: [{ ...recipient, state: 'sending' }] }
    const body = update(
      expressChange(claimed, {
        recipients: [
          {
            index: 0,
            from: { ...recipient, state: 'sending' },
            to: { ...recipient, state: 'accepted', attempts: 1 },
          },
        ],
        lease: undefined,
        dueAtEpochSeconds: undefined,
      }),
    )

    expect(recogniseCall('dynamodb', target, body)).toEqual({
      kind: 'settle',
      dispatch: 'a1/1308001',
      token: 'token-1',
    })
  })

  it('is told by the names of attributes, whatever they are called in the expression', () => {
    const body = JSON.stringify({
      Key: { PK: { S: 'DISPATCH#a1#1#1308' }, SK: { S: '1308001' } },
      UpdateExpression: 'SET #l = :x, #e = :y ADD #s :one',
      ExpressionAttributeNames: { '#l': 'leaseToken', '#e': 'leaseEndsAtEpochMs', '#s': 's' },
      ExpressionAttributeValues: { ':x': { S: 'token-2' }, ':y': { N: '7' }, ':one': { N: '1' } },
    })

    expect(recogniseCall('dynamodb', target, body)).toMatchObject({ kind: 'claim', token: 'token-2' })
  })

  it('is neither where it changes a dispatch without a lease, or another item', () => {
    const postponed = JSON.stringify({
      Key: { PK: { S: 'DISPATCH#a1#1#1308' }, SK: { S: '1308001' } },
      UpdateExpression: 'SET dueAtEpochSeconds = :to',
    })
    const pace = JSON.stringify({
      Key: { PK: { S: 'PACE' }, SK: { S: 'PACE' } },
      UpdateExpression: 'SET leaseToken = :x',
      ExpressionAttributeValues: { ':x': { S: 'token' } },
    })

    expect(recogniseCall('dynamodb', target, postponed)).toEqual({ kind: 'other' })
    expect(recogniseCall('dynamodb', target, pace)).toEqual({ kind: 'other' })
  })

  it('is a publish with its phone and text, or a delete with its receipts', () => {
    const form = new URLSearchParams({ Action: 'Publish', PhoneNumber: '+8562055800100', Message: 'x <1>' })
    const batch = JSON.stringify({ QueueUrl: 'q', Entries: [{ Id: '0', ReceiptHandle: 'r' }] })

    expect(recogniseCall('sns', 'undefined', form.toString())).toEqual({
      kind: 'publish',
      phone: '+8562055800100',
      text: 'x <1>',
    })
    expect(recogniseCall('sqs', 'AmazonSQS.DeleteMessageBatch', batch)).toEqual({
      kind: 'delete',
      queueUrl: 'q',
      receiptHandles: ['r'],
    })
  })
})
