import { unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { toSheet, type Sheet } from './sheet.ts'

const workbookPath = 'xl/workbook.xml'

/** The place of the sheet called "roster" or "ບັນຊີ" among the workbook's, from 1; else the first. */
const positionIn = (workbookXml: string): number => {
  const names = [...workbookXml.matchAll(/<(?:\w+:)?sheet\s[^>]*\bname="([^"]*)"/g)].map(([, name = '']) =>
    name.trim().toLowerCase(),
  )
  return (
    Math.max(
      0,
      names.findIndex((name) => name === 'roster' || name === 'ບັນຊີ'),
    ) + 1
  )
}

const textOf = (cell: unknown): string => {
  if (typeof cell === 'string') return cell
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : ''
}

/**
 * Reads the roster's sheet of an .xlsx file, with the library that the importer reads it with. It is unpacked here
 * and packed anew without compression: the library would start workers, which the console's policy forbids.
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<Sheet | undefined> => {
  const files = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/i.test(name) })
  const workbook = files[workbookPath]
  if (workbook === undefined) return undefined
  const archive = zipSync(files, { level: 0 })
  const rows = await readSheet(archive.buffer, positionIn(new TextDecoder().decode(workbook)), {
    parseNumber: (stored: string) => String(Number(stored)),
  })
  return toSheet(rows.map((row) => Array.from(row, textOf)))
}
