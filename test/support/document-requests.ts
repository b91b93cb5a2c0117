import { z } from 'zod'
import { readContracts, readOpenApiDocument } from '../../scripts/read-contracts.ts'
import type { RouteDefinition } from '../../shared/contracts/routes.ts'

const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  schema: z.record(z.string(), z.unknown()),
  example: z.unknown(),
})
const reference = z.object({ $ref: z.string() })

/** An operation of the document as far as tests make requests of it. */
export const operationShape = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.union([reference, parameter])).default([]),
  requestBody: z
    .object({
      required: z.boolean(),
      content: z.object({ 'application/json': z.object({ schema: reference, example: z.unknown() }) }),
    })
    .optional(),
  responses: z.record(z.string(), z.record(z.string(), z.unknown())),
})

/** One route behind the login as the document tells of it, beside its definition. */
export type DocumentedRoute = {
  definition: RouteDefinition
  operationId: string
  parameters: readonly z.output<typeof parameter>[]
  body: { schemaName: string; example: unknown } | undefined
}

/** The document, its schemas by name, and every operation behind the login. */
export const readDocumentedRoutes = async () => {
  const [{ routes }, document] = await Promise.all([readContracts(), readOpenApiDocument()])
  const shared: Readonly<Record<string, unknown>> = document.components.parameters
  const resolve = (one: z.output<typeof operationShape>['parameters'][number]) =>
    '$ref' in one ? parameter.parse(shared[one.$ref.slice(one.$ref.lastIndexOf('/') + 1)]) : one
  return {
    document,
    routes: [...routes.keys()].map((definition): DocumentedRoute => {
      const raw = document.paths[definition.path]?.[definition.method.toLowerCase()]
      const operation = operationShape.parse(raw)
      const json = operation.requestBody?.content['application/json']
      return {
        definition,
        operationId: operation.operationId,
        parameters: operation.parameters.map(resolve),
        body:
          json === undefined
            ? undefined
            : {
                schemaName: json.schema.$ref.slice(json.schema.$ref.lastIndexOf('/') + 1),
                example: json.example,
              },
      }
    }),
  }
}
