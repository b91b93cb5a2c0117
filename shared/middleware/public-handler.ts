import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import type { Logger } from '@aws-lambda-powertools/logger'
import middy from '@middy/core'
import httpHeaderNormalizer from '@middy/http-header-normalizer'
import httpSecurityHeaders from '@middy/http-security-headers'
import * as z from 'zod'
import type { PublicRouteDefinition } from '../contracts/routes.ts'
import { notFound } from '../errors.ts'
import type { ApiEvent, ApiResult } from './api-types.ts'
import { compressText } from './compress-text.ts'
import { problemErrors } from './problem-errors.ts'

/** What a use case without login answers. `etag` goes out quoted; `cacheSeconds` 0 forbids keeping. */
type PublicAnswer = {
  text: string
  contentType: string
  etag?: string
  modifiedAtEpochMs?: number
  cacheSeconds: number
}

/** What a use case gets of the request: the names in its path, and where the caller reached the API. */
type PublicRequest = { params: Readonly<Record<string, string>>; origin: string }

/** A route without login, bound to its use case. */
type BoundPublicRoute = {
  definition: PublicRouteDefinition
  run: (request: PublicRequest) => Promise<PublicAnswer>
}

/** Ties a use case to its route; only what needs no login can be bound by it. */
export const bindPublicRoute = (
  definition: PublicRouteDefinition,
  run: BoundPublicRoute['run'],
): BoundPublicRoute => ({ definition, run })

/** If-None-Match as RFC 9110 has it: `*`, or a list in which `W/` does not count. */
const holds = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === '*' || one === etag)

type Headers = Readonly<Record<string, string | undefined>>

/** RFC 9110: If-Modified-Since counts only where no If-None-Match was sent, and in whole seconds. */
const isUnchanged = ({ etag, modifiedAtEpochMs }: PublicAnswer, headers: Headers): boolean => {
  const ifNoneMatch = headers['if-none-match']
  if (ifNoneMatch !== undefined) return etag !== undefined && holds(ifNoneMatch, `"${etag}"`)
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return modifiedAtEpochMs !== undefined && Math.floor(modifiedAtEpochMs / 1000) * 1000 <= since
}

const toResult = (answer: PublicAnswer, headers: Headers): ApiResult => {
  const { text, contentType, etag, modifiedAtEpochMs, cacheSeconds } = answer
  const sent: Record<string, string> = {
    'content-type': contentType,
    'cache-control': cacheSeconds === 0 ? 'no-store' : `public, max-age=${cacheSeconds}`,
  }
  if (modifiedAtEpochMs !== undefined) sent['last-modified'] = new Date(modifiedAtEpochMs).toUTCString()
  if (etag !== undefined) {
    sent['etag'] = `"${etag}"`
    sent['vary'] = 'accept-encoding'
  }
  if (isUnchanged(answer, headers)) return { statusCode: 304, headers: sent }
  const compressed = compressText(text, headers['accept-encoding'])
  if (compressed === undefined) {
    return { statusCode: 200, headers: sent, body: text }
  }
  return {
    statusCode: 200,
    headers: { ...sent, 'content-encoding': compressed.encoding, vary: 'accept-encoding' },
    body: compressed.bytes.toString('base64'),
    isBase64Encoded: true,
  }
}

const noParams = z.lazy(() => z.object({}))
const texts = z.lazy(() => z.record(z.string(), z.string()))

/** As the caller reached the API: AWS speaks https alone, the runner of one machine says that it does not. */
const originOf = (event: ApiEvent): string =>
  `${event.headers['x-forwarded-proto'] === 'http' ? 'http' : 'https'}://${event.requestContext.domainName}`

/** A path that no route can mean is as unknown as one that no route means. */
const paramsOf = ({ params = noParams }: PublicRouteDefinition, event: ApiEvent): PublicRequest['params'] => {
  const parsed = params.safeParse(event.pathParameters ?? {})
  if (!parsed.success) throw notFound('file')
  return texts.parse(parsed.data)
}

/** The middy stack of what needs no login: no user is looked up, no body is read. */
export const createPublicHandler = (options: { routes: readonly BoundPublicRoute[]; logger: Logger }) => {
  const byKey = new Map(
    options.routes.map((route) => [`${route.definition.method} ${route.definition.path}`, route]),
  )
  return middy<ApiEvent, ApiResult>({ timeoutEarlyInMillis: 0 })
    .use(injectLambdaContext(options.logger, { resetKeys: true }))
    .use(httpSecurityHeaders())
    .use(httpHeaderNormalizer())
    .use(problemErrors(options.logger))
    .handler(async (event) => {
      const route = byKey.get(event.routeKey)
      if (route === undefined) throw notFound('route')
      const request = { params: paramsOf(route.definition, event), origin: originOf(event) }
      return toResult(await route.run(request), event.headers)
    })
}
