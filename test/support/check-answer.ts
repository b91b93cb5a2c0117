import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { problemCodesOf } from '../../shared/contracts/openapi/problem-codes.ts'
import { problem } from '../../shared/contracts/problem.ts'
import type { RouteDefinition } from '../../shared/contracts/routes.ts'
import { problemStatuses } from '../../shared/errors.ts'

/** What a function answers to the HTTP API. */
export const answerOf = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
})
type Answer = z.output<typeof answerOf>

/** Nothing but what the schema names: what it leaves out when it parses was not documented. */
const findUndocumented = (schema: z.ZodType, body: unknown): string | undefined => {
  const parsed = schema.safeParse(body)
  if (!parsed.success) return z.prettifyError(parsed.error)
  return isDeepStrictEqual(parsed.data, body) ? undefined : 'it holds fields that its schema does not name'
}

const findProblemFault = (
  route: RouteDefinition,
  { statusCode }: Answer,
  body: unknown,
): string | undefined => {
  const fault = findUndocumented(problem, body)
  if (fault !== undefined) return fault
  const { code, status } = problem.parse(body)
  const known = problemCodesOf(route).find((documented) => documented === code)
  if (known === undefined) return `its contract does not name the code ${code}: add it to \`refuses\``
  return statusCode === problemStatuses[known] && status === statusCode
    ? undefined
    : `${code} has the status ${problemStatuses[known]}`
}

/** Why an answer is none that the contract of its route, and so the API document, tells of. */
const findFault = (route: RouteDefinition, answer: Answer): string | undefined => {
  if (answer.isBase64Encoded) return undefined
  const type = answer.headers['content-type']
  if (type === 'application/problem+json')
    return findProblemFault(route, answer, JSON.parse(answer.body ?? ''))
  if (answer.statusCode !== route.status) return `its contract names no status ${answer.statusCode}`
  const format = route.produces?.find((one) => type === `text/${one}; charset=utf-8`)
  if (format !== undefined) return undefined
  if (type !== 'application/json') return `it is sent as ${type ?? 'nothing'}`
  if (route.response === undefined) return answer.body === undefined ? undefined : 'it has a body'
  return findUndocumented(route.response, JSON.parse(answer.body ?? 'null'))
}

/** Throws where a handler answers what its contract does not document: status, code or shape. */
export const checkAnswer = (route: RouteDefinition, answer: Answer): void => {
  const fault = findFault(route, answer)
  if (fault !== undefined) {
    throw new Error(`${route.method} ${route.path} answered ${answer.statusCode}, but ${fault}`)
  }
}
