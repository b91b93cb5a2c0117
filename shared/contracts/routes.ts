import type * as z from 'zod'
import type { Role } from '../domain/user.ts'
import type { ProblemCode } from '../errors.ts'

/** The functions that answer HTTP requests. */
type ApiFunction = 'roster-api' | 'alerts-api' | 'operations-api'

/**
 * Who may call a route. `areas` says how the caller's areas are checked: against a code in the path or the query
 * (by the HTTP stack, before anything else runs: what lies outside is 404), or by the use case, against what the
 * request or the stored record names. `none`: the answer holds nothing that belongs to an area.
 */
export type AccessRule = {
  readonly roles: readonly [Role, ...Role[]]
  readonly areas:
    | { readonly in: 'path' | 'query'; readonly name: string; readonly enough: 'covers' | 'touches' }
    | { readonly in: 'use-case'; readonly checks: string }
    | { readonly in: 'none' }
}

/** How an answer may be written: JSON always, the others where the route `produces` them. */
export const answerFormats = ['json', 'csv', 'html'] as const
export type AnswerFormat = (typeof answerFormats)[number]

/**
 * How the audit keeps calls of a route, where not as usual: every call that is no GET is kept, no GET is. `revealsTo`:
 * a GET that shows whole phone numbers, or hands out a file with them, to callers who have one of these roles.
 * `never`: nothing is written by it, and why, in words.
 */
type AuditRule = { readonly revealsTo: readonly [Role, ...Role[]] } | { readonly never: string }

/** One route as the API, the infrastructure, the tests and the API document see it. */
export type RouteDefinition = {
  readonly function: ApiFunction
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As HTTP API writes it: `/v1/alerts/{alertId}`. */
  readonly path: `/v1/${string}`
  readonly summary: string
  readonly access: AccessRule
  /** Schemas are built at first use: a cold start serves one route and would wait for those of all. */
  readonly params?: z.ZodLazy<z.ZodObject>
  readonly query?: z.ZodLazy<z.ZodObject>
  readonly body?: z.ZodLazy
  /** Whether the caller must send an Idempotency-Key: every POST that creates or sends. */
  readonly idempotencyKey?: 'required'
  /** Whether the caller must send If-Match with the ETag that it read. */
  readonly ifMatch?: 'required'
  readonly status: 200 | 201 | 202 | 204
  readonly response?: z.ZodLazy
  /** What else than JSON the answer can be written as, by `?format=` or the header Accept. */
  readonly produces?: readonly Exclude<AnswerFormat, 'json'>[]
  /**
   * What the use case refuses with. The codes that any route of its kind may answer follow by themselves: of the
   * caller, of the form of the request, of Idempotency-Key and If-Match, of ids in the path.
   */
  readonly refuses?: readonly ProblemCode[]
  readonly audited?: AuditRule
}

/**
 * A route that needs no login: nothing of people, areas or alerts may stand in its answer but what was published.
 * It is a type of its own, so that no other route can lose its login by a slip; test/infra lists them by name.
 */
export type PublicRouteDefinition = {
  readonly function: 'public'
  readonly method: 'GET'
  readonly path: `/${string}`
  readonly summary: string
  readonly access: 'public'
  readonly params?: z.ZodLazy<z.ZodObject>
  readonly status: 200
  /** Of an answer in JSON. */
  readonly response?: z.ZodLazy
  /** Of an answer that is none. */
  readonly contentType?: string
  /** Whether it answers 304 to an If-None-Match with the ETag that was read. */
  readonly conditional?: true
  readonly refuses?: readonly ProblemCode[]
}

/** Keeps the literal types of a route, so that its use case sees the types of its own schemas. */
export const defineRoute = <const R extends RouteDefinition>(route: R): R => route

/** The same for routes without login. */
export const definePublicRoute = <const R extends PublicRouteDefinition>(route: R): R => route
