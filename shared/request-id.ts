import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal digits. */
export const digestOfText = (text: string): string => createHash('sha256').update(text).digest('hex')

/** SHA-256 of a value's JSON, in hexadecimal digits. Key order counts: give it what a schema parsed. */
export const digestOf = (value: unknown): string => digestOfText(JSON.stringify(value))

/** The id of what a request creates: the same user with the same Idempotency-Key gets the same one again. */
export const idOfRequest = (purpose: string, userId: string, idempotencyKey: string): string =>
  digestOf([purpose, userId, idempotencyKey]).slice(0, 32)
