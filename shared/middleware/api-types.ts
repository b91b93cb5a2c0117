import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type * as z from 'zod'
import type { AnswerFormat, RouteDefinition } from '../contracts/routes.ts'
import type { User } from '../domain/user.ts'

type Parsed<R, Part extends string> = R extends { readonly [part in Part]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined

/** What a use case gets: everything parsed, the caller admitted. */
export type ApiRequest<R extends RouteDefinition> = {
  user: User
  params: Parsed<R, 'params'>
  query: Parsed<R, 'query'>
  body: Parsed<R, 'body'>
  /** Empty where the route does not ask for one and none came. */
  idempotencyKey: string
  /** The ETag without its quotes, `*`, or undefined where the header was not sent. */
  ifMatch: string | undefined
  ifNoneMatch: string | undefined
  correlationId: string
}

/** What a use case answers; the body goes out through the route's response schema, so nothing else can leak. */
export type ApiAnswer<R extends RouteDefinition> = {
  body: R extends { readonly response: infer S extends z.ZodType } ? z.input<S> : undefined
  /** Becomes the ETag header, quoted. */
  etag?: string
}

/**
 * How an answer is written in another format than JSON: from the body as the route's response schema parsed it, so
 * that every format tells the same. `style`: what stands in the page's one style element.
 */
type Rendering<Body> = { render: (body: Body) => string; style?: string }

type Renderings<R extends RouteDefinition> = R extends {
  readonly produces: readonly (infer F extends AnswerFormat)[]
  readonly response: infer S extends z.ZodType
}
  ? Readonly<Record<F, Rendering<z.output<S>>>>
  : undefined

/** A route bound to its use case. */
export type BoundRoute = {
  definition: RouteDefinition
  renderings: Readonly<Partial<Record<AnswerFormat, Rendering<unknown>>>>
  run: (request: {
    user: User
    params: unknown
    query: unknown
    body: unknown
    idempotencyKey: string
    ifMatch: string | undefined
    ifNoneMatch: string | undefined
    correlationId: string
  }) => Promise<{ body: unknown; etag?: string }>
}

/** The event of an HTTP API as the stack's middlewares fill it in. */
export type ApiEvent = Omit<APIGatewayProxyEventV2WithJWTAuthorizer, 'body'> & {
  body?: unknown
  admitted?: { route: BoundRoute; user: User }
}
export type ApiResult = APIGatewayProxyStructuredResultV2

/** Ties a use case to the definition that its types come from, and to how each format it `produces` is written. */
export const bindRoute = <R extends RouteDefinition>(
  definition: R,
  useCase: (request: ApiRequest<R>) => Promise<ApiAnswer<R>>,
  ...written: Renderings<R> extends undefined ? [] : [Renderings<R>]
): BoundRoute => ({
  definition,
  renderings: written.at(0) ?? {},
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the stack has parsed every part with this definition's schemas
  run: (request) => useCase(request as ApiRequest<R>),
})
