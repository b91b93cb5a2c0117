import * as fc from 'fast-check'
import type { DocumentedRoute } from '../support/document-requests.ts'
import { arbitraryOf, type KnownValues } from './arbitrary-of-schema.ts'
import { mangle, type FuzzRequest } from './mangle.ts'

export type FuzzCase = { route: DocumentedRoute; request: FuzzRequest }

const texts = (entries: Record<string, fc.Arbitrary<unknown>>, requiredKeys: readonly string[]) =>
  fc
    .record(entries, { requiredKeys: [...requiredKeys] })
    .map((given) => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)])))

const wellFormed = (
  schemas: Readonly<Record<string, unknown>>,
  known: KnownValues,
  users: readonly string[],
  { parameters, body }: DocumentedRoute,
): fc.Arbitrary<FuzzRequest> => {
  const of = (place: string) => {
    const here = parameters.filter((one) => one.in === place)
    const entries = Object.fromEntries(
      here.map(({ name, schema }) => [
        name.toLowerCase() === name || place !== 'header' ? name : name.toLowerCase(),
        name === 'If-Match' ? fc.constant('*') : arbitraryOf(schemas, known, schema, name),
      ]),
    )
    const required = here
      .filter((one) => one.required)
      .map(({ name }) => (place === 'header' ? name.toLowerCase() : name))
    return texts(entries, required)
  }
  return fc
    .record({
      user: fc.constantFrom(...users),
      params: of('path'),
      query: of('query'),
      headers: of('header'),
      body:
        body === undefined
          ? fc.constant(undefined)
          : fc.oneof(
              fc.constant(body.example),
              arbitraryOf(schemas, known, { $ref: `#/components/schemas/${body.schemaName}` }),
            ),
    })
    .map(({ params, body: content, ...rest }) => ({
      ...rest,
      ...(Object.keys(params).length === 0 ? {} : { params }),
      ...(content === undefined ? {} : { body: content }),
    }))
}

/** Requests to every route of the document alike: half of them as it says, half with one thing wrong. */
export const fuzzCases = (
  routes: readonly DocumentedRoute[],
  schemas: Readonly<Record<string, unknown>>,
  known: KnownValues,
  users: readonly string[],
): fc.Arbitrary<FuzzCase> =>
  fc.constantFrom(...routes).chain((route) => {
    const fine = wellFormed(schemas, known, users, route)
    return fc.oneof(fine, fine.chain(mangle)).map((request) => ({ route, request }))
  })
