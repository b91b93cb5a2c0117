import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../../local/lambda/environment.ts'
import { deletableReceipts } from '../../../../local/triggers/deletable-receipts.ts'

const messages = ['a', 'b', 'c'].map((id) => ({ MessageId: id, ReceiptHandle: `receipt-${id}` }))
const all = ['receipt-a', 'receipt-b', 'receipt-c']
const answered = (value: unknown) => ({ kind: 'answered', json: JSON.stringify(value) }) as const
const failed: Outcome = { kind: 'failed', errorType: 'Error', errorMessage: '', trace: [] }

describe('what is deleted after a batch', () => {
  test('nothing when the function failed', () => {
    expect(deletableReceipts(messages, failed, true)).toEqual([])
    expect(deletableReceipts(messages, failed, false)).toEqual([])
  })

  test('everything when it answered and reports no single failures', () => {
    expect(
      deletableReceipts(messages, answered({ batchItemFailures: [{ itemIdentifier: 'a' }] }), false),
    ).toEqual(all)
  })

  test.each([[{ batchItemFailures: [] }], [{ batchItemFailures: null }], [{}], [null]])(
    'everything when it reports %j',
    (value) => {
      expect(deletableReceipts(messages, answered(value), true)).toEqual(all)
    },
  )

  test('all but the reported messages', () => {
    const value = { batchItemFailures: [{ itemIdentifier: 'b' }] }

    expect(deletableReceipts(messages, answered(value), true)).toEqual(['receipt-a', 'receipt-c'])
  })

  test.each([
    [{ batchItemFailures: [{ itemIdentifier: 'unknown' }] }],
    [{ batchItemFailures: [{ itemIdentifier: '' }] }],
    [{ batchItemFailures: [{ itemIdentifier: null }] }],
    [{ batchItemFailures: [{ id: 'a' }] }],
    ['text'],
  ])('nothing when the report is malformed: %j', (value) => {
    expect(deletableReceipts(messages, answered(value), true)).toEqual([])
  })
})
