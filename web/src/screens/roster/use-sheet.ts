import { useEffect, useState } from 'preact/hooks'
import { decodeSheet, readSheet, type Sheet } from './sheet.ts'
import { fileOf } from './last-import.ts'

const readFile = async (file: File): Promise<Sheet | undefined> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (/\.xlsx$/i.test(file.name)) {
    const { readWorkbook } = await import('./read-workbook.ts')
    return readWorkbook(bytes)
  }
  const text = decodeSheet(bytes)
  return text === undefined ? undefined : readSheet(text)
}

/**
 * What an import's file says, where it was chosen in this visit and `wanted`; undefined until it is read, where it
 * is not at hand, and where the console cannot read it.
 */
export const useSheet = (importId: string, wanted: boolean): Sheet | undefined => {
  const [sheet, setSheet] = useState<Sheet | undefined>(undefined)
  useEffect(() => {
    const file = wanted ? fileOf(importId) : undefined
    if (file === undefined) return
    readFile(file).then(setSheet, () => setSheet(undefined))
  }, [importId, wanted])
  return sheet
}
