import { matchHeader, suggestHeader } from '../../../shared/domain/roster/match-header.ts'
import { describeProblem, type Problem } from '../../../shared/domain/roster/problem.ts'
import type { RosterCells, RosterColumn, RosterRow } from '../../../shared/domain/roster/roster-columns.ts'
import { columnLetter } from './column-letter.ts'
import type { TableLimits } from './table-limits.ts'
import { refuseTable, type TableRefusal } from './table-refusals.ts'

/** What the header row says: which columns of the roster the file has, and which of its own are not known. */
export type TableHeaders = { rowNumber: number; columns: RosterColumn[]; unknownLetters: string[] }

export type CollectedRows = {
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

type Layout = TableHeaders & { columnsByIndex: (RosterColumn | undefined)[] }

export function createRowCollector(limits: TableLimits): RowCollector {
  const rows: RosterRow[] = []
  const problems: Problem[] = []
  let layout: Layout | undefined
  let refusal: TableRefusal | undefined
  let filledRowsAbove = 0
  const takeHeader = (record: readonly string[], rowNumber: number): void => {
    const found = readHeader(record, rowNumber, limits)
    if (found === undefined) filledRowsAbove += 1
    else if ('outcome' in found) refusal = found
    else {
      layout = found
      problems.push(...describeUnknownColumns(record, found))
    }
    if (filledRowsAbove >= mostRowsAboveHeader) refusal = refuseTable('header-missing', limits)
  }
  return {
    add: (record, rowNumber) => {
      if (refusal !== undefined || record.every(isBlank)) return
      if (layout === undefined) return takeHeader(record, rowNumber)
      if (rows.length >= limits.rows) refusal = refuseTable('too-many-rows', limits)
      const cells = pickCells(record, layout.columnsByIndex, rows.at(-1)?.cells)
      if (cells !== undefined) rows.push({ rowNumber, cells })
      if (
        record.length > layout.columnsByIndex.length &&
        !record.slice(layout.columnsByIndex.length).every(isBlank)
      ) {
        problems.push(describeProblem(rowNumber, null, 'error', 'row-too-long'))
      }
    },
    finish: () => {
      if (refusal !== undefined) return refusal
      if (layout === undefined)
        return refuseTable(filledRowsAbove === 0 ? 'file-empty' : 'header-missing', limits)
      const { rowNumber, columns, unknownLetters } = layout
      if (rows.length === 0) return refuseTable('rows-missing', limits)
      return { outcome: 'collected', headers: { rowNumber, columns, unknownLetters }, rows, problems }
    },
  }
}

/** Titles and remarks may stand above the table. */
const mostRowsAboveHeader = 20

/** How many of the roster's columns a row names as a header would. */
export function countHeaders(record: readonly string[]): number {
  return new Set(record.map(matchHeader).filter((column) => column !== undefined)).size
}

/** Undefined where the row is no header: fewer than two of its cells name a column. */
function readHeader(
  record: readonly string[],
  rowNumber: number,
  limits: TableLimits,
): Layout | TableRefusal | undefined {
  const columnsByIndex = record.slice(0, record.findLastIndex((cell) => !isBlank(cell)) + 1).map(matchHeader)
  const columns = columnsByIndex.filter((column) => column !== undefined)
  if (new Set(columns).size < 2) return undefined
  if (columnsByIndex.length > limits.columns) return refuseTable('too-many-columns', limits)
  const repeated = columns.find((column, index) => columns.indexOf(column) !== index)
  if (repeated !== undefined) {
    const letters = lettersWhere(columnsByIndex, (column) => column === repeated).join(', ')
    return refuseTable('column-twice', limits, { column: repeated, letters })
  }
  const missing = missingColumns(columns)
  if (missing.length > 0)
    return refuseTable('columns-missing', limits, { columnsMissing: missing.join(', ') })
  const unknownLetters = lettersWhere(
    columnsByIndex,
    (column, index) => column === undefined && !isBlank(record[index]),
  )
  return { rowNumber, columns, unknownLetters, columnsByIndex }
}

function missingColumns(columns: readonly RosterColumn[]): string[] {
  const hasName = columns.includes('village_name_lo') || columns.includes('village_name_en')
  const namesVillage = columns.includes('village_code') || (columns.includes('district') && hasName)
  return [
    ...(namesVillage ? [] : ['village_code']),
    ...(['member_name', 'phone'] as const).filter((column) => !columns.includes(column)),
  ]
}

function describeUnknownColumns(record: readonly string[], { rowNumber, columnsByIndex }: Layout): Problem[] {
  return record.flatMap((header, index) => {
    if (columnsByIndex[index] !== undefined || isBlank(header)) return []
    const suggestion = suggestHeader(header)
    const code = suggestion === undefined ? 'column-unknown' : 'column-unknown-suggested'
    return [describeProblem(rowNumber, null, 'warning', code, { letter: columnLetter(index), suggestion })]
  })
}

function lettersWhere(
  columnsByIndex: readonly (RosterColumn | undefined)[],
  isMeant: (column: RosterColumn | undefined, index: number) => boolean,
): string[] {
  return columnsByIndex.flatMap((column, index) => (isMeant(column, index) ? [columnLetter(index)] : []))
}

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

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || cell.trim() === ''
}
