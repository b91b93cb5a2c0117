import { describeProblem, type Problem, type ProblemCode, type ProblemDetails } from './problem.ts'
import type { RosterColumn } from './roster-columns.ts'

type Report = (
  rowNumber: number,
  column: RosterColumn | null,
  code: ProblemCode,
  details?: ProblemDetails,
) => void

/** Gathers the problems of a file: all are counted, and so many are kept; errors are kept before warnings. */
export type ProblemLog = {
  error: Report
  warn: Report
  /** Takes over what was found earlier, as while the file was read. */
  add: (problems: readonly Problem[]) => void
  counts: () => { errors: number; warnings: number }
  /** The kept problems, errors first, each kind in order of rows. */
  kept: () => Problem[]
}

export function createProblemLog(mostKept: number): ProblemLog {
  const kept: Record<Problem['severity'], Problem[]> = { error: [], warning: [] }
  const counts = { error: 0, warning: 0 }
  const add = (problem: Problem): void => {
    counts[problem.severity] += 1
    if (kept[problem.severity].length < mostKept) kept[problem.severity].push(problem)
  }
  const reportAs =
    (severity: Problem['severity']): Report =>
    (rowNumber, column, code, details) => {
      const isKept = kept[severity].length < mostKept
      if (isKept) add(describeProblem(rowNumber, column, severity, code, details))
      else counts[severity] += 1
    }
  return {
    error: reportAs('error'),
    warn: reportAs('warning'),
    add: (problems) => problems.forEach(add),
    counts: () => ({ errors: counts.error, warnings: counts.warning }),
    kept: () => [...byRow(kept.error), ...byRow(kept.warning)].slice(0, mostKept),
  }
}

function byRow(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((one, other) => one.rowNumber - other.rowNumber)
}
