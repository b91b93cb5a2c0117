import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'

/** The bytes of an .xlsx file with one sheet. */
export async function workbookOf(rows: SheetData, sheet = 'Sheet1'): Promise<Uint8Array> {
  return workbookWith([{ sheet, data: rows }])
}

export async function workbookWith(sheets: { sheet: string; data: SheetData }[]): Promise<Uint8Array> {
  return new Uint8Array(await writeExcelFile(sheets).toBuffer())
}

/** The workbook with one of its files rewritten, as other programs or a malicious hand would write it. */
export function withFileChanged(
  workbook: Uint8Array,
  path: string,
  change: (xml: string) => string,
): Uint8Array {
  const files = unzipSync(workbook)
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path] ?? new Uint8Array()))) })
}

export const firstSheetPath = 'xl/worksheets/sheet1.xml'
