import type * as z from 'zod'
import { problem } from '../problem.ts'
import { createComponents } from './component-schemas.ts'
import type { JsonSchema } from './json-schema.ts'
import { nameComponents, type NamedContracts } from './named-contracts.ts'
import { toOperation, toPublicOperation, type OperationParts } from './operation.ts'

const keyPattern = '^[\\x21-\\x7e]{8,128}$'

const header = (name: string, description: string, required: boolean, example: string, pattern?: string) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string', ...(pattern === undefined ? {} : { pattern }) },
  example,
})

const parameters = {
  IdempotencyKey: header(
    'Idempotency-Key',
    'New for each new wish. The same request with the same key again does nothing and answers the same.',
    true,
    '0f0e4c1e-8f6b-4f55-9f5f-3f1b6a1f2a10',
    keyPattern,
  ),
  IfMatch: header('If-Match', 'The ETag that was read, or `*`', true, '"f2ca1bb6c7e907d0"'),
  IfMatchIfRead: header(
    'If-Match',
    'To act on what was read and nothing newer: its ETag, or `*`',
    false,
    '"f2ca1bb6c7e907d0"',
  ),
  IfNoneMatchToAdd: header('If-None-Match', 'To add and not to edit: `*`', false, '*'),
  IfNoneMatch: header('If-None-Match', 'The ETag that was read', false, '"f2ca1bb6c7e907d0"'),
  AcceptLanguage: header(
    'Accept-Language',
    'What refusals are written in: `en` (also without it) or `lo`',
    false,
    'lo',
  ),
}

const description = `Siang warns the disaster committees of villages in Laos by SMS.

Every route but those tagged \`public\` needs an access token. Roles and areas of its user are read with every request. What lies outside the caller’s areas is answered like what does not exist. Refusals are problem details (RFC 9457), in English or Lao by Accept-Language; 401 and 403 of the gateway itself keep the form of AWS. Readers must pass over fields that they do not know.`

/** The stack refuses fields of a body that no schema names, so that a misspelt one does not pass as left out. */
const closeBodies = (schemas: Readonly<Record<string, JsonSchema>>, bodies: ReadonlySet<string>) =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      bodies.has(name) && schema.properties !== undefined
        ? { ...schema, additionalProperties: false }
        : schema,
    ]),
  )

/** The routes and schemas as a document of OpenAPI 3.1. It holds nothing of a stage, so that it is the same everywhere. */
export const createOpenApiDocument = (contracts: NamedContracts, version: string) => {
  const named = nameComponents({
    ...contracts,
    schemas: new Map([...contracts.schemas, [problem, 'problem']]),
  })
  const nameOf = (schema: z.ZodType): string => named.get(schema) ?? ''
  const namesOf = (schemas: readonly (z.ZodType | undefined)[]) =>
    schemas.flatMap((schema) => (schema === undefined ? [] : [nameOf(schema)]))
  const routes = [...contracts.routes.keys()]
  const publicRoutes = [...contracts.publicRoutes.keys()]
  const { schemas, inputName } = createComponents(named, {
    asked: namesOf([
      ...routes.flatMap(({ params, query, body }) => [params, query, body]),
      ...publicRoutes.map(({ params }) => params),
    ]),
    answered: namesOf([
      ...routes.map(({ response }) => response),
      ...publicRoutes.map(({ response }) => response),
      problem,
    ]),
  })
  const bodies = new Set(namesOf(routes.map(({ body }) => body)).map((name) => inputName(name)))
  const parts: OperationParts = { schemas: closeBodies(schemas, bodies), nameOf, inputName }
  const paths: Record<string, Record<string, unknown>> = {}
  const put = (path: string, method: string, operation: unknown): void => {
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation }
  }
  for (const [route, name] of contracts.publicRoutes) {
    put(route.path, route.method, toPublicOperation(parts, route, name))
  }
  for (const [route, name] of contracts.routes) put(route.path, route.method, toOperation(parts, route, name))
  const isOfParameters = new Set(
    namesOf([
      ...routes.flatMap(({ params, query }) => [params, query]),
      ...publicRoutes.map(({ params }) => params),
    ]).map((name) => inputName(name)),
  )
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: 'Siang', version, description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/', description: 'Where this document is served' }],
    paths,
    components: {
      securitySchemes: {
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token of the stage’s sign-in, for 15 minutes on AWS',
        },
      },
      parameters,
      schemas: {
        ...Object.fromEntries(Object.entries(parts.schemas).filter(([name]) => !isOfParameters.has(name))),
        GatewayRefusal: {
          type: 'object',
          properties: { message: { type: 'string', enum: ['Unauthorized', 'Forbidden'] } },
          required: ['message'],
        },
      },
    },
  }
}
export type OpenApiDocument = ReturnType<typeof createOpenApiDocument>
