import { gzipSync } from 'node:zlib'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import type { Logger } from '@aws-lambda-powertools/logger'
import middy from '@middy/core'
import httpHeaderNormalizer from '@middy/http-header-normalizer'
import httpSecurityHeaders from '@middy/http-security-headers'
import type { User } from '../domain/user.ts'
import { RequestError, type FieldError } from '../errors.ts'
import { admitCaller } from './admit-caller.ts'
import type { ApiEvent, ApiResult, BoundRoute } from './api-types.ts'
import { parseJsonBody, parseParts } from './parse-request.ts'
import { problemErrors } from './problem-errors.ts'

const compressFromBytes = 4096

const unquote = (etag: string | undefined): string | undefined => etag?.replace(/^(?:W\/)?"(.*)"$/, '$1')

const findKeyFaults = (route: BoundRoute, key: string | undefined): FieldError[] => {
  const isFine = key !== undefined && /^[\x21-\x7e]{8,128}$/.test(key)
  return route.definition.idempotencyKey !== 'required' || isFine
    ? []
    : [
        {
          path: 'headers.idempotency-key',
          message:
            'This creates or sends something: give 8 to 128 visible ASCII characters, new for each new wish.',
        },
      ]
}

const checkIfMatch = (route: BoundRoute, ifMatch: string | undefined): void => {
  if (route.definition.ifMatch === 'required' && ifMatch === undefined) {
    throw new RequestError(
      'if-match-required',
      'Send the ETag that you read as If-Match, so that nobody’s edit is lost.',
      [{ path: 'headers.if-match', message: 'Is missing.' }],
    )
  }
}

const toResult = (
  status: number,
  body: unknown,
  etag: string | undefined,
  acceptsGzip: boolean,
): ApiResult => {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  if (etag !== undefined) headers['etag'] = `"${etag}"`
  if (body === undefined) return { statusCode: status, headers }
  const text = JSON.stringify(body)
  if (!acceptsGzip || text.length < compressFromBytes) return { statusCode: status, headers, body: text }
  return {
    statusCode: status,
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: gzipSync(text).toString('base64'),
    isBase64Encoded: true,
  }
}

const answer = async (event: ApiEvent): Promise<ApiResult> => {
  if (event.admitted === undefined) throw new Error('no caller was admitted')
  const { route, user } = event.admitted
  const { definition } = route
  checkIfMatch(route, event.headers['if-match'])
  const parts = parseParts(
    [
      { name: 'params', schema: definition.params, value: event.pathParameters ?? {} },
      { name: 'query', schema: definition.query, value: event.queryStringParameters ?? {} },
      { name: 'body', schema: definition.body, value: event.body },
    ],
    findKeyFaults(route, event.headers['idempotency-key']),
  )
  const done = await route.run({
    user,
    params: parts['params'],
    query: parts['query'],
    body: parts['body'],
    idempotencyKey: event.headers['idempotency-key'] ?? '',
    ifMatch: unquote(event.headers['if-match']),
    ifNoneMatch: unquote(event.headers['if-none-match']),
    correlationId: event.requestContext.requestId,
  })
  const body = definition.response === undefined ? undefined : definition.response.parse(done.body)
  const acceptsGzip = /\bgzip\b/.test(event.headers['accept-encoding'] ?? '')
  return toResult(definition.status, body, done.etag, acceptsGzip)
}

/** The middy stack of every HTTP function: who calls is settled before a byte of the body is read. */
export const createHttpHandler = (options: {
  routes: readonly BoundRoute[]
  findUser: (id: string) => Promise<User | undefined>
  logger: Logger
}) =>
  middy<ApiEvent, ApiResult>({ timeoutEarlyInMillis: 0 })
    .use(injectLambdaContext(options.logger, { resetKeys: true }))
    .use(httpSecurityHeaders())
    .use(httpHeaderNormalizer())
    .use(admitCaller(options.routes, options.findUser))
    .use(parseJsonBody())
    .use(problemErrors(options.logger))
    .handler(answer)
