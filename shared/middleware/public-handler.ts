import { gzipSync } from 'node:zlib'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import type { Logger } from '@aws-lambda-powertools/logger'
import middy from '@middy/core'
import httpHeaderNormalizer from '@middy/http-header-normalizer'
import httpSecurityHeaders from '@middy/http-security-headers'
import type { PublicRouteDefinition } from '../contracts/routes.ts'
import { notFound } from '../errors.ts'
import type { ApiEvent, ApiResult } from './api-types.ts'
import { problemErrors } from './problem-errors.ts'

/** What a use case without login answers. `etag` goes out quoted; `cacheSeconds` 0 forbids keeping. */
type PublicAnswer = { text: string; contentType: string; etag?: string; cacheSeconds: number }

/** A route without login, bound to its use case, which gets nothing of the request. */
type BoundPublicRoute = {
  definition: PublicRouteDefinition
  run: () => Promise<PublicAnswer>
}

const compressFromBytes = 4096

/** Ties a use case to its route; only what needs no login can be bound by it. */
export const bindPublicRoute = (
  definition: PublicRouteDefinition,
  run: BoundPublicRoute['run'],
): BoundPublicRoute => ({ definition, run })

/** If-None-Match as RFC 9110 has it: `*`, or a list in which `W/` does not count. */
const holds = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === '*' || one === etag)

const toResult = (answer: PublicAnswer, headers: Readonly<Record<string, string | undefined>>): ApiResult => {
  const { text, contentType, etag, cacheSeconds } = answer
  const sent: Record<string, string> = {
    'content-type': contentType,
    'cache-control': cacheSeconds === 0 ? 'no-store' : `public, max-age=${cacheSeconds}`,
  }
  if (etag !== undefined) {
    sent['etag'] = `"${etag}"`
    sent['vary'] = 'accept-encoding'
    if (holds(headers['if-none-match'], `"${etag}"`)) return { statusCode: 304, headers: sent }
  }
  if (text.length < compressFromBytes || !/\bgzip\b/.test(headers['accept-encoding'] ?? '')) {
    return { statusCode: 200, headers: sent, body: text }
  }
  return {
    statusCode: 200,
    headers: { ...sent, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: gzipSync(text).toString('base64'),
    isBase64Encoded: true,
  }
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
      return toResult(await route.run(), event.headers)
    })
}
