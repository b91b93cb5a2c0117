import { zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { findSheet } from './find-sheet.ts'
import { scanSheet } from './scan-sheet.ts'
import type { RowCollector } from './row-collector.ts'
import type { TableLimits } from './table-limits.ts'
import type { TableRefusalCode } from './table-refusals.ts'
import { unpackZip } from './unpack-zip.ts'

const workbookPath = 'xl/workbook.xml'
const relationsPath = 'xl/_rels/workbook.xml.rels'

/** Reads a workbook's roster sheet into the collector; answers with why not, where it cannot be read. */
export async function readXlsx(
  bytes: Uint8Array,
  limits: TableLimits,
  collector: RowCollector,
): Promise<TableRefusalCode | undefined> {
  const lists = unpackZip(
    bytes,
    limits.unpackedBytes,
    (name) => name === workbookPath || name === relationsPath,
  )
  if (lists.outcome !== 'unpacked')
    return lists.outcome === 'too-large' ? 'unpacked-too-large' : 'archive-damaged'
  const { names, files } = lists.content
  if (!names.includes(workbookPath)) return archiveWithoutWorkbook(names)
  const sheet = findSheet(textOf(files.get(workbookPath)), textOf(files.get(relationsPath)))
  if (sheet === undefined) return 'spreadsheet-damaged'

  const needed = unpackZip(bytes, limits.unpackedBytes, (name) => isNeeded(name, sheet.path))
  if (needed.outcome !== 'unpacked')
    return needed.outcome === 'too-large' ? 'unpacked-too-large' : 'archive-damaged'
  const scan = scanSheet(textOf(needed.content.files.get(sheet.path)), limits)
  if (scan.outcome !== 'ok') return scan.outcome === 'damaged' ? 'spreadsheet-damaged' : scan.outcome

  const rows = await readRows(needed.content.files, sheet.position)
  if (rows === undefined) return 'spreadsheet-damaged'
  for (const { row, column, text } of scan.failedFormulas) {
    const cells = rows[row - 1]
    if (cells !== undefined) cells[column - 1] = text
  }
  for (const [index, row] of rows.entries()) collector.add(Array.from(row, cellText), index + 1)
  return undefined
}

/** The parts of a workbook that say what stands in the sheet's cells. */
function isNeeded(name: string, sheetPath: string): boolean {
  return (
    name === sheetPath ||
    name === workbookPath ||
    name === relationsPath ||
    /^xl\/(?:sharedStrings|styles)\.xml$/i.test(name)
  )
}

function archiveWithoutWorkbook(names: readonly string[]): TableRefusalCode {
  if (names.includes('xl/workbook.bin')) return 'binary-excel'
  return names.includes('mimetype') && names.includes('content.xml') ? 'opendocument' : 'other-archive'
}

/** Packed anew without compression, so that the library meets nothing but what was unpacked within the limit. */
async function readRows(files: Map<string, Uint8Array>, position: number): Promise<unknown[][] | undefined> {
  const archive = zipSync(Object.fromEntries(files), { level: 0 })
  try {
    return await readSheet(archive.buffer, position, { parseNumber: numberText })
  } catch {
    return undefined
  }
}

/** A number's digits in full: a phone number must not become 8.56E+12. */
function numberText(stored: string): string {
  return String(Number(stored))
}

function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell.toWellFormed()
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (!(cell instanceof Date)) return ''
  return Number.isNaN(cell.getTime()) ? '####' : cell.toISOString().slice(0, 10)
}

function textOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('utf8')
}
