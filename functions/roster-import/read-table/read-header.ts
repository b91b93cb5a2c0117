import { looksLikeLegacyLaoFont, looksLikeLostText } from '../../../shared/domain/lao-text.ts'
import { matchHeader, suggestHeader } from '../../../shared/domain/roster/match-header.ts'
import { describeProblem, type Problem } from '../../../shared/domain/roster/problem.ts'
import type { RosterColumn } from '../../../shared/domain/roster/roster-columns.ts'
import { columnLetter } from './column-letter.ts'
import type { TableLimits } from './table-limits.ts'
import { refuseTable, type TableRefusal } from './table-refusals.ts'

/** What the header row says: which columns of the roster the file has, and which of its own are not known. */
export type TableHeaders = { rowNumber: number; columns: RosterColumn[]; unknownLetters: string[] }

/** `width`: how many cells the header row has, those without a name included. */
export type Layout = {
  headers: TableHeaders
  columnsByIndex: (RosterColumn | undefined)[]
  width: number
  /** Warnings of columns that are not known. */
  problems: Problem[]
}

/** How many of the roster's columns a row names as a header would. */
export function countHeaders(record: readonly string[], limits: TableLimits): number {
  return new Set(record.slice(0, limits.columns).map(matchHeader)).difference(new Set([undefined])).size
}

/** Why a row that may be the header names no columns: its letters were lost, or are of a font from before Unicode. */
export function whyUnreadable(
  record: readonly string[],
): 'header-text-lost' | 'header-legacy-font' | undefined {
  if (record.some((cell) => looksLikeLostText(cell))) return 'header-text-lost'
  return record.some((cell) => looksLikeLegacyLaoFont(cell)) ? 'header-legacy-font' : undefined
}

/** Undefined where the row is no header: fewer than two of its cells name a column. */
export function readHeader(
  record: readonly string[],
  rowNumber: number,
  limits: TableLimits,
): Layout | TableRefusal | undefined {
  if (countHeaders(record, limits) < 2) return undefined
  const filledWidth = record.findLastIndex((cell) => !isBlank(cell)) + 1
  if (filledWidth > limits.columns) return refuseTable('too-many-columns', limits)
  const columnsByIndex = record.slice(0, filledWidth).map(matchHeader)
  const columns = columnsByIndex.filter((column) => column !== undefined)
  const repeated = columns.find((column, index) => columns.indexOf(column) !== index)
  if (repeated !== undefined) {
    const letters = columnsByIndex.flatMap((column, index) =>
      column === repeated ? [columnLetter(index)] : [],
    )
    return refuseTable('column-twice', limits, { column: repeated, letters: letters.join(', ') })
  }
  const missing = missingColumns(columns)
  if (missing.length > 0)
    return refuseTable(whyUnreadable(record) ?? 'columns-missing', limits, {
      columnsMissing: missing.join(', '),
    })
  const unknown = record.flatMap((header, index) =>
    columnsByIndex[index] === undefined && !isBlank(header) ? [{ letter: columnLetter(index), header }] : [],
  )
  return {
    headers: { rowNumber, columns, unknownLetters: unknown.map(({ letter }) => letter) },
    columnsByIndex,
    width: record.length,
    problems: unknown.map(({ letter, header }) => warnOfUnknownColumn(rowNumber, letter, header)),
  }
}

/** Whether a row names the same columns again, as where English headers stand over Lao ones. */
export function repeatsHeader(record: readonly string[], { columnsByIndex }: Layout): boolean {
  return columnsByIndex.every(
    (column, index) => column === undefined || matchHeader(record[index] ?? '') === column,
  )
}

export function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || cell.trim() === ''
}

function missingColumns(columns: readonly RosterColumn[]): string[] {
  const hasName = columns.includes('village_name_lo') || columns.includes('village_name_en')
  const namesVillage = columns.includes('village_code') || (columns.includes('district') && hasName)
  return [
    ...(namesVillage ? [] : ['village_code']),
    ...(['member_name', 'phone'] as const).filter((column) => !columns.includes(column)),
  ]
}

function warnOfUnknownColumn(rowNumber: number, letter: string, header: string): Problem {
  const suggestion = suggestHeader(header)
  const code = suggestion === undefined ? 'column-unknown' : 'column-unknown-suggested'
  return describeProblem(rowNumber, null, 'warning', code, { letter, suggestion })
}
