import { cleanText, isBlankText } from '../lao-text.ts'
import { withoutFormulaGuard } from './formula-guard.ts'
import type { ProblemLog } from './problem-log.ts'
import type { ProblemCode, ProblemDetails } from './problem.ts'
import { refused, type Reading } from './reading.ts'
import type { RosterCells, RosterColumn, RosterRow } from './roster-columns.ts'

/** Reads the cells of one row and reports what is wrong with them. */
export type CellReader = {
  rowNumber: number
  /**
   * The cell's value; undefined where it is empty, absent, or wrong (which is then reported). A cell that says what
   * the roster holds already is never wrong: it is taken by `takeHeld`, without which it says nothing.
   */
  take: <Value>(
    column: RosterColumn,
    read: (text: string) => Reading<Value>,
    takeHeld?: (text: string) => Value,
  ) => Value | undefined
  has: (column: RosterColumn) => boolean
  /** Whether the cell says, or leaves empty, what an export of the roster would. */
  isHeld: (column: RosterColumn) => boolean
  heldCell: (column: RosterColumn) => string | undefined
  fail: (column: RosterColumn | null, code: ProblemCode, details?: ProblemDetails) => undefined
  warn: (column: RosterColumn | null, code: ProblemCode, details?: ProblemDetails) => void
  /** Whether an error of this row was reported so far. */
  failed: () => boolean
}

/** `readHeldCells`: the cells that an export would have for the row's village and member. Asked where it matters. */
export function createCellReader(
  row: RosterRow,
  log: ProblemLog,
  readHeldCells: () => RosterCells | undefined,
): CellReader {
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
    return text === undefined || isBlankText(text) ? undefined : withoutFormulaGuard(text)
  }
  const isHeld: CellReader['isHeld'] = (column) => {
    const held = readHeldCells()
    return held !== undefined && cleanText(held[column] ?? '') === cleanText(textOf(column) ?? '')
  }
  return {
    rowNumber,
    fail,
    warn,
    failed: () => failed,
    has: (column) => textOf(column) !== undefined,
    isHeld,
    heldCell: (column) => readHeldCells()?.[column],
    take: (column, read, takeHeld) => {
      const text = textOf(column)
      if (text === undefined) return undefined
      const reading = spreadsheetError.test(text) ? refused('cell-formula-error') : read(text)
      if (reading.outcome === 'refused') {
        return isHeld(column) ? takeHeld?.(text) : fail(column, reading.code, reading.details)
      }
      if (reading.warning !== undefined) warn(column, reading.warning)
      return reading.value
    },
  }
}

/** What spreadsheets write for a failed formula, and `####` for what does not fit a narrow column. */
const spreadsheetError =
  /^\s*(?:#{3,}|#N\/A|#DIV\/0!|#NAME\?|#(?:REF|VALUE|NUM|NULL|SPILL|CALC|FIELD|BLOCKED)!|#GETTING_DATA|Err:\d{3})\s*$/
