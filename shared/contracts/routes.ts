import type * as z from 'zod'
import type { Role } from '../domain/user.ts'

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

/** One route as the API, the infrastructure, the tests and the API document see it. */
export type RouteDefinition = {
  readonly function: ApiFunction
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As HTTP API writes it: `/v1/alerts/{alertId}`. */
  readonly path: `/v1/${string}`
  readonly summary: string
  readonly access: AccessRule
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** Whether the caller must send an Idempotency-Key: every POST that creates or sends. */
  readonly idempotencyKey?: 'required'
  /** Whether the caller must send If-Match with the ETag that it read. */
  readonly ifMatch?: 'required'
  readonly status: 200 | 201 | 202 | 204
  readonly response?: z.ZodType
}

/** Keeps the literal types of a route, so that its use case sees the types of its own schemas. */
export const defineRoute = <const R extends RouteDefinition>(route: R): R => route
