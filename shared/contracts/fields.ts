import * as z from 'zod'

/** A province's, district's or village's official code, as text. */
export const areaCode = z
  .string()
  .regex(/^(\d{2}|\d{4}|\d{7})$/, 'Give a code of 2, 4 or 7 digits: province, district or village.')

export const provinceCode = z.string().regex(/^\d{2}$/, 'Give the 2 digits of a province.')
export const districtCode = z.string().regex(/^\d{4}$/, 'Give the 4 digits of a district.')
export const villageCode = z.string().regex(/^\d{7}$/, 'Give the 7 digits of a village.')

/** An instant with its offset, for instance 2026-07-23T18:00:00+07:00. */
export const instant = z.iso.datetime({
  offset: true,
  error: 'Give date, time and offset, like 2026-07-23T18:00:00+07:00.',
})

export const localDate = z.iso.date({ error: 'Give a date as yyyy-mm-dd.' })

/** An id that Siang made. */
export const id = z.string().regex(/^[a-z0-9-]{1,40}$/, 'This is not an id of Siang.')

/** Opaque: hand back what the last page gave as `nextCursor`. */
export const cursor = z.string().max(2000)

export const pageLimit = (most: number, usual: number) =>
  z.coerce.number().int().min(1).max(most).default(usual)
