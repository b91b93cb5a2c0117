import { describeProblem, type Problem } from '../../../shared/domain/roster/problem.ts'
import type { RosterCells, RosterColumn, RosterRow } from '../../../shared/domain/roster/roster-columns.ts'
import {
  isBlank,
  readHeader,
  repeatsHeader,
  whyUnreadable,
  type Layout,
  type TableHeaders,
} from './read-header.ts'
import type { TableLimits } from './table-limits.ts'
import { refuseTable, type TableRefusal, type TableRefusalCode } from './table-refusals.ts'

type CollectedRows = {
  outcome: 'collected'
  headers: TableHeaders
  rows: RosterRow[]
  problems: Problem[]
}

/** Takes the rows of a file one after the other, finds the header among the first, and keeps those that say something. */
export type RowCollector = {
  /** `rowNumber` is the spreadsheet's own. */
  add: (record: readonly string[], rowNumber: number) => void
  finish: () => CollectedRows | TableRefusal
}

export function createRowCollector(limits: TableLimits): RowCollector {
  const rows: RosterRow[] = []
  const problems: Problem[] = []
  let layout: Layout | undefined
  let refusal: TableRefusal | undefined
  let filledRowsAbove = 0
  let noHeader: TableRefusalCode = 'header-missing'
  const takeHeader = (record: readonly string[], rowNumber: number): void => {
    const found = readHeader(record, rowNumber, limits)
    if (found === undefined) {
      filledRowsAbove += 1
      noHeader = noHeader === 'header-missing' ? (whyUnreadable(record) ?? noHeader) : noHeader
    } else if ('outcome' in found) refusal = found
    else layout = found
    if (filledRowsAbove >= mostRowsAboveHeader) refusal = refuseTable(noHeader, limits)
  }
  const takeRow = (record: readonly string[], rowNumber: number, known: Layout): void => {
    if (rows.length === 0 && repeatsHeader(record, known)) return
    if (rows.length >= limits.rows) refusal = refuseTable('too-many-rows', limits)
    const cells = pickCells(record, known.columnsByIndex, rows.at(-1)?.cells)
    if (cells !== undefined) rows.push({ rowNumber, cells })
    const isTooLong = record.length > known.width && !record.slice(known.width).every(isBlank)
    if (isTooLong) problems.push(describeProblem(rowNumber, null, 'error', 'row-too-long'))
  }
  return {
    add: (record, rowNumber) => {
      if (refusal !== undefined || record.every(isBlank)) return
      if (layout === undefined) takeHeader(record, rowNumber)
      else takeRow(record, rowNumber, layout)
    },
    finish: () => {
      if (refusal !== undefined) return refusal
      if (layout === undefined) return refuseTable(filledRowsAbove === 0 ? 'file-empty' : noHeader, limits)
      if (rows.length === 0) return refuseTable('rows-missing', limits)
      return {
        outcome: 'collected',
        headers: layout.headers,
        rows,
        problems: [...layout.problems, ...problems],
      }
    },
  }
}

/** Titles and remarks may stand above the table. */
const mostRowsAboveHeader = 20

/**
 * Undefined where the row has nothing in the columns that count. The rows of one village say the same about it:
 * texts that stand in the row above are kept once, not once per row.
 */
function pickCells(
  record: readonly string[],
  columnsByIndex: readonly (RosterColumn | undefined)[],
  above: RosterCells = {},
): RosterCells | undefined {
  const cells: RosterCells = {}
  let saysSomething = false
  for (const [index, column] of columnsByIndex.entries()) {
    if (column === undefined) continue
    const cell = record[index] ?? ''
    const cellAbove = above[column]
    cells[column] = cell === cellAbove ? cellAbove : cell
    saysSomething ||= !isBlank(cell)
  }
  return saysSomething ? cells : undefined
}
