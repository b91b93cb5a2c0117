import type { ImportRecord } from '../../shared/store/import-record.ts'

/** An import that is being carried out; tests change what they are about. */
export const buildImport = (over: Partial<ImportRecord>): ImportRecord => ({
  schemaVersion: 1,
  id: 'one',
  requestHash: 'hash',
  fileName: 'roster.csv',
  contentType: 'text/csv',
  sizeBytes: 1,
  createdBy: 'admin',
  createdAtIso: '2026-07-01T08:00:00+07:00',
  state: 'applying',
  stateSinceEpochSeconds: 100,
  pagesDone: 0,
  changesDone: 0,
  applyLeftAlone: [],
  undoLeftAlone: [],
  removeAtEpochSeconds: 1_000,
  ...over,
})
