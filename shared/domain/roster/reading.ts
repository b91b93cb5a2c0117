import type { ProblemCode, ProblemDetails } from './problem.ts'

/** What a cell says: a value (which may deserve a warning), or why it cannot be read. */
export type Reading<Value> =
  | { outcome: 'ok'; value: Value; warning?: ProblemCode }
  | { outcome: 'refused'; code: ProblemCode; details?: ProblemDetails }

export const ok = <Value>(value: Value): Reading<Value> => ({ outcome: 'ok', value })

export const refused = (code: ProblemCode, details?: ProblemDetails): Reading<never> =>
  details === undefined ? { outcome: 'refused', code } : { outcome: 'refused', code, details }
