import { noCursor } from '../../../shared/errors.ts'

/** Where the page that a cursor asks for begins. */
export const offsetOf = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0
  if (!/^\d{1,7}$/.test(cursor)) {
    throw noCursor()
  }
  return Number(cursor)
}

/** The cursor of the page after this one; null where this is the last. */
export const cursorAfter = (offset: number, count: number, total: number): string | null =>
  count > 0 && offset + count < total ? String(offset + count) : null
