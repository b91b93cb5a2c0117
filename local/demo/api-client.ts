import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { problem } from '../../shared/contracts/problem.ts'
import type { RouteDefinition } from '../../shared/contracts/routes.ts'

type Call = {
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string>>
  body?: unknown
  ifMatch?: string
}
type Body<R> = R extends { readonly response: infer S extends z.ZodType } ? z.output<S> : undefined

/** Calls routes of the API over HTTP as one signed-in person, and parses the answers by their contracts. */
export type ApiClient = <R extends RouteDefinition>(route: R, call?: Call) => Promise<Body<R>>

/** Throws with the problem's words and places where a request is refused. */
export const createApiClient =
  (origin: string, accessToken: string): ApiClient =>
  async (route, call = {}) => {
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => call.params?.[name] ?? '')
    const query = new URLSearchParams(call.query).toString()
    const response = await fetch(`${origin}${path}${query === '' ? '' : `?${query}`}`, {
      method: route.method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(call.ifMatch === undefined ? {} : { 'if-match': call.ifMatch }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    })
    const answer: unknown = await response.json()
    if (response.status !== route.status) {
      const refused = problem.safeParse(answer)
      const faults = refused.data?.errors.map(({ path: place, message }) => `\n  ${place}: ${message}`) ?? []
      throw new Error(
        `${route.method} ${route.path}: ${response.status} ${refused.data?.detail ?? ''}${faults.join('')}`,
      )
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by the schema that this type comes from
    return route.response?.parse(answer) as Awaited<ReturnType<ApiClient>> as never
  }
