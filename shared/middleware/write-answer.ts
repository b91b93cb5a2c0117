import { createHash } from 'node:crypto'
import type { MiddlewareObj } from '@middy/core'
import type { AnswerFormat } from '../contracts/routes.ts'
import type { ApiEvent, ApiResult, BoundRoute } from './api-types.ts'
import { compressText } from './compress-text.ts'

/** Carries a page's own policy past the security headers, which have one for every answer that forbids all styles. */
const policyHeader: string = 'x-page-policy'

const contentTypes = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const satisfies Record<AnswerFormat, string>

/** The format asked for by `?format=`, else the first one of the header Accept that the route can write, else JSON. */
export const chooseFormat = (
  produces: readonly AnswerFormat[],
  asked: string | undefined,
  accept: string | undefined,
): AnswerFormat => {
  const offered: readonly AnswerFormat[] = ['json', ...produces]
  const named = offered.find((format) => format === asked)
  if (named !== undefined) return named
  const accepted = (accept ?? '').split(',').map((range) => range.split(';')[0]?.trim().toLowerCase())
  const ofType = (type: string | undefined) =>
    offered.find((format) => contentTypes[format].split(';')[0] === type)
  return accepted.map(ofType).find((format) => format !== undefined) ?? 'json'
}

/** A page of ours runs nothing, loads nothing and is framed by nobody; only its own style holds. */
const policyOf = (style: string): string => {
  const hash = createHash('sha256').update(style).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`
}

const toText = (format: AnswerFormat, { renderings }: BoundRoute, body: unknown): string => {
  if (format === 'json') return JSON.stringify(body)
  const rendering = renderings[format]
  if (rendering === undefined) throw new Error(`nothing writes this route as ${format}`)
  return rendering.render(body)
}

const varyBy = (names: readonly string[]) => (names.length > 0 ? { vary: names.join(', ') } : {})

/** The answer in the format that was asked for, compressed where that is worth it. `body`: as its schema parsed it. */
export const writeAnswer = (
  route: BoundRoute,
  body: unknown,
  etag: string | undefined,
  { headers: sent, queryStringParameters }: Pick<ApiEvent, 'headers' | 'queryStringParameters'>,
): ApiResult => {
  const { status, produces = [] } = route.definition
  const format = chooseFormat(produces, queryStringParameters?.['format'], sent['accept'])
  const vary = produces.length > 0 ? ['accept'] : []
  const headers: Record<string, string> = {
    'content-type': contentTypes[format],
    'cache-control': 'no-store',
    ...(etag === undefined ? {} : { etag: `"${etag}"` }),
    ...(format === 'html' ? { [policyHeader]: policyOf(route.renderings.html?.style ?? '') } : {}),
  }
  if (body === undefined) return { statusCode: status, headers }
  const text = toText(format, route, body)
  const compressed = compressText(text, sent['accept-encoding'])
  if (compressed === undefined) {
    return { statusCode: status, headers: { ...headers, ...varyBy(vary) }, body: text }
  }
  return {
    statusCode: status,
    headers: { ...headers, 'content-encoding': compressed.encoding, ...varyBy([...vary, 'accept-encoding']) },
    body: compressed.bytes.toString('base64'),
    isBase64Encoded: true,
  }
}

/** Puts a page's own policy in place of the general one. Stands before the security headers, as it runs after them. */
export const keepPagePolicy = (): MiddlewareObj<ApiEvent, ApiResult> => ({
  after: ({ response }) => {
    const { [policyHeader]: policy, ...headers } = response?.headers ?? {}
    if (response && policy !== undefined) {
      response.headers = { ...headers, 'Content-Security-Policy': policy }
    }
  },
})
