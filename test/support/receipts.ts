import { gzipSync } from 'node:zlib'
import type { CloudWatchLogsEvent } from 'aws-lambda'
import { issueAlert, readVillage, villageWith } from './alert-samples.ts'
import type { AlertWorld } from './alert-world.ts'
import { lambdaContext } from './http-event.ts'

/** What SNS writes when the phone itself has confirmed an SMS. */
const phoneAccepted = 'Message has been accepted by phone'
/** What SNS writes when only the carrier has. */
export const carrierAccepted = 'Message has been accepted by phone carrier'

/** A record of SNS delivery status logging, about a made-up number. */
export const deliveryRecord = (
  messageId: string,
  providerResponse = phoneAccepted,
  delivery: Record<string, unknown> = {},
) => ({
  notification: { messageId, timestamp: '2026-07-23 05:00:34.558' },
  delivery: {
    mnc: 1,
    mcc: 457,
    destination: '+8562055000001',
    priceInUSD: 0.05,
    smsType: 'Transactional',
    providerResponse,
    dwellTimeMs: 599,
    ...delivery,
  },
  status: providerResponse.startsWith('Message has been accepted') ? 'SUCCESS' : 'FAILURE',
})

/** The event in which CloudWatch Logs hands a batch to a function. */
export const logEvent = (records: readonly unknown[], messageType = 'DATA_MESSAGE'): CloudWatchLogsEvent => ({
  awslogs: {
    data: gzipSync(
      JSON.stringify({
        messageType,
        owner: '000000000000',
        logGroup: 'sns/ap-southeast-1/000000000000/DirectPublishToPhoneNumber',
        logStream: 'made-up',
        subscriptionFilters: ['receipts'],
        logEvents: records.map((record, index) => ({
          id: String(index),
          timestamp: 0,
          message: typeof record === 'string' ? record : JSON.stringify(record),
        })),
      }),
    ).toString('base64'),
  },
})

/** Hands a batch of records to the receipts function of a world. */
export const takeReceipts = async (world: AlertWorld, ...records: unknown[]): Promise<void> => {
  await world.handlers.receipts(logEvent(records), lambdaContext())
}

export const village = '1308001'
export const other = '1309001'

/** Issues an alert to both villages and sends it; answers with its id. */
export const issued = async (world: AlertWorld, members = 3): Promise<string> => {
  await world.seedVillages([villageWith(village, members), villageWith(other, members)])
  const alertId = await issueAlert(world, { areas: ['13'] })
  await world.drain()
  return alertId
}

/** The gateway’s ids of a village’s SMS. */
export const idsOf = async (world: AlertWorld, alertId: string, code = village): Promise<string[]> =>
  (await readVillage(world, alertId, code)).recipients.map((one) => one.gatewayMessageId ?? '')

export const statesOf = async (world: AlertWorld, alertId: string, code = village): Promise<string[]> =>
  (await readVillage(world, alertId, code)).recipients.map((one) => one.state)
