import type { Logger } from '@aws-lambda-powertools/logger'
import type { MiddlewareObj } from '@middy/core'
import type { Problem } from '../contracts/problem.ts'
import { problemStatuses, RequestError, type ProblemCode } from '../errors.ts'
import type { ApiEvent, ApiResult } from './api-types.ts'
import { safeError } from './safe-error.ts'

const titles: Record<ProblemCode, string> = {
  'not-signed-in': 'Not signed in',
  'not-a-user': 'Not a user of Siang',
  'not-allowed': 'Not allowed',
  'not-found': 'Not found',
  'needs-another-person': 'Another person is needed',
  'wrong-state': 'Not possible in this state',
  'changed-meanwhile': 'Changed meanwhile',
  'head-count-changed': 'Other recipients than shown',
  'alert-live': 'An alert is live here',
  'actual-alert-live': 'An actual alert is live here',
  'break-glass-refused': 'Not by break-glass',
  'monthly-limit': 'Enough messages this month',
  'budget-exceeded': 'The budget is not enough',
  'already-a-user': 'A user already',
  'last-admin': 'The last admin of the country',
  'ceiling-reached': 'Too many recipients within an hour',
  'edited-meanwhile': 'Edited meanwhile',
  'body-too-large': 'Body too large',
  'unsupported-media-type': 'Unsupported media type',
  'malformed-json': 'Malformed JSON',
  'invalid-request': 'Invalid request',
  'idempotency-key-reused': 'Idempotency key used before',
  'actual-not-allowed': 'Actual alerts are not allowed here',
  'template-unreviewed': 'Template not reviewed',
  'no-recipients': 'Nobody to send to',
  'file-refused': 'File refused',
  'if-match-required': 'If-Match required',
  internal: 'Something failed here',
  'audit-unavailable': 'The audit cannot be written',
}

/** Faults that the JSON parser of middy reports by HTTP status alone. */
const ofParser: Readonly<Record<number, RequestError>> = {
  415: new RequestError('unsupported-media-type', 'Send the body as application/json.', [
    { path: 'headers.content-type', message: 'Must be application/json.' },
  ]),
  422: new RequestError('malformed-json', 'The body is not well-formed JSON. Nothing was changed.', [
    { path: 'body', message: 'Must be well-formed JSON.' },
  ]),
}

const asRequestError = (error: unknown): RequestError | undefined => {
  if (error instanceof RequestError) return error
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    return ofParser[error.statusCode]
  }
  return undefined
}

const toProblem = (
  code: ProblemCode,
  detail: string,
  correlationId: string,
  errors: Problem['errors'],
  facts?: Problem['facts'],
): ApiResult => {
  const status = problemStatuses[code]
  const body: Problem = {
    type: `urn:siang:problem:${code}`,
    title: titles[code],
    status,
    code,
    detail,
    correlationId,
    errors,
    ...(facts === undefined ? {} : { facts }),
  }
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify(body),
  }
}

/** Turns every error into problem+json: the caller's faults as they are, all else into a fixed 500, logged once. */
export const problemErrors = (
  logger: Pick<Logger, 'error' | 'info'>,
): MiddlewareObj<ApiEvent, ApiResult> => ({
  onError: (request) => {
    const correlationId = request.event.requestContext?.requestId ?? request.context.awsRequestId
    const fault = asRequestError(request.error)
    if (fault !== undefined) {
      logger.info('HTTP_REQUEST_REFUSED', {
        code: fault.code,
        routeKey: request.event.routeKey,
        correlationId,
      })
      request.response = toProblem(fault.code, fault.message, correlationId, [...fault.errors], fault.facts)
      return
    }
    logger.error('HTTP_REQUEST_FAILED', {
      ...safeError(request.error),
      routeKey: request.event.routeKey,
      correlationId,
    })
    request.response = toProblem(
      'internal',
      'Siang could not do this. Try again; where it goes on, give the correlation id to whoever runs Siang.',
      correlationId,
      [],
    )
  },
})
