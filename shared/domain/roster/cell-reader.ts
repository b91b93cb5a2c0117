import { withoutFormulaGuard } from './formula-guard.ts'
import type { ProblemLog } from './problem-log.ts'
import type { ProblemCode, ProblemDetails } from './problem.ts'
import type { Reading } from './reading.ts'
import type { RosterColumn, RosterRow } from './roster-columns.ts'

/** Reads the cells of one row and reports what is wrong with them. */
export type CellReader = {
  rowNumber: number
  /** The cell's value; undefined where it is empty, absent, or wrong (which is then reported). */
  take: <Value>(column: RosterColumn, read: (text: string) => Reading<Value>) => Value | undefined
  has: (column: RosterColumn) => boolean
  fail: (column: RosterColumn | null, code: ProblemCode, details?: ProblemDetails) => undefined
  warn: (column: RosterColumn | null, code: ProblemCode, details?: ProblemDetails) => void
  /** Whether an error of this row was reported so far. */
  failed: () => boolean
}

export function createCellReader(row: RosterRow, log: ProblemLog): CellReader {
  let failed = false
  const { rowNumber, cells } = row
  const fail: CellReader['fail'] = (column, code, details) => {
    failed = true
    log.error(rowNumber, column, code, details)
    return undefined
  }
  const warn: CellReader['warn'] = (column, code, details) => log.warn(rowNumber, column, code, details)
  const textOf = (column: RosterColumn): string | undefined => {
    const text = cells[column]
    return text === undefined || blank.test(text) ? undefined : withoutFormulaGuard(text)
  }
  return {
    rowNumber,
    fail,
    warn,
    failed: () => failed,
    has: (column) => textOf(column) !== undefined,
    take: (column, read) => {
      const text = textOf(column)
      if (text === undefined) return undefined
      if (spreadsheetError.test(text)) return fail(column, 'cell-formula-error')
      const reading = read(text)
      if (reading.outcome === 'refused') return fail(column, reading.code, reading.details)
      if (reading.warning !== undefined) warn(column, reading.warning)
      return reading.value
    },
  }
}

const blank = /^[\s\p{Cf}\p{Cc}]*$/u
/** What spreadsheets write for a failed formula, and `####` for what does not fit a narrow column. */
const spreadsheetError =
  /^\s*(?:#{3,}|#N\/A|#DIV\/0!|#NAME\?|#(?:REF|VALUE|NUM|NULL|SPILL|CALC|FIELD|BLOCKED)!|#GETTING_DATA|Err:\d{3})\s*$/
