import { asSent } from '../as-sent.ts'
import type { Problem } from '../../../shared/contracts/problem.ts'
import { learnTime } from '../clock.ts'
import { accessToken } from '../sign-in/session.ts'
import { chosenLanguage } from '../words/language.ts'
import type { AnswerOf, CallOf, RouteKey } from './routes.ts'

/** Why a call came to nothing. `offline`: the network, so that nothing is known to have arrived. */
export type CallFailure =
  | { kind: 'offline' }
  | { kind: 'signed-out' }
  | { kind: 'problem'; status: number; problem: Problem }
  | { kind: 'failed'; status: number }

export type CallResult<T> =
  | { ok: true; body: T; etag: string | undefined }
  | { ok: false; failure: CallFailure }

type LooseCall = {
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string | number | boolean | undefined>>
  body?: unknown
  idempotencyKey?: string
  ifMatch?: string
  ifNoneMatch?: '*'
}

/** 2G answers late; after this long it is not coming, nor the rest of it. */
const timeoutMs = 30_000
const longestMs = 120_000

const urlOf = (path: string, { params = {}, query = {} }: LooseCall): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  return search.size === 0 ? filled : `${filled}?${search.toString()}`
}

const headersOf = (call: LooseCall, token: string): Record<string, string> => ({
  // Refusals come in the words of the person.
  'accept-language': chosenLanguage.get(),
  authorization: `Bearer ${token}`,
  ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(call.idempotencyKey === undefined ? {} : { 'idempotency-key': call.idempotencyKey }),
  ...(call.ifMatch === undefined ? {} : { 'if-match': call.ifMatch }),
  ...(call.ifNoneMatch === undefined ? {} : { 'if-none-match': call.ifNoneMatch }),
})

/** What an answer that is no success says. */
export const failureOf = async (response: Response): Promise<CallFailure> => {
  const { status } = response
  if (status === 401) return { kind: 'signed-out' }
  try {
    const body: unknown = await response.json()
    if (typeof body === 'object' && body !== null && 'code' in body) {
      return { kind: 'problem', status, problem: asSent<Problem>(body) }
    }
  } catch {
    // Not of the API: a gateway between here and there.
  }
  return { kind: 'failed', status }
}

/**
 * Calls a route of the API, named as its contract names it. Never throws: what went wrong is a value. A GET is
 * tried twice where the network fails; everything else once, as only its caller knows the Idempotency-Key to repeat.
 */
export const callApi = async <K extends RouteKey>(
  route: K,
  ...[call]: unknown extends CallOf<K> ? [] : object extends CallOf<K> ? [CallOf<K>?] : [CallOf<K>]
): Promise<CallResult<AnswerOf<K>>> => {
  const [method = 'GET', path = ''] = route.split(' ')
  const loose = (call ?? {}) as LooseCall
  const token = await accessToken()
  if (token === undefined) return { ok: false, failure: { kind: 'signed-out' } }
  const attempt = (bearer: string): Promise<Response> => {
    const limit = new AbortController()
    const stop = (): void => limit.abort()
    const timer = setTimeout(stop, timeoutMs)
    setTimeout(stop, longestMs)
    return fetch(urlOf(path, loose), {
      method,
      headers: headersOf(loose, bearer),
      signal: limit.signal,
      ...(loose.body === undefined ? {} : { body: JSON.stringify(loose.body) }),
    }).finally(() => clearTimeout(timer))
  }
  try {
    const first = await (method === 'GET' ? attempt(token).catch(() => attempt(token)) : attempt(token))
    // Nothing was done for a token that holds no longer; the issuer says whether there is another.
    const other = first.status === 401 ? await accessToken(token) : undefined
    const response = other === undefined || other === token ? first : await attempt(other)
    learnTime(response.headers.get('date'))
    if (!response.ok) return { ok: false, failure: await failureOf(response) }
    const body = response.status === 204 ? undefined : await response.json()
    return { ok: true, body: asSent<AnswerOf<K>>(body), etag: response.headers.get('etag') ?? undefined }
  } catch {
    return { ok: false, failure: { kind: 'offline' } }
  }
}
