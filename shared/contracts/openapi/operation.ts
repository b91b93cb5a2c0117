import type * as z from 'zod'
import { problemStatuses, type ProblemCode } from '../../errors.ts'
import type { PublicRouteDefinition, RouteDefinition } from '../routes.ts'
import { accessInWords } from './access-words.ts'
import { refTo } from './component-schemas.ts'
import { exampleOf } from './example-of.ts'
import type { JsonSchema } from './json-schema.ts'
import { problemCodesOf } from './problem-codes.ts'

/** What operations are written with: the components, and the names of schemas among them. */
export type OperationParts = {
  schemas: Readonly<Record<string, JsonSchema>>
  nameOf: (schema: z.ZodType) => string
  inputName: (name: string) => string
}

const statusWords: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Taken: the work goes on after the answer',
  204: 'Done; there is nothing to say',
}

const jsonContent = (parts: OperationParts, name: string) => {
  const schema = { $ref: refTo(name) }
  return { 'application/json': { schema, example: exampleOf(parts.schemas, schema) } }
}

const textTypes = { csv: 'text/csv', html: 'text/html' } as const

const otherFormats = ({ produces = [] }: RouteDefinition) =>
  Object.fromEntries(produces.map((format) => [textTypes[format], { schema: { type: 'string' } }]))

const etagHeader = {
  ETag: { description: 'For If-Match or If-None-Match, with its quotes', schema: { type: 'string' } },
}

const languageHeaders = {
  'Content-Language': { description: 'What the words are written in', schema: { enum: ['en', 'lo'] } },
  Vary: { description: 'Names Accept-Language', schema: { type: 'string' } },
}

/** Every answer may be a refusal, and those have words. */
const acceptLanguage = { $ref: '#/components/parameters/AcceptLanguage' }

const problemResponse = (codes: readonly ProblemCode[]) => ({
  description: `Refused: ${codes.map((code) => `\`${code}\``).join(', ')}`,
  headers: languageHeaders,
  content: {
    'application/problem+json': {
      schema: {
        allOf: [{ $ref: refTo('Problem') }, { type: 'object', properties: { code: { enum: codes } } }],
      },
    },
  },
})

/** Refused by the gateway itself, before any function: AWS's own form. */
const gatewaySchema = { $ref: refTo('GatewayRefusal') }

const problemResponses = (codes: readonly ProblemCode[]) => {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of codes)
    byStatus.set(problemStatuses[code], [...(byStatus.get(problemStatuses[code]) ?? []), code])
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, of]) => {
        const response = problemResponse(of)
        if (status !== 401 && status !== 403) return [String(status), response]
        const content = { ...response.content, 'application/json': { schema: gatewaySchema } }
        return [String(status), { ...response, content }]
      }),
  )
}

const placeParameters = (parts: OperationParts, place: 'path' | 'query', schema: z.ZodType | undefined) => {
  if (schema === undefined) return []
  const object = parts.schemas[parts.inputName(parts.nameOf(schema))] ?? {}
  return Object.entries(object.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (object.required ?? []).includes(name),
    schema: property,
    example: exampleOf(parts.schemas, property, name),
  }))
}

const headerParameters = ({ idempotencyKey, ifMatch, refuses = [] }: RouteDefinition) => [
  ...(idempotencyKey === undefined ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }]),
  ...(ifMatch === undefined ? [] : [{ $ref: '#/components/parameters/IfMatch' }]),
  ...(ifMatch === undefined && refuses.includes('edited-meanwhile')
    ? [{ $ref: '#/components/parameters/IfMatchIfRead' }]
    : []),
  ...(refuses.includes('if-match-required') ? [{ $ref: '#/components/parameters/IfNoneMatchToAdd' }] : []),
]

/** The operation of a route behind the login. */
export const toOperation = (parts: OperationParts, route: RouteDefinition, operationId: string) => {
  const parameters = [
    ...placeParameters(parts, 'path', route.params),
    ...placeParameters(parts, 'query', route.query),
    ...headerParameters(route),
    acceptLanguage,
  ]
  const answer = route.response === undefined ? undefined : jsonContent(parts, parts.nameOf(route.response))
  const handsOutEtags = /"etag"/.test(JSON.stringify(answer ?? {}))
  return {
    operationId,
    summary: route.summary,
    description: [
      accessInWords(route.access),
      ...(!(route.audited !== undefined && 'revealsTo' in route.audited)
        ? []
        : ['Phone numbers may stand here in full.']),
    ].join(' '),
    tags: [route.path.split('/')[2] ?? ''],
    security: [{ accessToken: [] }],
    parameters,
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: !route.body.safeParse(undefined).success,
            content: jsonContent(parts, parts.inputName(parts.nameOf(route.body))),
          },
        }),
    responses: {
      [String(route.status)]: {
        description: statusWords[route.status] ?? '',
        ...(handsOutEtags ? { headers: etagHeader } : {}),
        ...(answer === undefined ? {} : { content: { ...answer, ...otherFormats(route) } }),
      },
      ...problemResponses(problemCodesOf(route)),
    },
  }
}

const publicContent = (parts: OperationParts, { response, contentType }: PublicRouteDefinition) => ({
  ...(response === undefined ? {} : jsonContent(parts, parts.nameOf(response))),
  ...(contentType === undefined ? {} : { [contentType]: { schema: { type: 'string' } } }),
})

/** The operation of a route without login. */
export const toPublicOperation = (
  parts: OperationParts,
  route: PublicRouteDefinition,
  operationId: string,
) => {
  const parameters = [
    ...placeParameters(parts, 'path', route.params),
    ...(route.conditional === undefined ? [] : [{ $ref: '#/components/parameters/IfNoneMatch' }]),
    acceptLanguage,
  ]
  return {
    operationId,
    summary: route.summary,
    description: 'Needs no login.',
    tags: ['public'],
    security: [],
    parameters,
    responses: {
      [String(route.status)]: {
        description: statusWords[route.status] ?? '',
        ...(route.conditional === undefined ? {} : { headers: etagHeader }),
        content: publicContent(parts, route),
      },
      ...(route.conditional === undefined
        ? {}
        : { 304: { description: 'Unchanged since the ETag of If-None-Match' } }),
      ...problemResponses([...(route.refuses ?? []), 'internal']),
    },
  }
}
