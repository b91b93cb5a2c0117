/** How large a roster file may be. `rows` counts rows with something in them, the header aside. */
export type TableLimits = {
  uploadedBytes: number
  unpackedBytes: number
  rows: number
  columns: number
}

export const rosterFileLimits: TableLimits = {
  uploadedBytes: 10 * 1024 * 1024,
  unpackedBytes: 40 * 1024 * 1024,
  rows: 200_000,
  columns: 60,
}

/** Blank rows between and after the rows that count; more of them is taken for a damaged file. */
export const mostBlankRows = 10_000
