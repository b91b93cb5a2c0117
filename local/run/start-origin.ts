import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Answer } from '../http/build-response.ts'
import { errorAnswer, writeAnswer } from '../http/build-response.ts'
import { createAnswerS3Request, s3Prefix } from '../http/answer-s3-request.ts'
import { answerNamedCards } from '../phones/answer-named-cards.ts'
import type { People } from '../phones/find-people.ts'
import { isLocalHost } from '../http/is-local-host.ts'
import { listenOnLoopback } from '../http/listen-on-loopback.ts'
import { createPassOn } from '../http/pass-on.ts'
import { apiPaths } from '../../infra/console-headers.ts'
import type { ServeConsole } from '../console/serve-console.ts'

/** What stands behind the one origin that people and the console see. */
type OriginParts = {
  s3Origin: string
  smsOrigin: string
  /** Whose phones are whose, for the wall of phones. */
  findPeople: () => Promise<People>
  answerApi: (request: IncomingMessage) => Promise<Answer>
  /** Absent where the run has no console: then the API answers every path. */
  serveConsole: ServeConsole | undefined
  nowMs: () => number
  log: (text: string) => void
}

/** The API's origin: it listens at once (so that its port is known) and answers 503 until `serve` is called. */
export type Origin = {
  origin: string
  serve: (parts: OriginParts) => void
  /** Takes no more API requests (503) and waits for those under way; files and phones are still served. */
  endApi: () => Promise<void>
  stop: () => Promise<void>
}

const cardsPath = '/phones/cards'

const isOfApi = (url: string): boolean =>
  apiPaths.some((path) =>
    path.endsWith('*') ? url.startsWith(path.slice(0, -1)) : url === path || url.startsWith(`${path}?`),
  )

/** Starts the server for the API, the pre-signed uploads (`/s3/…`) and the wall of phones (`/phones`). */
export async function startOrigin(port: number): Promise<Origin> {
  let answer: ((request: IncomingMessage, response: ServerResponse) => void) | undefined
  let apiEnded = false
  const underWay = new Set<Promise<void>>()
  const closers: (() => void)[] = []
  const server = createServer((request, response) => {
    if (answer === undefined) writeAnswer(response, errorAnswer(503, 'Service Unavailable'))
    else answer(request, response)
  })
  server.keepAliveTimeout = 60_000
  const answerApiUnlessEnded = (parts: OriginParts, request: IncomingMessage, response: ServerResponse) => {
    const answering = answerApi(parts, apiEnded, request, response).finally(() => underWay.delete(answering))
    underWay.add(answering)
  }
  return {
    origin: await listenOnLoopback(server, port),
    serve: (parts) => {
      const s3 = createPassOn(parts.s3Origin)
      const phones = createPassOn(parts.smsOrigin)
      closers.push(s3.close, phones.close)
      const answerS3 = createAnswerS3Request(s3.passOn, parts.nowMs)
      answer = (request, response) => {
        const url = request.url ?? '/'
        if (!isLocalHost(request.headers.host)) writeAnswer(response, errorAnswer(421, 'Misdirected Request'))
        else if (url.startsWith(`${s3Prefix}/`)) answerS3(request, response)
        else if (url.startsWith(`${cardsPath}?`)) answerCards(parts, url, response)
        else if (/^\/phones(\/|\?|$)/.test(url)) phones.passOn(request, response, url)
        else if (parts.serveConsole !== undefined && !isOfApi(url)) parts.serveConsole(request, response)
        else answerApiUnlessEnded(parts, request, response)
      }
    },
    endApi: async () => {
      apiEnded = true
      await Promise.all(underWay)
    },
    stop: async () => {
      const closed = new Promise((resolve) => {
        server.close(resolve)
      })
      server.closeAllConnections()
      for (const close of closers) close()
      await closed
    },
  }
}

function answerCards(parts: OriginParts, url: string, response: ServerResponse): void {
  const search = new URL(url, 'http://localhost').searchParams.get('search') ?? ''
  answerNamedCards(parts.smsOrigin, parts.findPeople, search, response).catch(() => {
    if (!response.headersSent) response.writeHead(502)
    response.end()
  })
}

async function answerApi(
  parts: OriginParts,
  ended: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const answer = ended ? errorAnswer(503, 'Service Unavailable') : await parts.answerApi(request)
    request.resume()
    writeAnswer(response, answer)
  } catch (error) {
    // Who hung up while sending needs no answer.
    if (request.destroyed && !request.complete) return
    parts.log(`a request failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    writeAnswer(response, errorAnswer(500, 'Internal Server Error'))
  }
}
