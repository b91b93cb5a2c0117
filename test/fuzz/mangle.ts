import * as fc from 'fast-check'
import type { TestRequest } from '../support/http-event.ts'
import { anyText } from './arbitrary-of-schema.ts'

export type FuzzRequest = Omit<TestRequest, 'route'>

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    2 ** 53,
    '',
    [],
    {},
    [[]],
    'x'.repeat(3000),
    '\ud800',
    '\u0000',
  ),
  fc.jsonValue({ maxDepth: 3 }),
)

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

/** A body in which one field is something else, missing, or too many; or that is no such object at all. */
const mangleBody = (body: unknown): fc.Arbitrary<unknown> => {
  const names = Object.keys(asObject(body))
  const name = names.length === 0 ? fc.constant('x') : fc.constantFrom(...names)
  return fc.oneof(
    fc.tuple(name, strange).map(([key, value]) => ({ ...asObject(body), [key]: value })),
    name.map((key) => Object.fromEntries(Object.entries(asObject(body)).filter(([one]) => one !== key))),
    fc.tuple(anyText(20), strange).map(([key, value]) => ({ ...asObject(body), [key]: value })),
    strange,
    fc.constantFrom(
      '',
      '{',
      'null',
      '[]',
      '"',
      `${'['.repeat(5000)}${']'.repeat(5000)}`,
      '{"__proto__":{"a":1}}',
      'x'.repeat(300_000),
    ),
    anyText(),
  )
}

const mangleEntry = (
  given: Readonly<Record<string, string>>,
  more: readonly string[],
): fc.Arbitrary<Record<string, string>> =>
  fc
    .tuple(fc.constantFrom(...Object.keys(given), ...more), fc.option(anyText(), { nil: undefined }))
    .map(([name, value]) => {
      const { [name]: _removed, ...rest } = given
      return value === undefined ? rest : { ...rest, [name]: value }
    })

/** The same request with one thing wrong in it, wherever that is. A path keeps its names: the gateway sees to that. */
export const mangle = (request: FuzzRequest): fc.Arbitrary<FuzzRequest> => {
  const { params = {}, query = {}, headers = {} } = request
  const inPath = Object.keys(params)
  return fc.oneof(
    ...(request.body === undefined
      ? []
      : [{ arbitrary: mangleBody(request.body).map((body) => ({ ...request, body })), weight: 5 }]),
    ...(inPath.length === 0
      ? []
      : [
          fc
            .tuple(fc.constantFrom(...inPath), anyText())
            .map(([name, value]) => ({ ...request, params: { ...params, [name]: value } })),
        ]),
    mangleEntry(query, ['cursor', 'limit', 'version', 'format', 'x']).map((changed) => ({
      ...request,
      query: changed,
    })),
    mangleEntry(headers, [
      'idempotency-key',
      'if-match',
      'if-none-match',
      'content-type',
      'accept',
      'accept-encoding',
    ]).map((changed) => ({ ...request, headers: changed })),
  )
}
