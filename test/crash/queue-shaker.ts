import * as z from 'zod'

/** What queues do to messages, as SQS may. */
export const disturbances = ['redelivered', 'reordered', 'duplicated'] as const
export type Disturbance = (typeof disturbances)[number]

const sendBatch = z.looseObject({
  Entries: z.array(z.looseObject({ Id: z.string(), DelaySeconds: z.number().default(0) })),
})
const received = z.looseObject({
  Messages: z
    .array(
      z.looseObject({
        ReceiptHandle: z.string(),
        Body: z.string(),
        Attributes: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
})

/** A message that a sender's poller received. */
export type Received = { receiptHandle: string; body: string }

const longestDelaySeconds = 2
const longestRedeliveryMs = 1500

const isFresh = (attributes: Readonly<Record<string, string>>): boolean =>
  attributes['ApproximateReceiveCount'] === '1'

/** Shakes the bodies of queue requests and answers by the drawn numbers. */
export const createQueueShaker = (which: ReadonlySet<Disturbance>, pick: (count: number) => number) => {
  const shuffled = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, at: pick(1_000_000) }))
      .toSorted((left, right) => left.at - right.at)
      .map(({ item }) => item)

  return {
    /** The bodies to send in place of one SendMessageBatch: delayed anew, and maybe twice. */
    sent: (body: Buffer): Buffer[] => {
      if (which.size === 0) return [body]
      const batch = sendBatch.parse(JSON.parse(body.toString()))
      const delayed = which.has('reordered')
        ? batch.Entries.map((entry) => ({
            ...entry,
            DelaySeconds: Math.min(900, entry.DelaySeconds + pick(longestDelaySeconds + 1)),
          }))
        : batch.Entries
      // What senders queue again, with a delay, is left single: copies of copies would grow without end.
      const isFirst = batch.Entries.filter((entry) => entry.DelaySeconds === 0)
      const again = which.has('duplicated') ? isFirst.filter(() => pick(2) === 0) : []
      return [delayed, again]
        .filter((entries) => entries.length > 0)
        .map((Entries) => Buffer.from(JSON.stringify({ ...batch, Entries })))
    },

    /** The answer of a ReceiveMessage as it is passed on, its messages, and which come again after how long. */
    received: (
      body: Buffer,
    ): { body: Buffer; messages: Received[]; again: { receiptHandle: string; afterMs: number }[] } => {
      const answer = received.parse(body.length === 0 ? {} : JSON.parse(body.toString()))
      const Messages = which.has('reordered') ? shuffled(answer.Messages) : answer.Messages
      const again = which.has('redelivered')
        ? Messages.filter(({ Attributes }) => isFresh(Attributes) && pick(2) === 0)
        : []
      return {
        body: Messages.length === 0 ? body : Buffer.from(JSON.stringify({ ...answer, Messages })),
        messages: Messages.map(({ ReceiptHandle, Body }) => ({ receiptHandle: ReceiptHandle, body: Body })),
        again: again.map(({ ReceiptHandle }) => ({
          receiptHandle: ReceiptHandle,
          afterMs: pick(longestRedeliveryMs),
        })),
      }
    },
  }
}
