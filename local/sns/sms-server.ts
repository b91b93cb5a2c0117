import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { isLocalHost } from '../http/is-local-host.ts'
import { readBody } from '../http/read-body.ts'
import { createAnswerPhones } from '../phones/answer-phones.ts'
import { createAnswerPublish, writeError } from './answer-publish.ts'
import { createDeliveryLog, type DeliveryLogLine } from './delivery-log.ts'
import type { Outbox } from './outbox.ts'
import { createSmsFaults, parseSmsSettings, type SmsFaults, type SmsSettings } from './sms-faults.ts'

const maxBodyBytes = 256 * 1024

/** The SNS endpoint: Publish on `/`, the wall of phones on `/phones`, faults on `/faults` (GET and PUT). */
export function createSmsServer(
  outbox: Outbox,
  settings: SmsSettings,
  writeLog: (line: DeliveryLogLine) => void,
): Server {
  const faults = createSmsFaults(settings)
  const deliveryLog = createDeliveryLog(faults.receiptsFor, writeLog)
  const answerPublish = createAnswerPublish(outbox, faults, deliveryLog)
  const answerPhones = createAnswerPhones(outbox.entries)
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '/'
    if (!isLocalHost(request.headers.host)) response.writeHead(421).end()
    else if (url === '/faults') await answerFaults(request, response, faults)
    else if (url.startsWith('/phones')) answerPhones(request, response)
    else if (request.method === 'POST') {
      const body = await readBody(request, maxBodyBytes)
      await answerPublish(response, body?.toString() ?? '')
    } else writeError(response, 404, 'NotFound', 'SNS takes POST requests')
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else writeError(response, 500, 'InternalError', error instanceof Error ? error.name : 'unknown')
    })
  })
  server.keepAliveTimeout = 60_000
  return server
}

async function answerFaults(
  request: IncomingMessage,
  response: ServerResponse,
  faults: SmsFaults,
): Promise<void> {
  if (request.method === 'PUT') {
    const body = await readBody(request, maxBodyBytes)
    try {
      faults.set(parseSmsSettings(JSON.parse(body?.toString() ?? '')))
    } catch (error) {
      const detail = error instanceof z.ZodError ? z.prettifyError(error) : 'The body must be JSON'
      response.writeHead(400, { 'content-type': 'text/plain;charset=UTF-8' }).end(detail)
      return
    }
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(faults.settings()))
}
