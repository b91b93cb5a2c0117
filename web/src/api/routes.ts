import type * as z from 'zod'
import type { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import type { operationsRoutes } from '../../../shared/contracts/operations-routes.ts'
import type { rosterRoutes } from '../../../shared/contracts/roster-routes.ts'
import type { RouteDefinition } from '../../../shared/contracts/routes.ts'
import type { userRoutes } from '../../../shared/contracts/user-routes.ts'

type ValueOf<T> = T[keyof T]
type AnyRoute =
  | ValueOf<typeof alertRoutes>
  | ValueOf<typeof rosterRoutes>
  | ValueOf<typeof operationsRoutes>
  | ValueOf<typeof userRoutes>

type KeyOf<R> = R extends RouteDefinition ? `${R['method']} ${R['path']}` : never

/** Every route of the API by method and path, as the contracts define it: `POST /v1/alerts/{alertId}/submit`. */
type Routes = { [R in AnyRoute as KeyOf<R>]: R }
export type RouteKey = keyof Routes

type Schema<R, Part extends string> = R extends { readonly [part in Part]: infer S extends z.ZodType }
  ? S
  : never

type Param<R> = Schema<R, 'params'>
type Query<R> = Schema<R, 'query'>
type Body<R> = Schema<R, 'body'>

type Has<S, Shape> = [S] extends [never] ? unknown : Shape

/** What a call of the route needs: types come from the contract's schemas, nothing is copied. */
export type CallOf<K extends RouteKey> = Has<Param<Routes[K]>, { params: z.input<Param<Routes[K]>> }> &
  Has<Query<Routes[K]>, { query?: Partial<z.input<Query<Routes[K]>>> }> &
  (undefined extends z.input<Body<Routes[K]>>
    ? { body?: z.input<Body<Routes[K]>> }
    : Has<Body<Routes[K]>, { body: z.input<Body<Routes[K]>> }>) &
  (Routes[K] extends { readonly idempotencyKey: 'required' } ? { idempotencyKey: string } : unknown) &
  (Routes[K] extends { readonly ifMatch: 'required' } ? { ifMatch: string } : unknown) &
  (Routes[K] extends { readonly refuses: readonly (infer Code)[] }
    ? 'if-match-required' extends Code
      ? { ifMatch: string } | { ifNoneMatch: '*' }
      : 'edited-meanwhile' extends Code
        ? { ifMatch?: string }
        : unknown
    : unknown)

/** What the route answers. */
export type AnswerOf<K extends RouteKey> = Routes[K] extends { readonly response: infer S extends z.ZodType }
  ? z.output<S>
  : undefined
