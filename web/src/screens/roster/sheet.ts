import { searchKey } from '../../../../shared/domain/lao-text.ts'
import { withFormulaGuard } from '../../../../shared/domain/roster/formula-guard.ts'
import { headerWords } from '../../../../shared/domain/roster/header-words.ts'
import { rosterColumns, type RosterColumn } from '../../../../shared/domain/roster/roster-columns.ts'

/** A roster file as its rows, numbered as spreadsheets number them. */
export type Sheet = {
  rows: readonly { rowNumber: number; cells: readonly string[] }[]
  /** Where which column of the roster stands. */
  columns: ReadonlyMap<string, number>
  headerRow: number
}

const keyOf = (text: string): string => searchKey(text).replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')

const columnsByKey = new Map(
  rosterColumns.flatMap((column) =>
    [column, ...headerWords[column].en, ...headerWords[column].lo].map(
      (word) => [keyOf(word), column] as const,
    ),
  ),
)

/** The text of a CSV file: UTF-8 with or without mark, or UTF-16 with it; undefined where it is no text. */
export const decodeSheet = (bytes: Uint8Array): string | undefined => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A quoted cell up to its last quotation mark, or all up to the next delimiter or line end. */
const cellPattern = (delimiter: string): RegExp =>
  new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*))(${delimiter}|\\r\\n|\\r|\\n|$)`, 'y')

const splitRows = (text: string, delimiter: string, most = Infinity): string[][] => {
  const pattern = cellPattern(delimiter)
  const rows: string[][] = []
  let cells: string[] = []
  while (pattern.lastIndex < text.length && rows.length < most) {
    const at = pattern.lastIndex
    const found = pattern.exec(text)
    // A quotation mark inside a cell: what follows is taken as it stands.
    if (found === null) {
      pattern.lastIndex = text.indexOf('\n', at) + 1 || text.length
      cells.push(text.slice(at, pattern.lastIndex).trim())
    } else {
      cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
      if (found[3] === delimiter) continue
    }
    rows.push(cells)
    cells = []
  }
  return cells.length === 0 ? rows : [...rows, cells]
}

const columnOf = (header: string): RosterColumn | undefined => columnsByKey.get(keyOf(header.slice(0, 200)))
const countColumns = (cells: readonly string[]): number =>
  cells.filter((cell) => columnOf(cell) !== undefined).length

const delimiterOf = (text: string): string => {
  const counts = [',', ';', '\t'].map((delimiter) => ({
    delimiter,
    count: Math.max(0, ...splitRows(text.slice(0, 20_000), delimiter, 20).map(countColumns)),
  }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}

/** Rows of cells as a sheet; undefined where none of the first names the roster's columns. */
export const toSheet = (allCells: readonly (readonly string[])[]): Sheet | undefined => {
  const rows = allCells.map((cells, index) => ({ rowNumber: index + 1, cells }))
  const header = rows.slice(0, 20).find(({ cells }) => countColumns(cells) >= 2)
  if (header === undefined) return undefined
  const columns = new Map<string, number>(
    header.cells.flatMap((cell, index) => {
      const column = columnOf(cell)
      return column === undefined ? [] : [[column, index] as const]
    }),
  )
  return { rows, columns, headerRow: header.rowNumber }
}

/** Reads a CSV text; undefined where it is no roster. */
export const readSheet = (text: string): Sheet | undefined => {
  const announced = /^\ufeff?sep=([,;\t])(?:\r\n|\r|\n)/i.exec(text)
  const table = text.slice(announced?.[0].length ?? 0).replace(/^\ufeff/, '')
  return toSheet(splitRows(table, announced?.[1] ?? delimiterOf(table)))
}

const toCell = (text: string): string => {
  const guarded = withFormulaGuard(text)
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** Rows as a CSV file that spreadsheets open as UTF-8. */
export const writeSheet = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => cells.map(toCell).join(',')).join('\r\n')}\r\n`

/**
 * The file with one more column that says what is wrong with each row, to be mended and imported again: all rows, or
 * only the header and those with errors.
 */
export const writeWithErrors = (
  { rows, headerRow }: Sheet,
  errors: ReadonlyMap<number, string>,
  { heading, onlyBad }: { heading: string; onlyBad: boolean },
): string => {
  const shown = rows.filter(
    ({ rowNumber, cells }) =>
      cells.some((cell) => cell !== '') && (!onlyBad || rowNumber === headerRow || errors.has(rowNumber)),
  )
  const width = shown.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  return writeSheet(
    shown.map(({ rowNumber, cells }) => [
      ...cells,
      ...Array.from({ length: width - cells.length }, () => ''),
      rowNumber === headerRow ? heading : (errors.get(rowNumber) ?? ''),
    ]),
  )
}

/** An empty file with the roster's columns, named in English and below in Lao. */
export const emptyTemplate = (): string =>
  writeSheet([[...rosterColumns], rosterColumns.map((column) => headerWords[column].lo[0] ?? column)])

/** How people call a column, in a language of the console. */
export const columnName = (column: string, language: 'lo' | 'en'): string => {
  const known = rosterColumns.find((one) => one === column)
  const plain = column.replaceAll('_', ' ')
  return known !== undefined && language === 'lo' ? (headerWords[known].lo[0] ?? plain) : plain
}
