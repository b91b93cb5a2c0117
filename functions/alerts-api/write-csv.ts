import { stringify } from 'csv-stringify/sync'
import { withFormulaGuard } from '../../shared/domain/roster/formula-guard.ts'

/** Rows as CSV that Excel opens as it is meant: with the mark of UTF-8, comma and CRLF, and no cell run as a formula. */
export const writeCsv = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify(
    [columns, ...rows].map((row) => row.map(withFormulaGuard)),
    { bom: true, record_delimiter: 'windows', quoted_match: needsQuotes },
  )

/** Beside what always needs them: line ends of any kind, and what other programs take for a delimiter. */
const needsQuotes = /[\r\n;\t]/
