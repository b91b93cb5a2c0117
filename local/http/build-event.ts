import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { accountId } from '../template/reference-values.ts'
import { decodeSegment } from './match-route.ts'

/** What of a request is already known when its event is built. */
export type EventParts = {
  apiId: string
  routeKey: string
  pathParameters: Record<string, string>
  body: Buffer
  nowMs: number
  /** Claims and scopes of the access token, where the route asks for one. */
  jwt: { claims: Record<string, string>; scopes: string[] | null } | undefined
}

const textTypes =
  /^(text\/.*|application\/(json|xml|javascript|x-www-form-urlencoded)|[^;]*\+(json|xml))\s*(;.*)?$/i

/**
 * The event of payload format 2.0. The path and its parameters are decoded, the query string is not; parts
 * without a value are absent.
 */
export function buildEvent(request: IncomingMessage, parts: EventParts) {
  const { path, query } = splitUrl(request.url ?? '/')
  const rawPath = path.split('/').map(decodeSegment).join('/')
  const { cookie, connection: _connection, ...headers } = joinedHeaders(request)
  const now = new Date(parts.nowMs)
  const domainName = request.headers.host ?? 'localhost'
  const isText = parts.body.length === 0 || textTypes.test(request.headers['content-type'] ?? 'text/plain')
  return {
    version: '2.0',
    routeKey: parts.routeKey,
    rawPath,
    rawQueryString: query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers: { ...headers, ...forwardedHeaders(request) },
    ...(query === '' ? {} : { queryStringParameters: joinedQuery(query) }),
    requestContext: {
      accountId,
      apiId: parts.apiId,
      ...(parts.jwt === undefined ? {} : { authorizer: { jwt: parts.jwt } }),
      domainName,
      domainPrefix: domainName.split('.')[0] ?? domainName,
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: parts.routeKey,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(parts.pathParameters).length === 0 ? {} : { pathParameters: parts.pathParameters }),
    ...(parts.body.length === 0 ? {} : { body: parts.body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: !isText,
  } satisfies APIGatewayProxyEventV2 | Record<string, unknown>
}

/** The path and the query string of a request target, both as they were sent. */
export function splitUrl(url: string): { path: string; query: string } {
  const index = url.indexOf('?')
  return index === -1 ? { path: url, query: '' } : { path: url.slice(0, index), query: url.slice(index + 1) }
}

function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const joined: Record<string, string> = {}
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (values !== undefined) joined[name] = values.join(name === 'cookie' ? '; ' : ',')
  }
  return joined
}

/** What API Gateway adds. */
function forwardedHeaders(request: IncomingMessage): Record<string, string> {
  const traceId = randomUUID().replaceAll('-', '')
  return {
    'x-amzn-trace-id': `Root=1-${traceId.slice(0, 8)}-${traceId.slice(8)}`,
    'x-forwarded-for': request.socket.remoteAddress ?? '127.0.0.1',
    'x-forwarded-port': String(request.socket.localPort ?? 80),
    'x-forwarded-proto': 'http',
  }
}

function joinedQuery(query: string): Record<string, string> {
  const joined: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(query)) {
    joined[name] = name in joined ? `${joined[name]},${value}` : value
  }
  return joined
}

/** For instance 21/Nov/2026:20:18:00 +0000. */
function commonLogTime(date: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(date.toUTCString()) ?? []
  return `${day}/${month}/${year}:${time} +0000`
}
