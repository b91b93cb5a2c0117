import type { IncomingMessage } from 'node:http'
import type { LocalApi } from '../template/read-stack.ts'
import type { Answer } from './build-response.ts'

type CorsSettings = NonNullable<LocalApi>['cors']

/** The answer to a preflight request, or undefined where the request is none or the API has no CORS. */
export function preflightAnswer(request: IncomingMessage, cors: CorsSettings): Answer | undefined {
  if (cors === undefined || request.method !== 'OPTIONS' || request.headers.origin === undefined)
    return undefined
  const headers = corsHeaders(request, cors)
  if (Object.keys(headers).length === 0) return { status: 204, headers: {}, body: '' }
  return {
    status: 204,
    headers: {
      ...headers,
      ...named('access-control-allow-methods', cors.AllowMethods),
      ...named('access-control-allow-headers', cors.AllowHeaders),
      ...(cors.MaxAge === undefined ? {} : { 'access-control-max-age': String(cors.MaxAge) }),
    },
    body: '',
  }
}

/** The headers that every answer to an allowed origin carries. */
export function corsHeaders(request: IncomingMessage, cors: CorsSettings): Record<string, string> {
  const { origin } = request.headers
  if (cors === undefined || origin === undefined) return {}
  const anyOrigin = cors.AllowOrigins.includes('*')
  if (!anyOrigin && !cors.AllowOrigins.includes(origin)) return {}
  return {
    'access-control-allow-origin': anyOrigin && !cors.AllowCredentials ? '*' : origin,
    ...(anyOrigin ? {} : { vary: 'Origin' }),
    ...(cors.AllowCredentials ? { 'access-control-allow-credentials': 'true' } : {}),
    ...named('access-control-expose-headers', cors.ExposeHeaders),
  }
}

function named(name: string, values: string[]): Record<string, string> {
  return values.length === 0 ? {} : { [name]: values.join(',') }
}
