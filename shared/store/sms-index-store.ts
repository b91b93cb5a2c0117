import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { districtOf } from '../domain/area.ts'
import type { DispatchKey } from '../domain/dispatch.ts'
import { putItems, readItems } from './batch-items.ts'

/** From the gateway's message id to the delivery that it names: how receipts find their way. */
export type SmsIndexEntry = DispatchKey & {
  gatewayMessageId: string
  recipientIndex: number
  attempt: number
}

export type SmsIndexStore = ReturnType<typeof createSmsIndexStore>

/** Receipts may take 72 hours; questions come later still. */
const keepSeconds = 90 * 24 * 3600

const keyOf = (gatewayMessageId: string) => ({ PK: `SMS#${gatewayMessageId}`, SK: 'SMS' })

const smsRecord = z.lazy(() =>
  z
    .object({
      PK: z.templateLiteral(['SMS#', z.string()]),
      alertId: z.string(),
      version: z.number().int(),
      village: z.string(),
      recipientIndex: z.number().int(),
      attempt: z.number().int(),
    })
    .transform(
      ({ PK, ...entry }): SmsIndexEntry => ({
        ...entry,
        district: districtOf(entry.village),
        gatewayMessageId: PK.slice('SMS#'.length),
      }),
    ),
)

export const createSmsIndexStore = (client: DynamoDBDocumentClient, table: string) => ({
  /** Keeps the entries for 90 days. Writing one twice changes nothing. */
  put: (entries: readonly SmsIndexEntry[], nowEpochSeconds: number): Promise<void> =>
    putItems(
      client,
      table,
      entries.map((entry) => ({
        ...keyOf(entry.gatewayMessageId),
        schemaVersion: 1,
        alertId: entry.alertId,
        version: entry.version,
        village: entry.village,
        recipientIndex: entry.recipientIndex,
        attempt: entry.attempt,
        removeAtEpochSeconds: nowEpochSeconds + keepSeconds,
      })),
    ),

  /** The entries of these message ids, as far as they are known; read consistently, 100 a request. */
  findMany: async (gatewayMessageIds: Iterable<string>): Promise<SmsIndexEntry[]> => {
    const items = await readItems(client, table, [...new Set(gatewayMessageIds)].map(keyOf))
    return items.map((item) => smsRecord.parse(item))
  },
})
