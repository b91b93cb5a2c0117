import { describe, expect, it } from 'vitest'
import { createPick } from '../../support/create-pick.ts'
import { createQueueShaker, type Disturbance } from '../../crash/queue-shaker.ts'

const shaker = (...which: Disturbance[]) => createQueueShaker(new Set(which), createPick(1))
const ids = Array.from({ length: 10 }, (_, index) => String(index))
const batchOf = (DelaySeconds: number) =>
  Buffer.from(
    JSON.stringify({ QueueUrl: 'q', Entries: ids.map((Id) => ({ Id, MessageBody: Id, DelaySeconds })) }),
  )
const batch = batchOf(899)
const answer = Buffer.from(
  JSON.stringify({
    Messages: ids.map((id) => ({
      ReceiptHandle: id,
      Body: id,
      Attributes: { ApproximateReceiveCount: id === '0' ? '2' : '1' },
    })),
  }),
)

describe('the shaker of queues', () => {
  it('leaves everything as it is where nothing is to be disturbed', () => {
    expect(shaker().sent(batch)).toEqual([batch])
    expect(
      shaker()
        .received(answer)
        .messages.map(({ receiptHandle }) => receiptHandle),
    ).toEqual(ids)
    expect(shaker().received(answer).again).toEqual([])
  })

  it('sends some of the messages twice', () => {
    const [first, second, ...others] = shaker('duplicated').sent(batchOf(0))

    expect(first?.toString()).toContain('"Id":"9"')
    expect(JSON.parse(second?.toString() ?? '{}').Entries.length).toBeGreaterThan(0)
    expect(others).toEqual([])
  })

  it('leaves single what was queued with a delay: copies of copies would grow without end', () => {
    expect(shaker('duplicated').sent(batchOf(1))).toHaveLength(1)
  })

  it('delays messages by what SQS allows, and hands them over in another order', () => {
    const [sent] = shaker('reordered').sent(batch)
    const { Entries }: { Entries: { DelaySeconds: number }[] } = JSON.parse(sent?.toString() ?? '{}')
    const received = shaker('reordered')
      .received(answer)
      .messages.map(({ receiptHandle }) => receiptHandle)

    expect(Math.max(...Entries.map(({ DelaySeconds }) => DelaySeconds))).toBe(900)
    expect(received).not.toEqual(ids)
    expect(received.toSorted()).toEqual(ids)
  })

  it('lets messages come again that came for the first time, and no others', () => {
    const again = shaker('redelivered')
      .received(answer)
      .again.map(({ receiptHandle }) => receiptHandle)

    expect(again.length).toBeGreaterThan(0)
    expect(again).not.toContain('0')
  })

  it('passes on an empty answer', () => {
    expect(shaker('redelivered', 'reordered').received(Buffer.from('{}')).messages).toEqual([])
  })
})
