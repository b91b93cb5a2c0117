import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DeliveryLog } from './delivery-log.ts'
import { escapeXml } from './escape-xml.ts'
import type { Outbox } from './outbox.ts'
import { parsePublish } from './parse-publish.ts'
import type { SmsFaults } from './sms-faults.ts'

const namespace = 'http://sns.amazonaws.com/doc/2010-03-31/'

/** Answers one call of the Query protocol as SNS would, with the faults that are switched on. */
export function createAnswerPublish(outbox: Outbox, faults: SmsFaults, deliveryLog: DeliveryLog) {
  return async (response: ServerResponse, body: string): Promise<void> => {
    const sms = parsePublish(body)
    if (sms.kind === 'refused') {
      writeError(response, sms.status, sms.code, sms.message)
      return
    }
    if (faults.isOverRate(Date.now())) {
      writeError(response, 400, 'Throttling', 'Rate exceeded')
      return
    }
    const fault = faults.faultFor(sms.phone)
    const latencyMs = fault?.latencyMs ?? faults.settings().latencyMs
    if (latencyMs > 0) await sleep(latencyMs)
    const fails = fault !== undefined && (fault.hang || fault.status !== undefined)
    const messageId = randomUUID()
    if (!fails || fault.sendsAnyway) {
      const { phone, text, senderId, smsType } = sms
      const entry = { messageId, phone, text, senderId, smsType, acceptedAtIso: new Date().toISOString() }
      await outbox.append(entry)
      deliveryLog.sent(entry)
    }
    if (!fails) writeSuccess(response, messageId)
    else if (!fault.hang) writeError(response, fault.status ?? 500, fault.code, fault.message)
  }
}

/** An answer of SNS that says what went wrong. */
export function writeError(response: ServerResponse, status: number, code: string, message: string): void {
  const type = status >= 500 ? 'Receiver' : 'Sender'
  writeXml(
    response,
    status,
    (requestId) =>
      `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${escapeXml(code)}</Code>` +
      `<Message>${escapeXml(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  )
}

function writeSuccess(response: ServerResponse, messageId: string): void {
  writeXml(
    response,
    200,
    (requestId) =>
      `<PublishResponse xmlns="${namespace}"><PublishResult><MessageId>${messageId}</MessageId></PublishResult>` +
      `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></PublishResponse>`,
  )
}

function writeXml(response: ServerResponse, status: number, bodyOf: (requestId: string) => string): void {
  const requestId = randomUUID()
  const body = bodyOf(requestId)
  response.writeHead(status, {
    'content-type': 'text/xml',
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': requestId,
  })
  response.end(body)
}
