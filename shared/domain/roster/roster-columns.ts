/**
 * The columns of a roster file, in the order in which they are written. One row is one member; a village without
 * members is one row with empty member columns. `district` (code or name) tells the village apart where the
 * code is missing. `status` is the member's.
 */
export const rosterColumns = [
  'village_code',
  'village_name_lo',
  'village_name_en',
  'district',
  'latitude',
  'longitude',
  'exposure',
  'safe_place_lo',
  'safe_place_en',
  'languages_spoken',
  'households',
  'member_order',
  'member_name',
  'phone',
  'duty',
  'sex',
  'language',
  'script',
  'consented_on',
  'organisation',
  'status',
  'notes',
  'member_id',
] as const
export type RosterColumn = (typeof rosterColumns)[number]

/** The cells of one row by column, as they stand in the file. A column that the file does not have is absent. */
export type RosterCells = Partial<Record<RosterColumn, string>>

/** `rowNumber` is the one that the spreadsheet shows. */
export type RosterRow = { rowNumber: number; cells: RosterCells }

/** The longest texts that a cell may hold, in UTF-16 units, as everywhere on the roster. */
export const textLimits = {
  name: 120,
  safePlace: 120,
  organisation: 120,
  notes: 1000,
  languageSpoken: 60,
  languagesSpoken: 20,
  households: 100_000,
  memberOrder: 1000,
} as const
