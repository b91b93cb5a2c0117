import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda'
import type { z } from 'zod'
import { problem, type Problem } from '../../shared/contracts/problem.ts'
import type { RouteDefinition } from '../../shared/contracts/routes.ts'
import { answerOf, checkAnswer } from './check-answer.ts'
import { httpEvent, lambdaContext, type TestRequest } from './http-event.ts'

type Handler = (event: APIGatewayProxyEventV2WithJWTAuthorizer, context: Context) => Promise<unknown>
type Request = Omit<TestRequest, 'route'>
type Body<R> = R extends { readonly response: infer S extends z.ZodType } ? z.output<S> : undefined

/** Calls the routes of one function through its whole stack, and holds every answer to the route's contract. */
export const createApiCaller = (handler: Handler) => {
  const callUnchecked = async (definition: RouteDefinition, request: Request) => {
    const event = httpEvent({ ...request, route: `${definition.method} ${definition.path}` })
    return answerOf.parse(await handler(event, lambdaContext()))
  }
  const call = async (definition: RouteDefinition, request: Request) => {
    const answer = await callUnchecked(definition, request)
    checkAnswer(definition, answer)
    return answer
  }
  return {
    call,

    /** For a route that the function does not have, which no contract tells of. */
    callUnchecked,

    /** The body and ETag (quoted, as sent) of a request that must be answered as its contract says. */
    ok: async <R extends RouteDefinition>(
      definition: R,
      request: Request,
    ): Promise<{ body: Body<R>; etag: string }> => {
      const { statusCode, headers, body } = await call(definition, request)
      if (statusCode !== definition.status) throw new Error(`answered ${statusCode}: ${body ?? ''}`)
      const parsed: unknown = definition.response?.parse(JSON.parse(body ?? 'null'))
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by the schema that this type comes from
      return { body: parsed as Body<R>, etag: headers['etag'] ?? '' }
    },

    /** The problem of a request that must be refused. */
    refused: async (definition: RouteDefinition, request: Request): Promise<Problem> => {
      const { statusCode, headers, body } = await call(definition, request)
      if (headers['content-type'] !== 'application/problem+json') {
        throw new Error(`not refused: ${statusCode}`)
      }
      return problem.parse(JSON.parse(body ?? ''))
    },
  }
}
