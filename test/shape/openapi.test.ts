import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readContracts, readOpenApiDocument } from '../../scripts/read-contracts.ts'
import { componentExamples } from '../../shared/contracts/openapi/examples.ts'
import { refsIn } from '../../shared/contracts/openapi/json-schema.ts'
import { problemCodesOf } from '../../shared/contracts/openapi/problem-codes.ts'
import { problemStatuses } from '../../shared/errors.ts'
import { operationShape } from '../support/document-requests.ts'

const [contracts, document] = await Promise.all([readContracts(), readOpenApiDocument()])

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, raw]) => ({
    path,
    method,
    name: `${method.toUpperCase()} ${path}`,
    raw,
    operation: operationShape.parse(raw),
  })),
)
const named = operations.map((one) => [one.name, one] as const)
const schemas: Readonly<Record<string, unknown>> = document.components.schemas

/** What a reference points to, walked from the document's root. */
const resolve = (ref: string): unknown =>
  ref
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>(
      (value, step) =>
        z.record(z.string(), z.unknown()).safeParse(value).data?.[
          step.replaceAll('~1', '/').replaceAll('~0', '~')
        ],
      document,
    )

const inDefs = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/'))

/** A schema of the document, with what it refers to, as zod reads JSON Schema: the document judges, not the contract. */
const judge = (schema: unknown): z.ZodType => {
  return z.fromJSONSchema({
    ...z.record(z.string(), z.unknown()).parse(inDefs(schema)),
    $defs: z.record(z.string(), z.custom<z.core.JSONSchema.JSONSchema>()).parse(inDefs(schemas)),
  })
}

const media = z.object({ schema: z.record(z.string(), z.unknown()), example: z.unknown().optional() })
const response = z.object({ description: z.string().min(1), content: z.record(z.string(), media).optional() })

const keywords = new Set(
  (
    '$ref type enum const default properties required additionalProperties propertyNames items prefixItems minItems ' +
    'maxItems minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum pattern format anyOf oneOf allOf ' +
    'description'
  ).split(' '),
)

/** Every keyword in a schema that is none of JSON Schema 2020-12 as far as the document uses it. */
const strangeKeywords = (schema: unknown): string[] => {
  if (Array.isArray(schema)) return schema.flatMap(strangeKeywords)
  const parsed = z.record(z.string(), z.unknown()).safeParse(schema)
  if (!parsed.success) return []
  return Object.entries(parsed.data).flatMap(([keyword, inner]) => {
    if (!keywords.has(keyword)) return [keyword]
    if (keyword === 'properties')
      return Object.values(z.record(z.string(), z.unknown()).parse(inner)).flatMap(strangeKeywords)
    return ['enum', 'const', 'default', 'required', 'type'].includes(keyword) ? [] : strangeKeywords(inner)
  })
}

describe('the API document', () => {
  it('is OpenAPI 3.1 with all that must stand at its root', () => {
    const root = z.strictObject({
      openapi: z.string().regex(/^3\.1\.\d+$/),
      jsonSchemaDialect: z.url(),
      info: z.strictObject({
        title: z.string().min(1),
        version: z.string().regex(/^\d+\.\d+\.\d+/),
        description: z.string().min(1),
        license: z.strictObject({ name: z.string(), identifier: z.string() }),
      }),
      servers: z.array(z.strictObject({ url: z.string(), description: z.string() })).min(1),
      paths: z.record(
        z.string().regex(/^\//),
        z
          .record(z.enum(['get', 'post', 'put', 'patch', 'delete']), z.unknown())
          .or(z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), z.unknown())),
      ),
      components: z.strictObject({
        securitySchemes: z.record(
          z.string(),
          z.object({ type: z.literal('http'), scheme: z.literal('bearer') }),
        ),
        parameters: z.record(z.string(), z.unknown()),
        schemas: z.record(z.string().regex(/^[A-Za-z0-9._-]+$/), z.unknown()),
      }),
    })

    expect(root.safeParse(document).error).toBeUndefined()
  })

  it('tells of every route of the contracts, and of no other', () => {
    const wanted = [...contracts.routes.keys(), ...contracts.publicRoutes.keys()].map(
      ({ method, path }) => `${method} ${path}`,
    )

    expect(operations.map(({ name }) => name).toSorted()).toEqual(wanted.toSorted())
  })

  it('names each operation by the key of its route, and no two alike', () => {
    const ids = operations.map(({ operation }) => operation.operationId)

    expect(ids.filter((id) => !/^[a-z][A-Za-z]+$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('refers to nothing that is not there, and holds no component that nobody refers to', () => {
    const refs = new Set(refsIn(document))
    const unused = ['schemas', 'parameters'].flatMap((kind) =>
      Object.keys(z.record(z.string(), z.unknown()).parse(resolve(`#/components/${kind}`)))
        .map((name) => `#/components/${kind}/${name}`)
        .filter((ref) => !refs.has(ref)),
    )

    expect([...refs].filter((ref) => resolve(ref) === undefined)).toEqual([])
    expect(unused).toEqual([])
  })

  it('uses no keyword that JSON Schema does not have', () => {
    expect([...new Set(Object.values(schemas).flatMap(strangeKeywords))]).toEqual([])
  })

  it('never says that an answer has no other fields, and always that a body has none', () => {
    const bodies = operations.flatMap(({ operation }) =>
      operation.requestBody === undefined
        ? []
        : [operation.requestBody.content['application/json'].schema.$ref],
    )
    const open = [...new Set(bodies)].filter(
      (ref) => !z.object({ additionalProperties: z.literal(false) }).safeParse(resolve(ref)).success,
    )
    const answers = [...new Set(operations.flatMap(({ operation }) => refsIn(operation.responses)))]
    const reached = new Set<string>()
    for (const left = [...answers]; left.length > 0; ) {
      const ref = left.pop() ?? ''
      if (!reached.has(ref)) left.push(...refsIn(resolve(ref)))
      reached.add(ref)
    }

    expect(open).toEqual([])
    expect(
      [...reached].filter((ref) => /"additionalProperties":false/.test(JSON.stringify(resolve(ref)))),
    ).toEqual([])
  })

  it('has an example for each component that examples.ts names', () => {
    expect(Object.keys(componentExamples).filter((name) => schemas[name] === undefined)).toEqual([])
  })
})

describe.each(named)('%s', (_name, { path, operation, raw }) => {
  const parameters = operation.parameters.map((one) =>
    '$ref' in one
      ? z
          .object({
            name: z.string(),
            in: z.string(),
            required: z.boolean(),
            schema: z.record(z.string(), z.unknown()),
            example: z.unknown(),
          })
          .parse(resolve(one.$ref))
      : one,
  )
  const responses = Object.entries(operation.responses).map(
    ([status, one]) => [status, response.parse(one)] as const,
  )

  it('says what it does, who may, and by which token', () => {
    const { summary, description } = z
      .object({ summary: z.string().min(10), description: z.string() })
      .parse(raw)

    expect(summary).not.toMatch(/\.$/)
    expect(description).toMatch(/^(Roles: .+\. .+\.|Needs no login\.)$/)
    expect(operation.security).toEqual(description.startsWith('Needs') ? [] : [{ accessToken: [] }])
  })

  it('declares each name in its path, and no parameter twice', () => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    const declared = parameters.filter((one) => one.in === 'path')
    const keys = parameters.map((one) => `${one.in} ${one.name.toLowerCase()}`)

    expect(declared.map((one) => one.name).toSorted()).toEqual(inPath.toSorted())
    expect(declared.filter((one) => !one.required)).toEqual([])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has a schema for every answer, one of them of success', () => {
    const without = responses.filter(
      ([status, { content }]) => content === undefined && !['204', '304'].includes(status),
    )

    expect(without).toEqual([])
    expect(responses.filter(([status]) => /^2\d\d$/.test(status))).toHaveLength(1)
    expect(responses.map(([status]) => status)).toContain('500')
  })

  it('has examples that hold to their own schemas', () => {
    const asked = operation.requestBody?.content['application/json']
    const answered = responses.flatMap(([, { content = {} }]) => Object.values(content))
    const all = [...parameters, ...(asked === undefined ? [] : [asked]), ...answered].filter(
      ({ example }) => example !== undefined,
    )

    const faults = all.flatMap(({ schema, example }) => {
      const result = judge(schema).safeParse(example)
      return result.success ? [] : [{ example, why: z.prettifyError(result.error) }]
    })

    expect(all.length).toBeGreaterThan(0)
    expect(faults).toEqual([])
  })
})

describe.each([...contracts.routes].map(([route, name]) => [name, route] as const))(
  'the example of %s',
  (name, route) => {
    const found = operations.find(({ operation }) => operation.operationId === name)

    it('would be taken by the contract itself', () => {
      const asked = found?.operation.requestBody?.content['application/json'].example
      const answered = response.parse(found?.operation.responses[String(route.status)]).content?.[
        'application/json'
      ]?.example

      expect(route.body?.safeParse(asked).error).toBeUndefined()
      expect(route.response?.safeParse(answered).error).toBeUndefined()
    })

    it('stands beside every code that the route may answer, at its status', () => {
      const told = Object.entries(found?.operation.responses ?? {}).flatMap(([status, one]) =>
        [
          ...z
            .string()
            .parse(one['description'])
            .matchAll(/`([a-z-]+)`/g),
        ].map(([, code]) => [code, Number(status)]),
      )

      expect(Object.fromEntries(told)).toEqual(
        Object.fromEntries(problemCodesOf(route).map((code) => [code, problemStatuses[code]])),
      )
    })
  },
)
