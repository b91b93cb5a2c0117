import type { IncomingMessage } from 'node:http'
import type { FunctionPool } from '../lambda/function-pool.ts'
import type { LocalApi } from '../template/read-stack.ts'
import { buildEvent, splitUrl } from './build-event.ts'
import { type Answer, buildAnswer, errorAnswer } from './build-response.ts'
import type { CheckToken } from './check-token.ts'
import { corsHeaders, preflightAnswer } from './cors.ts'
import { matchRoute, preparePatterns } from './match-route.ts'
import { readBody } from './read-body.ts'

/** What the HTTP API needs: its template, its functions by ARN, and the authorizer. */
export type ApiDependencies = {
  api: NonNullable<LocalApi>
  poolOf: (functionArn: string) => FunctionPool
  checkToken: CheckToken
  nowMs: () => number
}

const maxBodyBytes = 10 * 1024 * 1024

/** Answers a request as the HTTP API of the template would. */
export function createAnswerApiRequest(dependencies: ApiDependencies) {
  const { api, poolOf, checkToken, nowMs } = dependencies
  const patterns = preparePatterns(api.routes)
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const match = matchRoute(patterns, request.method ?? 'GET', splitUrl(request.url ?? '/').path)
    if (match === undefined) return errorAnswer(404, 'Not Found')
    const { route, pathParameters } = match
    const check =
      route.authorization === undefined
        ? undefined
        : await checkToken(request.headers.authorization, route.authorization)
    if (check !== undefined && check.kind !== 'allowed')
      return refusal(check, route.authorization?.scopes ?? [])
    const body = await readBody(request, maxBodyBytes)
    if (body === undefined) return errorAnswer(413, 'Request Entity Too Large')
    const jwt =
      check === undefined
        ? undefined
        : { claims: check.claims, scopes: check.scopes.length > 0 ? check.scopes : null }
    const event = buildEvent(request, {
      apiId: api.id,
      routeKey: route.routeKey,
      pathParameters,
      body,
      nowMs: nowMs(),
      jwt,
    })
    const outcome = await poolOf(route.functionArn).invoke(event)
    if (outcome.kind === 'answered') return buildAnswer(outcome.json)
    if (outcome.errorType === 'Sandbox.Timedout') return errorAnswer(503, 'Service Unavailable')
    if (outcome.errorType === 'RequestTooLargeException') return errorAnswer(413, 'Request Entity Too Large')
    return errorAnswer(500, 'Internal Server Error')
  }
  return async (request: IncomingMessage): Promise<Answer> => {
    const preflight = preflightAnswer(request, api.cors)
    if (preflight !== undefined) return preflight
    const answered = await answer(request)
    return { ...answered, headers: { ...answered.headers, ...corsHeaders(request, api.cors) } }
  }
}

/** A refused request never reaches its function. */
function refusal(
  check: { kind: 'unauthorized'; reason: string } | { kind: 'forbidden' },
  scopes: string[],
): Answer {
  if (check.kind === 'forbidden') {
    const challenge = `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"`
    return errorAnswer(403, 'Forbidden', { 'www-authenticate': challenge })
  }
  const detail = check.reason === '' ? '' : ` error="invalid_token" error_description="${check.reason}"`
  return errorAnswer(401, 'Unauthorized', { 'www-authenticate': `Bearer${detail}` })
}
