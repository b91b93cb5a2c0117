import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { operationShape } from '../../support/document-requests.ts'

const documentShape = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ parameters: z.record(z.string(), z.unknown()) }),
})

/** A request that the served API document tells how to make, with the things of a district put in. */
export type DocumentedRequest = {
  operationId: string
  method: string
  path: string
  query: Readonly<Record<string, string>>
  body: string | undefined
}

/** An answer without what is of its own request alone. */
export type PlainAnswer = { status: number; text: string }

const tomorrowOf = (nowMs: number): string => new Date(nowMs + 24 * 3_600_000).toISOString()

/** An example body; its times are of the past by now. */
const bodyOf = (example: unknown, nowMs: number): string | undefined =>
  example === undefined
    ? undefined
    : JSON.stringify(example).replaceAll(/"20\d\d-\d\d-\d\dT[^"]*"/g, JSON.stringify(tomorrowOf(nowMs)))

/**
 * Every operation behind the login, made of the document's own examples. `things` are by the name that a path or a
 * query has for them. Throws where a path has a name for which there is none.
 */
export const readDocumentedRequests = async (
  origin: string,
  things: Readonly<Record<string, string>>,
  nowMs: number,
): Promise<DocumentedRequest[]> => {
  const { paths } = documentShape.parse(await (await fetch(`${origin}/openapi.json`)).json())
  return Object.entries(paths).flatMap(([template, operations]) =>
    Object.entries(operations).flatMap(([method, raw]): DocumentedRequest[] => {
      const { operationId, security, parameters, requestBody } = operationShape.parse(raw)
      if (security.length === 0) return []
      const queried = parameters.flatMap((one) => ('in' in one && one.in === 'query' ? [one] : []))
      return [
        {
          operationId,
          method: method.toUpperCase(),
          path: template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
            const thing = things[name]
            if (thing === undefined) throw new Error(`${operationId}: make a thing for {${name}} of its path`)
            return thing
          }),
          query: Object.fromEntries(
            queried.flatMap(({ name, required, example }) => {
              const value = things[name] ?? (required ? String(example) : undefined)
              return value === undefined ? [] : [[name, value]]
            }),
          ),
          body: bodyOf(requestBody?.content['application/json'].example, nowMs),
        },
      ]
    }),
  )
}

/** Sends it as whoever has the token. */
export const sendDocumented = async (
  origin: string,
  token: string,
  { method, path, query, body }: DocumentedRequest,
): Promise<PlainAnswer> => {
  const search = new URLSearchParams(query).toString()
  const answer = await fetch(`${origin}${path}${search === '' ? '' : `?${search}`}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'if-match': '*',
    },
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.text()
  return { status: answer.status, text: text.replace(/"correlationId":"[^"]*",?/, '') }
}
