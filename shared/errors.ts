/** One fault of a request: where it is (`areas[0]`, `body`, a header's name) and what to do about it. */
export type FieldError = { path: string; message: string }

/** Every code that a problem+json answer may carry, with its HTTP status. docs/errors.md lists them for callers. */
export const problemStatuses = {
  'not-signed-in': 401,
  'not-a-user': 403,
  'not-allowed': 403,
  'not-found': 404,
  'needs-another-person': 403,
  'wrong-state': 409,
  'changed-meanwhile': 409,
  'head-count-changed': 409,
  'alert-live': 409,
  'actual-alert-live': 409,
  'break-glass-refused': 409,
  'monthly-limit': 409,
  'budget-exceeded': 409,
  'already-a-user': 409,
  'last-admin': 409,
  'ceiling-reached': 409,
  'edited-meanwhile': 412,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'malformed-json': 422,
  'invalid-request': 422,
  'idempotency-key-reused': 422,
  'actual-not-allowed': 422,
  'template-unreviewed': 422,
  'no-recipients': 422,
  'file-refused': 422,
  'if-match-required': 428,
  internal: 500,
  'audit-unavailable': 503,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problemStatuses

/** What a caller needs to go on from a refusal, for instance the id of the alert that stands in the way. */
export type ProblemFacts = Readonly<Record<string, string | number>>

/** A refusal that the caller is told: the only error that becomes a 4xx. Never carries the value that was sent. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly code: ProblemCode
  readonly errors: readonly FieldError[]
  readonly facts: ProblemFacts | undefined

  constructor(code: ProblemCode, detail: string, errors: readonly FieldError[] = [], facts?: ProblemFacts) {
    super(detail)
    this.code = code
    this.errors = errors
    this.facts = facts
  }
}

/** An Idempotency-Key that came with another body before. */
export const keyReused = (what: string): RequestError =>
  new RequestError(
    'idempotency-key-reused',
    `This key was used for another ${what}: take a new key for a new wish.`,
    [{ path: 'headers.idempotency-key', message: 'Was used with another body.' }],
  )

/** What lies outside one's areas and what does not exist get the same answer. */
export const notFound = (what: string): RequestError =>
  new RequestError('not-found', `There is no such ${what}, or it lies outside your areas.`)
