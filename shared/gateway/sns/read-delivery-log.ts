import { gunzipSync } from 'node:zlib'
import * as z from 'zod'
import type { Receipt } from '../../domain/receipt.ts'
import { triageReceipt } from './triage.ts'

/** What CloudWatch Logs hands to a function, unpacked. A control message only tries whether the function is there. */
const batchSchema = z.discriminatedUnion('messageType', [
  z.object({ messageType: z.literal('CONTROL_MESSAGE') }),
  z.object({
    messageType: z.literal('DATA_MESSAGE'),
    logEvents: z.array(z.object({ message: z.string() })),
  }),
])

/** `2026-07-23 05:00:34.558`: a blank for the T, no zone, and meant as UTC. */
const timestamp = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/)
  .transform((text) => Math.floor(Date.parse(`${text.replace(' ', 'T')}Z`) / 1000))
  .pipe(z.number().int())

/** Prices come as numbers and as text, parts not at all from some carriers; a strange one spoils no receipt. */
const numberOrText = z.coerce.number().min(0).optional().catch(undefined)

/** A record of SNS delivery status logging for SMS, as far as it is used: all else may be absent or of any shape. */
const recordSchema = z.object({
  notification: z.object({ messageId: z.string().min(1).max(200), timestamp }),
  delivery: z.object({
    providerResponse: z.string().default(''),
    numberOfMessageParts: numberOrText,
    priceInUSD: numberOrText,
  }),
  status: z.enum(['SUCCESS', 'FAILURE']),
})

/** What a batch of delivery logs says. */
export type DeliveryLog = {
  receipts: Receipt[]
  /** Records that are no delivery status as far as anyone knows. */
  unreadable: number
  /** Receipts whose words stand in no table. */
  unknownTexts: number
  parts: number
  costUsd: number
}

const parseRecord = (message: string): z.output<typeof recordSchema> | undefined => {
  try {
    return recordSchema.safeParse(JSON.parse(message)).data
  } catch {
    return undefined
  }
}

/** Reads `awslogs.data` (base64 of gzip of JSON). Throws only where the batch itself is not what AWS promises. */
export const readDeliveryLog = (data: string): DeliveryLog => {
  const log: DeliveryLog = { receipts: [], unreadable: 0, unknownTexts: 0, parts: 0, costUsd: 0 }
  const batch = batchSchema.parse(JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString()))
  if (batch.messageType === 'CONTROL_MESSAGE') return log
  for (const { message } of batch.logEvents) {
    const record = parseRecord(message)
    if (record === undefined) {
      log.unreadable += 1
      continue
    }
    const { notification, delivery, status } = record
    const { verdict, isKnown } = triageReceipt(status, delivery.providerResponse)
    if (!isKnown) log.unknownTexts += 1
    log.parts += delivery.numberOfMessageParts ?? 0
    log.costUsd += delivery.priceInUSD ?? 0
    log.receipts.push({
      ...verdict,
      gatewayMessageId: notification.messageId,
      atEpochSeconds: notification.timestamp,
    })
  }
  return log
}
