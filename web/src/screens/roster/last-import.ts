import { readStored, writeStored } from '../../stored.ts'
import { asSent } from '../../as-sent.ts'

/** The import that this device began last; forgotten at signing out. */
export type LastImport = { id: string; fileName: string }

const key = 'seen.import'

export const readLastImport = (): LastImport | undefined => {
  const stored = readStored(key)
  return typeof stored === 'object' && stored !== null && 'id' in stored
    ? asSent<LastImport>(stored)
    : undefined
}

export const keepLastImport = (last: LastImport | undefined): void => void writeStored(key, last)

const files = new Map<string, File>()

/** An import's file, as long as the page lives: phone numbers are not kept on the device. */
export const fileOf = (importId: string): File | undefined => files.get(importId)

export const keepFile = (importId: string, file: File): void => void files.set(importId, file)
