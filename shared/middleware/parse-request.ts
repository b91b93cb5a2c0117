import httpJsonBodyParser from '@middy/http-json-body-parser'
import type { MiddlewareObj, Request } from '@middy/core'
import * as z from 'zod'
import { invalidRequest, RequestError, type FieldError } from '../errors.ts'
import { faultText } from './fault-text.ts'
import type { ApiEvent, ApiResult } from './api-types.ts'

const maxBodyBytes = 256 * 1024
const jsonBody = httpJsonBodyParser()

/** Parses a JSON body where the route takes one, and refuses one that is too large. Needs admitCaller before it. */
export const parseJsonBody = (): MiddlewareObj<ApiEvent, ApiResult> => ({
  before: async (request) => {
    const schema = request.event.admitted?.route.definition.body
    if (schema === undefined) return
    const { body } = request.event
    if ((body === undefined || body === '') && schema.safeParse(undefined).success) {
      delete request.event.body
      return
    }
    if (typeof body === 'string' && Buffer.byteLength(body) > maxBodyBytes) {
      throw new RequestError('body-too-large', {
        en: 'The body may hold 256 KB at most. Files travel by the upload URL.',
        lo: 'ເນື້ອໃນມີໄດ້ບໍ່ເກີນ 256 KB. ໄຟລ໌ໃຫ້ສົ່ງທາງ URL ສຳລັບສົ່ງໄຟລ໌.',
      })
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parser's event type knows the body as text only
    await jsonBody.before?.(request as unknown as Request<never>)
  },
})

/** A name that a schema gives, or the place in a list: all else in a path was written by the caller. */
const isOurs = (step: PropertyKey): boolean =>
  typeof step === 'number' || /^[A-Za-z]\w*$|^\d{1,6}$/.test(String(step))

/** zod's path as people write it, `areas[0].code`, as far as its words are ours. */
const pathText = (prefix: string, path: readonly PropertyKey[]): string => {
  const foreign = path.findIndex((step) => !isOurs(step))
  return path
    .slice(0, foreign === -1 ? path.length : foreign)
    .reduce<string>(
      (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${String(step)}`),
      prefix,
    )
}

/** Every fault of every part, with its place and without its value. */
const faultsOf = (prefix: string, error: z.ZodError): FieldError[] =>
  error.issues.map((issue) => ({
    path: pathText(prefix, issue.code === 'invalid_key' ? issue.path.slice(0, -1) : issue.path),
    message: faultText(issue),
  }))

/** A misspelt field must not pass as one that was left out. Unknown query parameters do no harm. */
const strict = (name: string, schema: z.ZodType): z.ZodType => {
  const built = schema instanceof z.ZodLazy ? schema.unwrap() : schema
  return name === 'body' && built instanceof z.ZodObject ? built.strict() : schema
}

/** Parses the parts of a request by their schemas. All faults, also those found before, come in one RequestError. */
export const parseParts = (
  parts: readonly { name: string; schema: z.ZodType | undefined; value: unknown }[],
  foundBefore: readonly FieldError[] = [],
): Record<string, unknown> => {
  const faults: FieldError[] = [...foundBefore]
  const parsed: Record<string, unknown> = {}
  for (const { name, schema, value } of parts) {
    if (schema === undefined) continue
    const result = strict(name, schema).safeParse(value, { reportInput: true })
    if (result.success) parsed[name] = result.data
    else faults.push(...faultsOf(name, result.error))
  }
  if (faults.length > 0) throw invalidRequest(faults)
  return parsed
}
