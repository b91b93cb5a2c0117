import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { z } from 'zod'

/** An HTTP answer before it is written. */
export type Answer = { status: number; headers: Record<string, string | string[]>; body: Buffer | string }

const structuredSchema = z.object({
  statusCode: z.number().int(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
})

/** What an HTTP API makes of a function's answer (JSON text): any value without statusCode is a 200 of JSON. */
export function buildAnswer(json: string): Answer {
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) {
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: typeof value === 'string' ? value : json,
    }
  }
  const parsed = structuredSchema.safeParse(value)
  if (!parsed.success) return errorAnswer(500, 'Internal Server Error')
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data
  const lowerCase = Object.entries(headers ?? {}).map(([name, text]) => [name.toLowerCase(), String(text)])
  return {
    status: statusCode,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(lowerCase),
      ...(cookies?.length ? { 'set-cookie': cookies } : {}),
    },
    body: isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  }
}

/** An error as the HTTP API itself answers it. */
export function errorAnswer(status: number, message: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ message }),
  }
}

/** Writes an answer, with the request id that every answer of an HTTP API carries. */
export function writeAnswer(response: ServerResponse, answer: Answer): void {
  const length = Buffer.byteLength(answer.body)
  const hasBody = answer.status !== 204 && answer.status !== 304
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(hasBody ? { 'content-length': length } : {}),
    'apigw-requestid': randomUUID(),
  })
  response.end(answer.body)
}
