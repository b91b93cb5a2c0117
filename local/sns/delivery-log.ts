import type { OutboxEntry } from './outbox.ts'
import type { PlannedReceipt } from './receipt-rules.ts'

/** A line that SNS would write to one of its two log groups. */
export type DeliveryLogLine = { status: PlannedReceipt['status']; line: string }

/** Writes lines when their time has come. What is still to come when the process ends is lost, as carriers lose it. */
export type DeliveryLog = { sent: (sms: OutboxEntry) => void }

const laosMcc = 457
const pricePerSmsUsd = 0.06

/** `2026-07-23 05:00:34.558`, as SNS writes times: UTC, with a blank and without a zone. */
const timestampOf = (iso: string): string => iso.replace('T', ' ').replace('Z', '')

/** The record of SNS delivery status logging. A failure names no carrier; parts are left out as by many carriers. */
function recordOf(sms: OutboxEntry, receipt: PlannedReceipt): string {
  const isSuccess = receipt.status === 'SUCCESS'
  return JSON.stringify({
    notification: { messageId: sms.messageId, timestamp: timestampOf(sms.acceptedAtIso) },
    delivery: {
      ...(isSuccess ? { phoneCarrier: 'Made-up Carrier' } : {}),
      mnc: isSuccess ? 1 : 0,
      mcc: isSuccess ? laosMcc : 0,
      destination: sms.phone,
      priceInUSD: pricePerSmsUsd,
      smsType: sms.smsType,
      providerResponse: receipt.providerResponse,
      dwellTimeMs: receipt.afterMs,
    },
    status: receipt.status,
  })
}

export function createDeliveryLog(
  plan: (phone: string) => readonly PlannedReceipt[],
  write: (line: DeliveryLogLine) => void,
): DeliveryLog {
  return {
    sent: (sms) => {
      for (const receipt of plan(sms.phone)) {
        const timer = setTimeout(() => {
          write({ status: receipt.status, line: recordOf(sms, receipt) })
        }, receipt.afterMs)
        timer.unref()
      }
    },
  }
}
