import * as z from 'zod'
import { districtCode, id, villageCode } from './fields.ts'

const schemaVersion = z.literal(1)
const alertVersion = { alertId: id, version: z.number().int().min(1) }

/**
 * On `fan-out-urgent` and `fan-out-routine`, about one district of a version: write its dispatches, send its second
 * wave on its way, queue anew what is open, or make pending again what a person wants to be resent.
 */
export const fanOutMessage = z.discriminatedUnion('job', [
  z.object({ schemaVersion, job: z.literal('fan-out'), ...alertVersion, district: districtCode }),
  z.object({ schemaVersion, job: z.literal('open-second-wave'), ...alertVersion, district: districtCode }),
  z.object({ schemaVersion, job: z.literal('queue-open-waves'), ...alertVersion, district: districtCode }),
  z.object({ schemaVersion, job: z.literal('resend'), ...alertVersion, district: districtCode }),
])
export type FanOutMessage = z.infer<typeof fanOutMessage>

/** On `first`, `urgent` and `routine`: send one wave of one village's dispatch. */
export const sendMessage = z.object({
  schemaVersion,
  ...alertVersion,
  district: districtCode,
  village: villageCode,
  wave: z.union([z.literal(1), z.literal(2)]),
})
export type SendMessage = z.infer<typeof sendMessage>

/** On `imports`: the next piece of an import or export. */
export const importMessage = z.discriminatedUnion('job', [
  z.object({ schemaVersion, job: z.enum(['plan', 'apply', 'undo']), importId: id }),
  z.object({ schemaVersion, job: z.literal('export'), exportId: id }),
])
export type ImportMessage = z.infer<typeof importMessage>

/** On `early-receipts`: receipts that came before anybody could tell whose they are, and whose they turned out to be. */
const earlyReceiptsMessage = z.object({
  schemaVersion,
  deliveries: z
    .array(
      z.object({
        ...alertVersion,
        district: districtCode,
        village: villageCode,
        gatewayMessageId: z.string().min(1),
        recipientIndex: z.number().int().min(0),
        attempt: z.number().int().min(0),
      }),
    )
    .max(100),
})
export type EarlyReceiptsMessage = z.infer<typeof earlyReceiptsMessage>

/** Whatever `early-receipts` carries: also delivery logs that failed before and were put here to be tried again. */
export const receiptsMessage = z.union([
  earlyReceiptsMessage,
  z.object({ schemaVersion, awslogs: z.object({ data: z.string().min(1) }) }),
])
export type ReceiptsMessage = z.infer<typeof receiptsMessage>
