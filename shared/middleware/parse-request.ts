import httpJsonBodyParser from '@middy/http-json-body-parser'
import type { MiddlewareObj, Request } from '@middy/core'
import type { z } from 'zod'
import { RequestError, type FieldError } from '../errors.ts'
import type { ApiEvent, ApiResult } from './api-types.ts'

const maxBodyBytes = 256 * 1024
const jsonBody = httpJsonBodyParser()

/** Parses a JSON body where the route takes one, and refuses one that is too large. Needs admitCaller before it. */
export const parseJsonBody = (): MiddlewareObj<ApiEvent, ApiResult> => ({
  before: async (request) => {
    if (request.event.admitted?.route.definition.body === undefined) return
    const { body } = request.event
    if (typeof body === 'string' && Buffer.byteLength(body) > maxBodyBytes) {
      throw new RequestError(
        'body-too-large',
        'The body may hold 256 KB at most. Files travel by the upload URL.',
      )
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parser's event type knows the body as text only
    await jsonBody.before?.(request as unknown as Request<never>)
  },
})

/** zod's path as people write it: `areas[0].code`; the prefix says which part of the request it is in. */
const pathText = (prefix: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${String(step)}`),
    prefix,
  )

/** Every fault of every part, with its place and without its value. */
const faultsOf = (prefix: string, error: z.ZodError): FieldError[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? [{ path: prefix, message: 'There is a field here that this route does not know.' }]
      : [{ path: pathText(prefix, issue.path), message: issue.message }],
  )

/** Parses the parts of a request by their schemas. All faults of all parts come in one RequestError. */
export const parseParts = (
  parts: readonly { name: string; schema: z.ZodType | undefined; value: unknown }[],
): Record<string, unknown> => {
  const faults: FieldError[] = []
  const parsed: Record<string, unknown> = {}
  for (const { name, schema, value } of parts) {
    if (schema === undefined) continue
    const result = schema.safeParse(value)
    if (result.success) parsed[name] = result.data
    else faults.push(...faultsOf(name, result.error))
  }
  if (faults.length > 0) {
    throw new RequestError(
      'invalid-request',
      'The request has faults: see errors. Nothing was changed.',
      faults,
    )
  }
  return parsed
}
