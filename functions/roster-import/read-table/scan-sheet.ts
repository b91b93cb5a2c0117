import type { TableLimits } from './table-limits.ts'
import { mostBlankRows } from './table-limits.ts'

/** What to know of a sheet before it is read as a whole: cells far out, and formulas that failed. */
export type SheetScan =
  | { outcome: 'ok'; failedFormulas: { row: number; column: number; text: string }[] }
  | { outcome: 'too-many-rows' | 'too-many-columns' | 'damaged' }

/**
 * Looks through a sheet's XML for what the reader would not survive or would hide: it fills up every row to the
 * rightmost cell and every gap between rows, and takes the failed formulas for empty cells.
 */
export function scanSheet(xml: string, limits: TableLimits): SheetScan {
  const lastRow = limits.rows + mostBlankRows
  const failedFormulas: { row: number; column: number; text: string }[] = []
  for (const [, attributes = ''] of xml.matchAll(rowTag)) {
    const row = Number(/\br\s*=\s*["'](\d+)["']/.exec(attributes)?.[1] ?? 1)
    if (row < 1 || row > lastPossibleRow) return { outcome: 'damaged' }
  }
  for (const { index, 0: tag, 1: attributes = '' } of xml.matchAll(filledCellTag)) {
    const [, letters = '', digits = ''] = cellAddress.exec(attributes) ?? []
    const row = Number(digits)
    const column = columnOfLetters(letters)
    if (column === 0 || row === 0) return { outcome: 'damaged' }
    if (row > lastRow) return { outcome: 'too-many-rows' }
    if (column > limits.columns) return { outcome: 'too-many-columns' }
    if (isFailedFormula.test(attributes)) {
      const text = failedValue.exec(xml.slice(index + tag.length, index + tag.length + 2000))?.[1] ?? '#N/A'
      failedFormulas.push({ row, column, text })
    }
  }
  return { outcome: 'ok', failedFormulas }
}

/** Excel's own limit. */
const lastPossibleRow = 1_048_576
const rowTag = /<(?:\w+:)?row\s([^<>]*)>/g
/** The opening tag of a cell that is not closed at once. */
const filledCellTag = /<(?:\w+:)?c\s([^<>]*[^<>/])>/g
const cellAddress = /\br\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']/
const isFailedFormula = /\bt\s*=\s*["']e["']/
const failedValue = /<(?:\w+:)?v>\s*(#[^<]{1,20})<\//

function columnOfLetters(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce(
    (column, letter) => column * 26 + letter.charCodeAt(0) - 64,
    0,
  )
}
